"""What must not lie in a repository: kept in a file that git ignores, or in the environment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

PRIVATE: Final = "content/private.yaml"
"""The file; a workspace without it works."""
PREFIX: Final = "CASEDOC_PRIVATE_"
"""How variables that stand for it begin."""


@dataclass(frozen=True, slots=True)
class Private:
    """What is known beside the files of a repository."""

    phone: str = ""
    """The author's telephone number; it takes the place of the profile's."""
    email: str = ""
    """The author's mail address."""
    address: str = ""
    """Where the author lives; it takes the place of the profile's city."""
    clients: AnyMapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The name of each client, and what else would give it away, by its key."""

    def names_of(self, *keys: str) -> tuple[str, ...]:
        """Return the names of a client: its own first; none where they are not known."""
        return tuple(name for key in keys for name in self.clients.get(_plain(key), ()))


NOTHING: Final = Private()
"""What is known where there is neither file nor variable."""
_CLIENT: Final = "CLIENT_"
_FIELDS: Final = ("phone", "email", "address")


def private_of(given: Mapping | None, variables: AnyMapping[str, str]) -> Outcome[Private]:
    """Return what is known beside the files of a repository.

    Args:
        given: The file's content; none without one.
        variables: Variables by name; they win over the file. Several names of a client are
            separated by semicolons.

    Returns:
        What is known; errors where the file holds something else, too.
    """
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    clients: dict[str, tuple[str, ...]] = {}
    for pair in given.pairs if given is not None else ():
        if pair.key == "clients" and isinstance(pair.value, Mapping):
            clients.update({_plain(one.key): _names(one.value, found) for one in pair.value.pairs})
        elif pair.key in _FIELDS and isinstance(pair.value, Scalar):
            texts[pair.key] = "" if pair.value.is_null else pair.value.text.strip()
        else:
            known = ", ".join(f"`{name}`" for name in (*_FIELDS, "clients"))
            message = f"`{pair.key}` can't be used here"
            found.append(Diagnostic(Code.FIELD_TYPE, message, pair.key_span, f"known are {known}"))
    for name, value in variables.items():
        key = name.removeprefix(PREFIX)
        if key.startswith(_CLIENT) and name.startswith(PREFIX):
            parts = tuple(part.strip() for part in value.split(";") if part.strip())
            clients[_plain(key.removeprefix(_CLIENT))] = parts
        elif key.lower() in _FIELDS and name.startswith(PREFIX):
            texts[key.lower()] = value.strip()
    private = Private(**texts, clients=clients)
    return Outcome(private, tuple(found))


def _plain(key: str) -> str:
    """Return a key as all ways of writing it have it: a variable has no room for hyphens."""
    return re.sub(r"[\s_-]+", "-", key.strip().lower())


def _names(value: Value, found: list[Diagnostic]) -> tuple[str, ...]:
    """Return the names of a client: a text, a list, or `name` with `also` and `people`."""
    if isinstance(value, Mapping):
        parts = (value.find(key) for key in ("name", "also", "people"))
        return tuple(name for part in parts if part for name in _names(part.value, found))
    if isinstance(value, Sequence):
        return tuple(name for item in value.items for name in _names(item, found))
    return (value.text.strip(),) if value.text.strip() and not value.is_null else ()


def with_private(fields: Mapping, private: Private) -> Mapping:
    """Return a profile with what must not lie in a repository."""
    given = {
        ("basics", "phone"): private.phone,
        ("basics", "email"): private.email,
        ("basics", "location", "city"): private.address,
    }
    for location, text in given.items():
        if text:
            fields = _with(fields, location, text)
    return fields


def _with(fields: Mapping, location: tuple[str, ...], text: str) -> Mapping:
    key, *rest = location
    pair = fields.find(key)
    span = pair.key_span if pair is not None else fields.span
    value: Value = Scalar(text, quoted=True, span=span)
    if rest:
        inner = pair.value if pair is not None and isinstance(pair.value, Mapping) else None
        value = _with(inner or Mapping((), span), tuple(rest), text)
    kept = tuple(one for one in fields.pairs if one.key != key)
    return Mapping((*kept, Pair(key, span, value)), fields.span)
