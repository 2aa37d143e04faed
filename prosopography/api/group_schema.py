"""How a collective biography looks in the API."""

from rest_framework import serializers

from .question_tree import QuestionSerializer

_WHO = "; null where the measure cannot tell."


class RangeSerializer(serializers.Serializer):
    """A number of which only the limits may be known."""

    least = serializers.FloatField()
    most = serializers.FloatField()


class EvidenceOfMeasureSerializer(serializers.Serializer):
    """On what a measure rests."""

    claims = serializers.IntegerField()
    sources = serializers.IntegerField()
    corroborated = serializers.IntegerField(
        help_text="Claims with two independent witnesses or more."
    )


class FigureSerializer(serializers.Serializer):
    """Of how many persons something is said, who they are, and by which claims."""

    key = serializers.CharField(help_text="The same in every group.")
    label = serializers.CharField()  # type: ignore[assignment]
    noun = serializers.CharField(help_text="What it names: organisation, role …; or empty.")
    slug = serializers.CharField(help_text="The slug of that; or empty.")
    count = serializers.IntegerField(help_text="Persons.")
    certain = serializers.IntegerField(
        allow_null=True, help_text=f"Those of them in it whatever the true days were{_WHO}"
    )
    corroborated = serializers.IntegerField(
        help_text="Those of whom a claim says so that has two independent witnesses or more."
    )
    share = serializers.FloatField(
        allow_null=True, help_text="In percent of the base of its measure."
    )
    persons = serializers.ListField(
        child=serializers.CharField(), help_text="Their slugs; the first hundred."
    )
    claims = serializers.ListField(
        child=serializers.CharField(), help_text="The identifiers; of the first hundred claims."
    )
    claim_count = serializers.IntegerField(help_text="All of the claims.")
    question = serializers.CharField(
        allow_null=True, help_text="What finds these persons and claims, to be given as q."
    )
    exact = serializers.BooleanField(
        help_text="Whether that question finds nobody else of the group."
    )


class MeasureSerializer(serializers.Serializer):
    """One aspect of a group."""

    key = serializers.CharField()
    title = serializers.CharField()
    note = serializers.CharField(help_text="How it is to be read.")
    known = FigureSerializer(help_text="Of whom anything of it is known.")
    unknown = serializers.IntegerField(help_text="Of how many nothing is.")
    base = serializers.IntegerField(help_text="Of how many persons the shares are.")
    evidence = EvidenceOfMeasureSerializer()
    figures = FigureSerializer(many=True, help_text="The first two hundred.")
    figure_count = serializers.IntegerField(help_text="All of the figures.")


class AgesSerializer(serializers.Serializer):
    """How old the members were at something, in completed years."""

    youngest = RangeSerializer(allow_null=True)
    median = RangeSerializer(allow_null=True)
    oldest = RangeSerializer(allow_null=True)
    who_youngest = FigureSerializer(help_text="Who may have been the youngest.")
    who_oldest = FigureSerializer(help_text="Who may have been the oldest.")
    spans = MeasureSerializer(help_text="How many were of which ages.")


class SurvivalStepSerializer(serializers.Serializer):
    """A time at which somebody died."""

    time = serializers.FloatField(help_text="In years.")
    at_risk = serializers.IntegerField()
    died = serializers.IntegerField()
    survival = serializers.FloatField(help_text="The share, from 0 to 1, that outlives it.")


class YearsSerializer(serializers.Serializer):
    """What happened in some years."""

    first = serializers.IntegerField()
    last = serializers.IntegerField()
    at_risk = serializers.IntegerField(help_text="At their beginning.")
    died = FigureSerializer()
    lost = FigureSerializer(help_text="Last seen alive in them (censored).")
    survival = serializers.FloatField(help_text="In percent, at their end.")
    band = RangeSerializer(help_text="What vague dates leave open of that.")


