"""Where a client is named in a text, and what the text reads without the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.secret import Secret
from casedoc.content.confidences.declaration import LEGAL_FORM
from casedoc.content.confidences.terms import (
    folded,
    may_hold,
    pattern_of,
    places_of,
    squeezed,
)
from casedoc.content.identity import slug_from
from casedoc.locale.naming import head_noun, named, person_in, phrase_of, titles_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\S+@\S+\.\w+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?",
    re.IGNORECASE,
)
_AROUND: Final = "()[]{}<>,;:!?\"'„“”‚‘’»«"
_GENITIVE: Final = re.compile(r"(?:[’']s|[’']|es|s|en|n)(?![^\W_])", re.IGNORECASE)
_COMPOUND: Final = re.compile(r"-?[^\W_][\w-]*")
_FORM_BEHIND: Final = re.compile(
    r"\s+(?:GmbH(?:\s*&\s*Co\.?\s*KG(?:aA)?)?|AG(?:\s*&\s*Co\.?\s*KG(?:aA)?)?|KGaA|KG|SE|OHG|UG|e\.\s?V\.|eG|Inc\.?|Ltd\.?|LLC|plc"
    r"|Aktiengesellschaft|Gesellschaft\s+mit\s+beschränkter\s+Haftung|Kommanditgesellschaft)(?!\w)"
)

_PARTNER_BEHIND: Final = re.compile(r"\s*&\s*Co\.?\s*KG(?:aA)?(?!\w)")
_QUOTES: Final = "'‘‚’"
_ORDINARY: Final = re.compile(r"(?:s|es|n|en)?(?:weise|halber|haft|los|lich|isch|artig|mäßig)")
"""What makes an ordinary word of a name that is one."""

Terms = tuple[tuple[Secret, tuple[str, ...], bool], ...]
"""Who must not be named, how they are called, and whether these are names of people."""


@dataclass(frozen=True, slots=True)
class Discretion:
    """Who must not be named in a workspace."""

    secrets: tuple[Secret, ...] = ()
    """The clients, one for each study."""
    languages: tuple[str, ...] = ()
    """The workspace's languages; the first that an alias is in counts where none fits."""

    def terms(self, slug: str | None) -> Terms:
        """Return what may not stand in a study, or in what belongs to none."""
        found = [(one, names, False) for one in self.secrets if (names := _names(one, slug))]
        return (*found, *((one, one.people, True) for one in self.secrets if one.people))

    def parts_elsewhere(self, slug: str | None) -> tuple[str, ...]:
        """Return single words of names that don't count in a study, but should not stand there."""
        own = {name for _one, names, _is in self.terms(slug) for name in names}
        parts = (part for one in self.secrets for part in (*one.shortened, *one.first))
        # What an alias says gives nobody away.
        said = " ".join(text for one in self.secrets for _in, text in one.aliases).casefold()
        telling = (part for part in parts if part not in own and part.casefold() not in said)
        return tuple(dict.fromkeys(telling))

    @property
    def names(self) -> tuple[str, ...]:
        """All that must stand nowhere, whatever the study."""
        every = (name for one in self.secrets for name in (*_names(one, None), *one.people))
        return tuple(dict.fromkeys(every))

    @property
    def every_name(self) -> tuple[str, ...]:
        """All by which anybody is called anywhere."""
        parts = ((*one.names, *one.shortened, *one.first, *one.people) for one in self.secrets)
        return tuple(dict.fromkeys(name for names in parts for name in names))

    def hidden_in(self, slugs: Sequence[str]) -> tuple[str, ...]:
        """Return all that must not stand in what is made of some studies."""
        own = {name for slug in slugs for _one, names, _is in self.terms(slug) for name in names}
        return tuple(sorted({*self.names, *own}))


