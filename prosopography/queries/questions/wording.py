"""A question in plain words: what is on record, for that is all that the record knows."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext, npgettext

from prosopography.dates import Span

from ..links import LARGEST, LINKS
from .node import (
    All,
    Claimed,
    Compare,
    EventDate,
    FixedDate,
    Leaf,
    LinkedTo,
    Listed,
    Match,
    Named,
    Node,
    Not,
    OverlapsWith,
    OwnDate,
    Question,
    Side,
    Some,
)
from .wording_claim import claim
from .wording_dates import days, period, style
from .wording_lists import either, not_counted, quoted, rows

#: More persons than these are not named in a sentence.
_MOST_NAMED = 5
_DATES = {
    "<": noop("before {date}"),
    ">": noop("after {date}"),
    "=": noop("at the same time as {date}"),
}
_TURNED = {"<": ">", ">": "<", "=": "="}
_LINKED_BY = {
    "relationship": noop("a relationship"),
    "organisation": noop("a body in which both served at the same time"),
    "event": noop("an event in which both took part"),
}
#: What the record calls by itself: “their birth”.
_OWN = {"birth": noop("birth"), "death": noop("death")}


def sentence(question: Question) -> str:
    """“Everybody who is on record as “signatory” in Platform of the 46, and …”, without a full stop."""
    joint = _("Everybody {parts}")
    if question.match is Match.CERTAIN:
        joint = _("Everybody {parts}; certain answers only")
    return joint.format(parts=_parts(question.root))


def leaf_sentence(leaf: Leaf) -> str:
    """One leaf of it: “who is on record as “member” in Central Committee”."""
    return _leaf(leaf)


def _parts(node: Node) -> str:
    """A node without brackets around it."""
    match node:
        case All(parts=(part,)) | Some(parts=(part,)):
            return _parts(part)
        case All(parts=parts):
            return _(", and ").join(_node(part) for part in parts)
        case Some(parts=parts):
            return _(", or ").join(_node(part) for part in parts)
    return _node(node)


def _node(node: Node) -> str:
    match node:
        case All(parts=(part,)) | Some(parts=(part,)):
            return _node(part)
        case All() | Some():
            return f"({_parts(node)})"
        case Not(part=All() | Some() | Not() as part):
            return _("for whom this is not so: {part}").format(part=_node(part))
        case Not(part=part):
            return _leaf(part, is_not=True)
    return _leaf(node)


def _leaf(leaf: Node, *, is_not: bool = False) -> str:
    record = _("who is not on record {claim}") if is_not else _("who is on record {claim}")
    match leaf:
        case Claimed(pattern=pattern):
            return record.format(claim=claim(pattern))
        case Listed(persons=persons):
            return _listed(persons, is_not)
        case OverlapsWith():
            return record.format(claim=_serving(leaf))
        case LinkedTo():
            return _linked(leaf, is_not)
        case Compare(right=None):
            return _aged(leaf, is_not)
        case Compare():
            return _compared(leaf, is_not)
    raise TypeError(f"{leaf!r} is no leaf of a question")


# Between people, dates and ages -------------------------------------------------------------------


def _serving(leaf: OverlapsWith) -> str:
    body = rows(leaf.organisation) if leaf.organisation else _("one and the same body")
    exact = not_counted(leaf.role, leaf.organisation) if leaf.exact else []
    joint = (
        _("as having served as {roles} in {body} at the same time as {person}")
        if leaf.role
        else _("as having served in {body} at the same time as {person}")
    )
    roles = quoted(row.label for row in leaf.role) if leaf.role else ""
    return ", ".join([joint.format(roles=roles, body=body, person=leaf.person.label), *exact])


def _linked(leaf: LinkedTo, is_not: bool) -> str:
    if leaf.within == 1:
        joint = (
            _("whom no link joins to {person}") if is_not else _("whom a link joins to {person}")
        )
    elif is_not:
        joint = ngettext(
            "whom no chain of at most {within} link joins to {person}",
            "whom no chain of at most {within} links joins to {person}",
            leaf.within,
        )
    else:
        joint = ngettext(
            "whom a chain of at most {within} link joins to {person}",
            "whom a chain of at most {within} links joins to {person}",
            leaf.within,
        )
    told = joint.format(within=leaf.within, person=leaf.person.label)
    if leaf.by != LINKS:
        by = either(_(_LINKED_BY[each]) for each in leaf.by)
        told = _("{link} through {by}").format(link=told, by=by)
    limited = {"organisation", "event"} & set(leaf.by)
    if not limited or leaf.largest == LARGEST:
        return told
    if len(limited) == 2:
        left_out = _("{link}, bodies and events of more than {number} persons left out")
    elif "event" in limited:
        left_out = _("{link}, events of more than {number} persons left out")
    else:
        left_out = _("{link}, bodies of more than {number} persons left out")
    return left_out.format(link=told, number=leaf.largest)


def _aged(leaf: Compare, is_not: bool) -> str:
    age = _age(leaf.operator, leaf.years or 0)
    joint = (
        _("who was not, as far as the record tells, {age} {when}")
        if is_not
        else _("who was {age} {when}")
    )
    return joint.format(age=age, when=_at(leaf.left))


def _age(operator: str, years: int) -> str:
    match operator:
        case "<":
            told = ngettext("younger than {years}", "younger than {years}", years)
        case "<=":
            told = ngettext("{years} or younger", "{years} or younger", years)
        case ">=":
            told = ngettext("{years} or older", "{years} or older", years)
        case ">":
            told = ngettext("older than {years}", "older than {years}", years)
        case _:
            told = npgettext("age", "{years}", "{years}", years)
    return told.format(years=years)


def _at(side: Side) -> str:
    """“at their death”, “when on record as “elected””, “in 1917”."""
    match side:
        case FixedDate():
            return _on(side)
        case OwnDate(pattern=pattern) if not side.said:
            return _("when on record {claim}").format(claim=claim(pattern))
    return _("at {side}").format(side=_side(side))


def _compared(leaf: Compare, is_not: bool) -> str:
    """Of the person first, whichever side of the comparison that is."""
    own, operator, other = leaf.left, leaf.operator, leaf.right
    if not isinstance(own, OwnDate) and other is not None:
        own, operator, other = other, _TURNED[operator], own
    if operator == "=" and isinstance(other, FixedDate):
        relation = _on(other)
    else:
        relation = _(_DATES[operator]).format(date=_side(other))
    joint = (
        _("whose {side} is not, as far as the record tells, {relation}")
        if is_not
        else _("whose {side} is {relation}")
    )
    return joint.format(side=_own(own), relation=relation)


def _own(side: Side | None) -> str:
    """“death”, “record as “elected””."""
    match side:
        case OwnDate(said=said, pattern=pattern):
            if said:
                return _(_OWN.get(said, said))
            return _("record {claim}").format(claim=claim(pattern))
    return _side(side)


def _side(side: Side | None) -> str:
    match side:
        case OwnDate():
            return _("their {side}").format(side=_own(side))
        case EventDate(event=event):
            return event.label
        case FixedDate(text=text, calendar=calendar):
            return f"{period(text)}{style(calendar)}"
    raise TypeError(f"{side!r} is no side of a comparison")


def _on(side: FixedDate) -> str:
    span = Span(side.bounds.earliest_start, side.bounds.latest_end)
    return f"{days(side.text, span)}{style(side.calendar)}"


def _listed(persons: tuple[Named, ...], is_not: bool) -> str:
    if len(persons) > _MOST_NAMED:
        joint = (
            _("who is none of {number} persons in a list")
            if is_not
            else _("who is one of {number} persons in a list")
        )
        return joint.format(number=len(persons))
    if not is_not:
        return _("who is {names}").format(names=rows(persons))
    *others, last = (row.label for row in persons)
    if others:
        joint = _("who is neither {others} nor {last}")
        return joint.format(others=", ".join(others), last=last)
    return _("who is not {names}").format(names=last)
