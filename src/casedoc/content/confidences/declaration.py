"""What a file's front matter says of a client that must not be named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from casedoc.base.secret import Secret
from casedoc.content.keys import ALIASES
from casedoc.content.shapes import NO
from casedoc.locale.naming import ordinary_names
from casedoc.source.values import Mapping, Pair, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.content.confidences.private import Private

CLIENT_KEYS: Final = ("client", *ALIASES["client"])
"""Keys of front matter under which the client stands."""
NAMING_KEYS: Final = ("name", "also", "people", "key")
"""Keys of a client that name it."""
LEGAL_FORM: Final = re.compile(
    r"[\s,&+]+(?:co\.?|gmbh|mbh|e\.?\s?k\.?|limited|ag|se|kg|kgaa|ohg|gbr|ug|e\.?\s?v\.?|eg|inc\.?|ltd\.?|llc|plc"
    r"|corp\.?|b\.?v\.?|n\.?v\.?|s\.?a\.?|sarl|s\.?r\.?l\.?|oy|ab|as)\Z",
    re.IGNORECASE,
)
"""The end of a name that is the form of a company."""
_SHORT_WORD: Final = 4


def client_pair(fields: Mapping) -> Pair | None:
    """Return the client of a file, under whichever name its key has; none without one."""
    pairs = (fields.find(key) for key in CLIENT_KEYS)
    given = [pair for pair in pairs if pair is not None and not _is_null(pair)]
    # One with keys and values says more than a name.
    return next((one for one in given if isinstance(one.value, Mapping)), next(iter(given), None))


def is_confidential(client: Mapping) -> bool:
    """Tell whether a client is said to be confidential; in doubt it is."""
    said = client.find("confidential")
    words = texts_of(said)
    return said is not None and (not words or words[0].strip().lower() not in NO)


def secret_of(
    slug: str,
    fields: Mapping,
    language: str = "",
    private: Private | None = None,
    *,
    allowed: frozenset[str] = frozenset(),
    always: bool = False,
) -> Secret | None:
    """Return the names under which a file's client must not appear; none where they may.

    It goes by what the file says, not by a checked study: a file with other mistakes keeps its
    secrets, too.

    Args:
        slug: The study.
        fields: The file's front matter.
        language: The file's language, which an alias without one is in.
        private: What is known of clients outside the files.
        allowed: What the client has agreed to: `name`, `contact`.
        always: Whether no client at all is to be named, confidential or not.
    """
    confidential = next(
        (
            pair.value
            for key in CLIENT_KEYS
            if (pair := fields.find(key)) is not None
            and isinstance(pair.value, Mapping)
            and is_confidential(pair.value)
        ),
        None,
    )
    pair = client_pair(fields)
    client = confidential or (pair.value if pair is not None and always else None)
    if client is None:
        return None
    if not isinstance(client, Mapping):
        plain = (client.text,) if isinstance(client, Scalar) and client.text.strip() else ()
        return _secret(slug, plain, ())
    name, also = texts_of(client.find("name")), texts_of(client.find("also"))
    people = texts_of(client.find("people")) if "contact" not in allowed else ()
    if private is not None:
        hidden = private.names_of(*texts_of(client.find("key")))
        name, also = (*name, *hidden[:1]), (*also, *hidden[1:])
    if "name" in allowed:
        return Secret(slug, (), (), (), people) if people else None
    secret = _secret(slug, tuple(dict.fromkeys(name)), texts_of(client.find("ordinary")))
    aliases = tuple(_aliases(client, language))
    said = " ".join(alias for _language, alias in aliases).casefold()
    return replace(
        secret,
        names=(*secret.names, *(one for one in also if _has_letters(one))),
        first=tuple(one for one in secret.first if one.casefold() not in said),
        people=tuple(one for one in people if _has_letters(one)),
        aliases=aliases,
    )


def _secret(slug: str, name: tuple[str, ...], ordinary: tuple[str, ...]) -> Secret:
    """Return the secret that a name is, and the parts of it that tell it."""
    plain = tuple(without_legal_form(one) for one in name)
    known = {word.casefold() for word in ordinary}
    usual = known | ordinary_names()
    shortened = tuple(one for one in plain if one.casefold() not in known and _has_letters(one))
    firsts = [words[0] for one in plain if len(words := re.findall(r"[^\W_]+", one)) > 1]
    first = tuple(
        word for word in firsts if len(word) >= _SHORT_WORD and word.casefold() not in usual
    )
    return Secret(slug, tuple(filter(_has_letters, name)), shortened, first)


def _has_letters(text: str) -> bool:
    return re.search(r"[^\W_]", text) is not None


def without_legal_form(name: str) -> str:
    """Return a name without what says that it is a company."""
    while (match := LEGAL_FORM.search(name)) is not None:
        name = name[: match.start()]
    return name


def _aliases(client: Mapping, language: str) -> Iterator[tuple[str, str]]:
    pair = client.find("alias")
    if pair is not None and isinstance(pair.value, Mapping):
        for one in pair.value.pairs:
            if isinstance(one.value, Scalar) and not one.value.is_null:
                yield one.key, one.value.text.strip()
    else:
        yield from ((language, text.strip()) for text in texts_of(pair)[:1])


def texts_of(pair: Pair | None) -> tuple[str, ...]:
    """Return the texts of a value: one, or those of a list, or of a text with commas."""
    value = pair.value if pair else None
    if isinstance(value, Sequence):
        return tuple(item.text for item in value.items if isinstance(item, Scalar))
    return (value.text,) if isinstance(value, Scalar) and not value.is_null else ()


def _is_null(pair: Pair) -> bool:
    return isinstance(pair.value, Scalar) and pair.value.is_null
