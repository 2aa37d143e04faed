"""What the two databases look up for a text, done for one name after the other."""

from prosopography.names import Asked, AskedWord, keys, word_keys, words


def holds(name: str, asked: Asked) -> bool:
    """Whether a search reads this name."""
    stored = keys(name)
    if asked.wholes & {key.value for key in stored if key.kind == "whole"}:
        return True
    if asked.words and all(_holds_word(name, each) for each in asked.words):
        return True
    return (
        bool(asked.surname and asked.initials & {key.value for key in stored if key.kind == "initial"})
        and all(_holds_word(name, each) for each in asked.surname)
    )  # fmt: skip


def _holds_word(name: str, asked: AskedWord) -> bool:
    text, found = asked.word.text, word_keys(name)
    return any(
        word == text
        or (asked.is_open and word.startswith(text))
        or bool(asked.codes & {key.value for key in found if key[:2] == (word, "sound")})
        or (len(asked.grams & {key.value for key in found if key[:2] == (word, "gram")})
            >= asked.least > 0)
        for word in words(name)
    )  # fmt: skip
