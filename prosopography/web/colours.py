"""The values of the style sheet: its custom properties, light and dark, and how well they are read."""

import re
from dataclasses import dataclass

#: What colours are read on, and the least contrast of words (WCAG 2.2 AA).
GROUNDS = ("--paper", "--leaf")
LEAST_CONTRAST = 4.5
#: What each value of ``:root`` is for; those that are colours of words or lines are in ``TEXTS``.
MEANINGS = {
    "--paper": "The ground of the page.",
    "--leaf": "A second ground: forms, boxes, what an address points at.",
    "--ink": "Words.",
    "--soft": "Words that stand back: labels, counts, notes.",
    "--rule": "Lines between things; never words.",
    "--link": "Links, and the ring around what has the focus.",
    "--mark": "What is certain in a drawing, buttons, where one is.",
    "--second": "A second kind beside --mark: the other group, ties between persons.",
    "--third": "A third kind: ties by an event, offices that overlap.",
    "--accent": "Where to look: the chosen day, the place that is meant, a fault in a form.",
    "--of-certainty": "Probable, possible, an identification in doubt.",
    "--of-denial": "Denied, not stated, contradicts.",
    "--of-disagreement": "Sources disagree, a conflict.",
    "--of-calendar": "The calendar of a date.",
    "--of-evidence": "Citations.",
    "--shade": "The shadow of what lies over the page; never words.",
}
#: Those in which words are written.
TEXTS = tuple(name for name in MEANINGS if name not in ("--paper", "--leaf", "--rule", "--shade"))

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_VALUE = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}")

Values = dict[str, str]


@dataclass(frozen=True)
class Colour:
    """A colour in one scheme, with its contrast to each ground; none where it is not for words."""

    name: str
    meaning: str
    value: str
    contrasts: tuple[float, ...]


def schemes(sheet: str) -> dict[str, Values]:
    """The custom properties of ``:root`` in a style sheet, in each scheme: light, dark, print.

    What dark and print do not say they have from light.
    """
    text = _COMMENT.sub("", sheet)
    found: dict[str, Values] = {"light": {}, "dark": {}, "print": {}}
    for root in _ROOT.finditer(text):
        before = text[: root.start()].rstrip()
        media = before.rpartition("@media")[2] if before.endswith("{") else ""
        scheme = "dark" if "dark" in media else "print" if "print" in media else "light"
        found[scheme] |= {name: " ".join(value.split()) for name, value in _VALUE.findall(root[1])}
    light = found["light"]
    return {scheme: {**light, **values} for scheme, values in found.items()}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written as #rgb or #rrggbb, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(values: Values) -> list[Colour]:
    """The colours of a scheme in their order, each with its contrast to the grounds."""
    return [
        Colour(
            name,
            MEANINGS.get(name, ""),
            value,
            tuple(contrast(value, values[ground]) for ground in GROUNDS) if name in TEXTS else (),
        )
        for name, value in values.items()
        if _is_colour(value)
    ]


def _is_colour(value: str) -> bool:
    return bool(_HEX.fullmatch(value)) or value.startswith("rgb(")


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
