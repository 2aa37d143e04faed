"""What each measure means, in a sentence or two for the reader; docs/groups.md says more."""

from prosopography.queries.language import later as _

NOTES = {
    "births": _(
        "A member stands in every decade in which the true date may lie: in one surely, or "
        "in several possibly. Shares are of those of whom a date of birth is known."
    ),
    "birthplaces": _("A place counts with all that lies in it."),
    "bodies": _("Who had a tenure in the body or in a part of it."),
    "tenure-roles": _("What they were in these bodies; a role counts with its narrower ones."),
    "events": _("Who took part in the event or in a part of it, in whatever role."),
    "participation-roles": _("In which roles; a role counts with its narrower ones."),
    "occupation-roles": _("Trades and callings, apart from offices."),
    "ways": _(
        "Who came first to the one and next to the other. The order is certain where the dates "
        "settle it whatever the true days were; else it is that in which the two are attested."
    ),
    "ways-of-bodies": _("The same from body to body; a body and its own part are no way."),
    "ends": _(
        "By what the record calls the end of a life, by a death of which it does not tell how, "
        "or not at all: no death known is not the same as alive."
    ),
    "life-events": _("What was done to them, or done by them, apart from the end."),
    "shared": _(
        "What the claims about at least three quarters of the members name; what defines the "
        "group is among it."
    ),
    "disputed": _(
        "Conflicts in which a claim about a member stands, without remarks on calendars."
    ),
    "evidence": _(
        "Of how many members there is any claim of a kind. What no source says is not "
        "counted as not so: it is unknown."
    ),
    "ages-at-death": _(
        "In completed years; a span where the dates leave it open. Whoever may have been of "
        "several ages counts as possible in each of their rows: together these are more than the whole."
    ),
    "ages-at-event": _(
        "In completed years when it began, of all who were born by then and not surely "
        "dead, whether they took part or not. Whoever may have been of several ages counts as possible "
        "in each of their rows."
    ),
    "survival": _(
        "Kaplan and Meier’s estimate. Who is not known to have died is followed to the last "
        "dated claim that shows him alive, and assumed to have had the same prospects as the others "
        "then. Vague dates count at their middle; the band reaches from all lives as short as the dates "
        "allow to all as long. Whoever had to be alive to belong to this group could not die before: "
        "the early years look better than they were."
    ),
    "survival-after": _(
        "The same, from the event on, for those who are known to have outlived it. "
        "Who was seen last before it is left out."
    ),
}