def _names(secret: Secret, slug: str | None) -> tuple[str, ...]:
    if secret.slug == slug:
        return (*secret.names, *secret.shortened, *secret.first)
    several = (name for name in secret.shortened if len(re.findall(r"[^\W_]+", name)) > 1)
    return (*secret.names, *several)


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a text, and what it reads without the name."""

    start: int
    end: int
    text: str
    is_doubtful: bool = False


def edits_in(
    text: str,
    terms: Terms,
    languages: Sequence[str],
    *,
    is_label: bool,
    is_code: bool = False,
) -> list[Edit]:
    """Return what has to change in a text so that it names nobody.

    A name for which there is no alias is left; it is found afterwards.

    Args:
        text: The text.
        terms: Who must not be named, and how they are called.
        languages: The text's language, and further ones for code and addresses.
        is_label: Whether it is a title or a field.
        is_code: Whether it is code: then the alias is written as in an address.
    """
    letters = squeezed(text)
    found: list[tuple[int, int, Secret | None]] = []
    places: list[int] = []
    for secret, names, are_people in terms:
        near = tuple(name for name in names if may_hold(letters, name))
        if not near:
            continue
        places = places or places_of(text)
        found += [
            (places[match.start()], places[match.end() - 1] + 1, None if are_people else secret)
            for match in pattern_of(near).finditer(folded(text))
        ]
    edits: list[Edit] = []
    for first, end, whose in sorted(found, key=lambda one: (one[0], -one[1])):
        if edits and first < edits[-1].end:
            continue
        if whose is None and not is_code and not _is_person(text, first, end):
            continue
        start = first
        if whose is None:
            alias = person_in(languages[0])
            start = _with_titles(text, first, titles_in(languages[0]))
        else:
            alias = whose.alias_in(languages[0], *(languages[1:] if is_code else ()))
        if not alias:
            continue
        edit = _code(text, start, end, alias) if is_code else None
        edit = edit or _edit(text, start, end, alias, languages[0], is_label=is_label)
        if edits and edit.start < edits[-1].end:
            edit = Edit(edits[-1].end, edit.end, edit.text, edit.is_doubtful)
        edits.append(edit)
    return edits


def _is_person(text: str, start: int, end: int) -> bool:
    """Tell whether a word that somebody is called by stands for them: `Klein`, but not `kleine`."""
    if re.search(r"[\W_]", text[start:end]):
        return True
    rest = _GENITIVE.sub("", text[end:], count=1) if _GENITIVE.match(text, end) else text[end:]
    return text[start].isupper() and not rest[:1].isalpha()


def _with_titles(text: str, start: int, titles: Sequence[str]) -> int:
    """Return where a person's name begins, with the titles before it."""
    known = "|".join(map(re.escape, titles))
    match = re.search(rf"(?:(?<!\w)(?:{known})\s+)+\Z", text[:start]) if known else None
    return match.start() if match is not None else start


def _code(text: str, start: int, end: int, alias: str) -> Edit:
    """Return what stands in code: an alias of letters that code may have."""
    name = text[start:end]
    slug = slug_from(alias)
    if name.isupper():
        slug = slug.upper().replace("-", "_")
    elif "_" in text[max(start - 1, 0) : end + 1]:
        slug = slug.replace("-", "_")
    return Edit(start, end, slug)


def _edit(text: str, start: int, end: int, alias: str, language: str, *, is_label: bool) -> Edit:
    address = _address_around(text, start, end)
    if address is not None:
        start, end = address
    else:
        has_form = LEGAL_FORM.search(text[start:end]) is not None
        form = (_PARTNER_BEHIND if has_form else _FORM_BEHIND).match(text, end)
        end = form.end() if form else end
    name, before = text[start:end], text[:start]
    noun = head_noun(phrase_of(alias, language))
    if address is None and re.match(r"-(?=\s)", text[end:]):
        return Edit(start, end, noun)
    if address is None and re.search(r"[^\W_]-\Z", before):
        return _joined(text, start, end, noun)
    tail = None if address else _GENITIVE.match(text, end)
    if tail is not None and tail[0] in _QUOTES and not _is_possessive(name, before):
        tail = None
    if tail is None and address is None and (behind := _COMPOUND.match(text, end)):
        rest = behind[0].lstrip("-")
        is_doubtful = _ORDINARY.match(rest) is not None
        return Edit(start, behind.end(), f"{noun}-{rest[:1].upper()}{rest[1:]}", is_doubtful)
    ending = tail[0] if tail else ""
    naming = named(alias, name, before, ending, language, is_label=is_label)
    return Edit(start - naming.taken, end + len(ending), naming.text, naming.is_doubtful)


def _is_possessive(name: str, before: str) -> bool:
    """Tell whether a mark behind a name may be its ending, and closes no quotation."""
    ends_so = re.search(r"(?:[sßxz]|ce)\Z", name, re.IGNORECASE) is not None
    return ends_so and not before.endswith(tuple(_QUOTES))


def _joined(text: str, start: int, end: int, noun: str) -> Edit:
    """Return a name behind a hyphen; what follows it is joined as well."""
    behind = _COMPOUND.match(text, end)
    if behind is None or _GENITIVE.fullmatch(behind[0]):
        return Edit(start, behind.end() if behind else end, noun)
    rest = behind[0].lstrip("-")
    return Edit(start, behind.end(), f"{noun}-{rest[:1].upper()}{rest[1:]}")


def _address_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole address that a name is a part of."""
    for token in _TOKEN.finditer(text):
        if token.start() <= start and end <= token.end():
            inner = token[0].lstrip(_AROUND)
            first = token.end() - len(inner)
            inner = inner.rstrip(_AROUND + ".")
            if _ADDRESS.fullmatch(inner) and first <= start and end <= first + len(inner):
                return first, first + len(inner)
    return None


def is_inside(text: str, names: Sequence[str]) -> re.Match[str] | None:
    """Return where a text names somebody even so, such as inside a longer word."""
    letters = squeezed(text)
    near = tuple(name for name in names if may_hold(letters, name))
    return pattern_of(near, inside=True).search(folded(text)) if near else None