class SurvivalSerializer(serializers.Serializer):
    """A survival curve after Kaplan and Meier, with its band."""

    key = serializers.CharField()
    title = serializers.CharField()
    note = serializers.CharField(help_text="The assumptions.")
    known = FigureSerializer(help_text="Who is in it.")
    unknown = serializers.IntegerField(help_text="How many are left out.")
    evidence = EvidenceOfMeasureSerializer()
    died = FigureSerializer()
    lost = FigureSerializer(help_text="Not known to have died (censored).")
    left_out = FigureSerializer(many=True, help_text="With the reason as the label.")
    median = RangeSerializer(allow_null=True, help_text="The years that half outlive.")
    curve = SurvivalStepSerializer(many=True, help_text="Vague dates at their middle.")
    shortest = SurvivalStepSerializer(
        many=True, help_text="All lives as short as their dates allow."
    )
    longest = SurvivalStepSerializer(many=True, help_text="All lives as long.")
    years = YearsSerializer(many=True)


class ConflictInShortSerializer(serializers.Serializer):
    """A conflict in which a claim about a member stands."""

    key = serializers.CharField()
    title = serializers.CharField()
    state = serializers.CharField()
    persons = serializers.ListField(child=serializers.CharField(), help_text="Their slugs.")


class DisputedSerializer(serializers.Serializer):
    """Where the sources disagree; by the sort of the conflict in the measure “disputed”."""

    count = serializers.IntegerField(help_text="Conflicts.")
    open = serializers.IntegerField(help_text="Those that no settlement holds for.")
    conflicts = ConflictInShortSerializer(many=True, help_text="The first fifty.")


class GroupSerializer(serializers.Serializer):
    """The collective biography of one group."""

    asked = QuestionSerializer(help_text="The question, with the slugs that are in use now.")
    sentence = serializers.CharField(help_text="The question in English.")
    count = serializers.IntegerField(help_text="Persons.")
    certain = serializers.IntegerField(help_text="Those who answer the question certainly.")
    possible = serializers.IntegerField(help_text="Those who answer it only possibly.")
    evidence = EvidenceOfMeasureSerializer(help_text="All claims together.")
    measures = MeasureSerializer(many=True)
    ages = AgesSerializer(many=True)
    survival = SurvivalSerializer(many=True)
    disputed = DisputedSerializer()


class DifferenceSerializer(serializers.Serializer):
    """What a figure is in both groups."""

    measure = serializers.CharField()
    figure = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    shares = serializers.ListField(
        child=serializers.FloatField(), help_text="In percent, in the order of the groups."
    )
    difference = serializers.FloatField(
        allow_null=True, help_text="In percentage points, of the first from the second."
    )
    slight = serializers.BooleanField(help_text="Whether one person more or less makes as much.")
    few = serializers.BooleanField(help_text="Whether one group has fewer than ten persons in it.")


class YearsApartSerializer(serializers.Serializer):
    """By how many years the medians of both groups lie apart."""

    measure = serializers.CharField()
    years = RangeSerializer(help_text="Of the first from the second.")


class BothSerializer(serializers.Serializer):
    """Who is in both groups."""

    count = serializers.IntegerField(help_text="Persons.")
    persons = serializers.ListField(
        child=serializers.CharField(), help_text="The slugs of the first hundred."
    )
    question = serializers.CharField(
        allow_null=True, help_text="What finds them, to be given as q."
    )
    exact = serializers.BooleanField(help_text="Whether it finds nobody else.")


class ProfileSerializer(serializers.Serializer):
    """One group, or two side by side."""

    event = serializers.CharField(allow_null=True, help_text="The slug of the event asked about.")
    groups = GroupSerializer(many=True)
    both = BothSerializer(allow_null=True, help_text="Null for one group.")
    differences = DifferenceSerializer(many=True, help_text="Empty for one group.")
    medians = YearsApartSerializer(many=True, help_text="The same of ages and survival.")
