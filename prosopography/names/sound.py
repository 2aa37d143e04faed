"""The Daitch-Mokotoff code: how a name of Central or Eastern Europe sounds, in six digits.

Randy Daitch and Gary Mokotoff, 1985. The rules follow Mokotoff's own description ("Soundexing and
Genealogy") and its coding chart: a name is cut from the left into the longest groups of letters
that the chart knows; each group has a code at the start of the name, before a vowel, and elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Groups of letters | at the start, before a vowel, elsewhere. "-" is not coded, "/" stands between
# the codes of a group that can be read in two ways.
_CHART = """
AI AJ AY EI EJ EY OI OJ OY UI UJ UY UE | 0 1 -
AU | 0 7 -
EU | 1 1 -
IA IE IO IU | 1 - -
A E I O U | 0 - -
B F FB P PF PH V W | 7 7 7
C CH | 5/4 5/4 5/4
CHS KS X | 5 54 54
CK | 5/45 5/45 5/45
CS CSZ CZ CZS | 4 4 4
D DT T TH | 3 3 3
DRS DRZ DS DSH DSZ DZ DZH DZS | 4 4 4
G K KH Q | 5 5 5
H | 5 5 -
J | 1/4 -/4 -/4
L | 8 8 8
M N | 6 6 6
MN NM | 66 66 66
R | 9 9 9
RS RZ | 94/4 94/4 94/4
S SCH SH SZ | 4 4 4
SC SHCH SHTCH SHTSH SCHTCH SCHTSCH SCHTSH STCH STRS STRZ STSCH STSH SZCS SZCZ | 2 4 4
SCHD SCHT SD SHD SHT ST SZD SZT | 2 43 43
TC TCH TRS TRZ TS TSCH TSH TSZ TTCH TTS TTSCH TTSZ TTZ TZ TZS | 4 4 4
Y | 1 - -
Z ZH ZS ZSCH ZSH | 4 4 4
ZD ZHD | 2 43 43
ZDZ ZDZH ZHDZH | 2 4 4
"""

_DIGITS = 6
# Mokotoff counts Y among the vowels, and J where it is read as Y.
_VOWELS = frozenset("aeiouyj")


class _Codes(NamedTuple):
    start: tuple[str, ...]
    before_vowel: tuple[str, ...]
    elsewhere: tuple[str, ...]


class _Branch(NamedTuple):
    """One way of reading the name so far: its digits, the last sound, and how the next J is read.

    ``sound`` is the digit that the next one must differ from; "" after a letter without code.
    """

    digits: str
    sound: str
    jay: str


def _chart() -> Iterator[tuple[str, _Codes]]:
    for line in _CHART.strip().lower().splitlines():
        groups, columns = line.split("|")
        start, before_vowel, elsewhere = (
            tuple(code.replace("-", "") for code in column.split("/")) for column in columns.split()
        )
        for group in groups.split():
            yield group, _Codes(start, before_vowel, elsewhere)


_GROUPS = dict(_chart())
# The first alternative that fits is taken, so that the longest groups must come first.
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_NOT_A_LETTER = re.compile(r"[^a-z]+")


@lru_cache(maxsize=16384)
def daitch_mokotoff(word: str) -> tuple[str, ...]:
    """All codes of one folded word, sorted; six digits each. No code for a word without letters.

    "trotskiy" has one code, 394500; "auerbach" two, 097400 and 097500, because CH is read as in
    Bach and as in church. Only the letters a to z count, in either case.
    """
    groups = _GROUP.findall(_NOT_A_LETTER.sub("", word.lower()))
    if not groups:
        return ()
    branches = {_Branch("", "", "")}
    for at, group in enumerate(groups):
        following = groups[at + 1][0] if at + 1 < len(groups) else ""
        branches = {
            _append(branch, code, jay)
            for branch in branches
            for code, jay in _readings(group, at == 0, following, branch.jay)
        }
        if all(len(branch.digits) == _DIGITS for branch in branches):
            break
    return tuple(sorted({branch.digits.ljust(_DIGITS, "0") for branch in branches}))


def _readings(group: str, start: bool, following: str, jay: str) -> list[tuple[str, str]]:
    """The codes of a group in its place, each with the reading of a following J that it implies.

    J is a vowel if it is read as Y, and none if it is read as DZH: what stands before it must be
    coded accordingly.
    """
    codes = _GROUPS[group]
    if start:
        return [(code, "") for code in codes.start]
    if group == "j" and jay:
        as_y, as_dzh = codes.elsewhere
        return [(as_y if jay == "y" else as_dzh, "")]
    if following == "j" and codes.before_vowel != codes.elsewhere:
        return [(code, "y") for code in codes.before_vowel] + [
            (code, "dzh") for code in codes.elsewhere
        ]
    before_vowel = following != "" and following in _VOWELS
    return [(code, "") for code in (codes.before_vowel if before_vowel else codes.elsewhere)]


def _append(branch: _Branch, code: str, jay: str) -> _Branch:
    """The branch with one more group; a sound that follows on the same sound is coded once."""
    # MN and NM are two sounds of one digit: only their first can be the sound before.
    first = "" if code[:1] == branch.sound else code[:1]
    digits = (branch.digits + first + code[1:])[:_DIGITS]
    return _Branch(digits, code[-1:], jay)
