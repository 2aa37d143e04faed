"""The closed lists of the record. What a historian may want to extend is a row (see Role), not here."""

from collections.abc import Callable
from typing import cast

from django.db import models
from django.utils.translation import gettext_lazy

#: Django's, for whoever takes a ``str``: translated whenever it is shown.
_ = cast(Callable[[str], str], gettext_lazy)


class Status(models.TextChoices):
    """Where a row stands on its way to the public. Only PUBLISHED is ever shown."""

    DRAFT = "draft", _("draft")  # being written; editors alone see it
    REVIEW = "review", _("in review")  # handed to a reviewer
    PUBLISHED = "published", _("published")
    RETRACTED = "retracted", _("retracted")  # was public, is no more; kept for its history


class Certainty(models.TextChoices):
    """How sure the source is, as the editor reads it."""

    CERTAIN = "certain", _("certain")  # said without a hedge
    PROBABLE = "probable", _("probable")  # "it is believed", "according to one source"
    POSSIBLE = "possible", _("possible")  # "suspected", "perhaps", a question mark


class Basis(models.TextChoices):
    """How the claim comes out of its source."""

    STATED = "stated", _("stated by the source")  # the words say it
    INTERPRETED = "interpreted", _("interpreted by the editor")  # the words need reading
    INFERRED = "inferred", _("inferred")  # it follows from something else that is said


class Polarity(models.TextChoices):
    """Whether the claim is that it is so, that it is not so, or that the source does not say."""

    AFFIRMED = "affirmed", _("affirmed")
    DENIED = "denied", _("denied")  # "is not among the signatories" is a claim too
    SILENT = "silent", _("not stated")  # the source was searched and says nothing of it


class Rank(models.TextChoices):
    """The editor's judgement between claims that exclude one another."""

    PREFERRED = "preferred", _("preferred")
    NORMAL = "normal", _("normal")
    DEPRECATED = "deprecated", _("deprecated")


class CalendarChoice(models.TextChoices):
    """The calendar in which a date is written. The values are those of ``dates.Calendar``."""

    JULIAN = "julian", _("Julian (Old Style)")
    GREGORIAN = "gregorian", _("Gregorian (New Style)")
    UNKNOWN = "unknown", _("not stated")


class Stance(models.TextChoices):
    """What the cited words do to the claim."""

    SUPPORTS = "supports", _("supports")
    CONTRADICTS = "contradicts", _("contradicts")


class Identification(models.TextChoices):
    """Whether the name as printed surely means the person (or body) of the claim."""

    CERTAIN = "certain", _("certain")
    DOUBTFUL = "doubtful", _("doubtful")


class Joins(models.TextChoices):
    """What a role joins a person to. Each belongs to one kind of assertion (see ``kinds``)."""

    ORGANISATION = "organisation", _("a person to an organisation (tenure)")
    EVENT = "event", _("a person to an event (participation)")
    PERSON = "person", _("a person to another person (relationship)")
    LIFE = "life", _("what befell or was done by a person (life event)")
    OCCUPATION = "occupation", _("a person to a trade or calling (occupation)")
    WORK = "work", _("a person to a written work (authorship)")
    NAME = "name", _("a name to its use (name)")
    EXISTENCE = "existence", _("an organisation to its own being (existence)")


class Marks(models.TextChoices):
    """What a role means for the life of a person, the being of a body, or a place in that body."""

    NOTHING = "", _("nothing")
    BEGINNING = "beginning", _("its beginning")  # founded
    END = "end", _("its end")  # dissolved; executed
    ENTERING = "entering", _("entering the body that is named")  # joined, elected, readmitted
    LEAVING = "leaving", _("leaving the body that is named")  # expelled, resigned


class Extent(models.TextChoices):
    """How much of a text copies another."""

    WHOLE = "whole", _("the text as a whole")
    PARTS = "parts", _("only the parts that it gives as the other's word")


class Nature(models.TextChoices):
    """What sort of conflict it is."""

    DISAGREEMENT = "disagreement", _("sources disagree")  # both cannot be true
    IMPOSSIBLE = "impossible", _("cannot be")  # acting after death
    CALENDAR = "calendar", _("probably one day in two calendars")  # no conflict, only a remark


class Verdict(models.TextChoices):
    """How a conflict is settled."""

    PREFER = "prefer", _("one side is preferred")
    STAND = "stand", _("all sides stand")


class SourceKind(models.TextChoices):
    """What sort of thing a source is."""

    ARCHIVAL = "archival-document", _("archival document")
    ARTICLE = "article", _("article")
    BIOGRAPHY = "biography", _("biography")
    BOOK = "book", _("book")
    COIN = "coin", _("coin")
    DATASET = "dataset", _("dataset")
    EDITION = "edition", _("edition of sources")
    ENCYCLOPAEDIA = "encyclopaedia", _("encyclopaedia")
    ENCYCLOPAEDIA_ARTICLE = "encyclopaedia-article", _("encyclopaedia article")
    ESSAY = "essay", _("essay")
    INSCRIPTION = "inscription", _("inscription")
    LETTER = "letter", _("letter")
    MANUSCRIPT = "manuscript", _("manuscript")
    MEMOIR = "memoir", _("memoir")
    NEWSPAPER = "newspaper", _("newspaper")
    ORAL = "oral-testimony", _("oral testimony")
    PAPYRUS = "papyrus", _("papyrus")
    PHOTOGRAPH = "photograph", _("photograph")
    REGISTER = "register", _("register")
    STATEMENT = "statement", _("statement")
    WEB_PAGE = "web-page", _("web page")
    OTHER = "other", _("other")
