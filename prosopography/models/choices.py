"""The closed lists of the record. What a historian may want to extend is a row (see Role), not here."""

from django.db import models


class Status(models.TextChoices):
    """Where a row stands on its way to the public. Only PUBLISHED is ever shown."""

    DRAFT = "draft", "draft"  # being written; editors alone see it
    REVIEW = "review", "in review"  # handed to a reviewer
    PUBLISHED = "published", "published"
    RETRACTED = "retracted", "retracted"  # was public, is no more; kept for its history


class Certainty(models.TextChoices):
    """How sure the source is, as the editor reads it."""

    CERTAIN = "certain", "certain"  # said without a hedge
    PROBABLE = "probable", "probable"  # "it is believed", "according to one source"
    POSSIBLE = "possible", "possible"  # "suspected", "perhaps", a question mark


class Basis(models.TextChoices):
    """How the claim comes out of its source."""

    STATED = "stated", "stated by the source"  # the words say it
    INTERPRETED = "interpreted", "interpreted by the editor"  # the words need reading
    INFERRED = "inferred", "inferred"  # it follows from something else that is said


class Polarity(models.TextChoices):
    """Whether the claim is that it is so, that it is not so, or that the source does not say."""

    AFFIRMED = "affirmed", "affirmed"
    DENIED = "denied", "denied"  # "is not among the signatories" is a claim too
    SILENT = "silent", "not stated"  # the source was searched and says nothing of it


class Rank(models.TextChoices):
    """The editor's judgement between claims that exclude one another."""

    PREFERRED = "preferred", "preferred"
    NORMAL = "normal", "normal"
    DEPRECATED = "deprecated", "deprecated"


class CalendarChoice(models.TextChoices):
    """The calendar in which a date is written. The values are those of ``dates.Calendar``."""

    JULIAN = "julian", "Julian (Old Style)"
    GREGORIAN = "gregorian", "Gregorian (New Style)"
    UNKNOWN = "unknown", "not stated"


class Stance(models.TextChoices):
    """What the cited words do to the claim."""

    SUPPORTS = "supports", "supports"
    CONTRADICTS = "contradicts", "contradicts"


class Identification(models.TextChoices):
    """Whether the name as printed surely means the person (or body) of the claim."""

    CERTAIN = "certain", "certain"
    DOUBTFUL = "doubtful", "doubtful"


class Joins(models.TextChoices):
    """What a role joins a person to. Each belongs to one kind of assertion (see ``kinds``)."""

    ORGANISATION = "organisation", "a person to an organisation (tenure)"
    EVENT = "event", "a person to an event (participation)"
    PERSON = "person", "a person to another person (relationship)"
    LIFE = "life", "what befell or was done by a person (life event)"
    OCCUPATION = "occupation", "a person to a trade or calling (occupation)"
    WORK = "work", "a person to a written work (authorship)"
    NAME = "name", "a name to its use (name)"
    EXISTENCE = "existence", "an organisation to its own being (existence)"


class Marks(models.TextChoices):
    """What a role means for the life of a person, the being of a body, or a place in that body."""

    NOTHING = "", "nothing"
    BEGINNING = "beginning", "its beginning"  # founded
    END = "end", "its end"  # dissolved; executed
    ENTERING = "entering", "entering the body that is named"  # joined, elected, readmitted
    LEAVING = "leaving", "leaving the body that is named"  # expelled, resigned


class Extent(models.TextChoices):
    """How much of a text copies another."""

    WHOLE = "whole", "the text as a whole"
    PARTS = "parts", "only the parts that it gives as the other's word"


class Nature(models.TextChoices):
    """What sort of conflict it is."""

    DISAGREEMENT = "disagreement", "sources disagree"  # both cannot be true
    IMPOSSIBLE = "impossible", "cannot be"  # acting after death
    CALENDAR = "calendar", "probably one day in two calendars"  # no conflict, only a remark


class Verdict(models.TextChoices):
    """How a conflict is settled."""

    PREFER = "prefer", "one side is preferred"
    STAND = "stand", "all sides stand"


class SourceKind(models.TextChoices):
    """What sort of thing a source is."""

    ARCHIVAL = "archival-document", "archival document"
    ARTICLE = "article", "article"
    BIOGRAPHY = "biography", "biography"
    BOOK = "book", "book"
    COIN = "coin", "coin"
    DATASET = "dataset", "dataset"
    EDITION = "edition", "edition of sources"
    ENCYCLOPAEDIA = "encyclopaedia", "encyclopaedia"
    ENCYCLOPAEDIA_ARTICLE = "encyclopaedia-article", "encyclopaedia article"
    ESSAY = "essay", "essay"
    INSCRIPTION = "inscription", "inscription"
    LETTER = "letter", "letter"
    MANUSCRIPT = "manuscript", "manuscript"
    MEMOIR = "memoir", "memoir"
    NEWSPAPER = "newspaper", "newspaper"
    ORAL = "oral-testimony", "oral testimony"
    PAPYRUS = "papyrus", "papyrus"
    PHOTOGRAPH = "photograph", "photograph"
    REGISTER = "register", "register"
    STATEMENT = "statement", "statement"
    WEB_PAGE = "web-page", "web page"
    OTHER = "other", "other"
