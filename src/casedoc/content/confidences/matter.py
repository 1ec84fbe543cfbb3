"""Front matter and profile without the names that must not be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from casedoc.base.span import Span
from casedoc.content.confidences.declaration import CLIENT_KEYS, NAMING_KEYS
from casedoc.content.identity import slug_from
from casedoc.content.keys import ALIASES
from casedoc.locale.spec import KNOWN_TAGS
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

if TYPE_CHECKING:
    from casedoc.base.secret import Secret
    from casedoc.content.confidences.replacement import Replacing

_AS_WRITTEN: Final = frozenset({"lang", "translated-from", "src", "date", "period"})
"""Keys whose values are not printed as they are."""
_IMAGES: Final = frozenset({"image", "figures", *ALIASES["image"]})
_ADDRESSES: Final = frozenset({"url", "href"})
_SENTENCES: Final = frozenset(
    {"summary", *ALIASES["summary"], "context", "note", "bullets", "results", "highlights"}
)
"""Keys whose texts run like sentences; others are titles and labels."""


def matter_without_names(
    fields: Mapping, replacing: Replacing, own: Secret | None, *, is_hidden: bool
) -> Mapping:
    """Return front matter without the names.

    Args:
        fields: The front matter.
        replacing: Replaces, and gathers what is to be told.
        own: The file's own client, where it must not be named.
        is_hidden: Whether the client of this file is not named.
    """
    pairs = []
    for pair in fields.pairs:
        if pair.key in CLIENT_KEYS and is_hidden:
            pairs.append(replace(pair, value=_client(pair.value, replacing, own)))
        elif pair.key in _IMAGES:
            pairs.append(replace(pair, value=_image(pair.value, replacing)))
        elif pair.key == "links":
            pairs.append(replace(pair, value=_links(pair.value, replacing)))
        else:
            pairs.append(replace(pair, value=value_without_names(pair.value, pair.key, replacing)))
    return Mapping(tuple(pairs), fields.span)


def value_without_names(value: Value, key: str, replacing: Replacing) -> Value:
    """Return any value without the names.

    Args:
        value: The value.
        key: The key it stands under; a language's counts for what is inside it.
        replacing: Replaces, and gathers what is to be told.
    """
    if isinstance(value, Scalar):
        if key in _AS_WRITTEN or value.is_null:
            return value
        is_code = key in {"slug", *_ADDRESSES}
        label = key not in _SENTENCES
        text = replacing.text(value.text, value.span, is_label=label, is_code=is_code)
        return value if text == value.text else replace(value, text=text)
    if isinstance(value, Sequence):
        items = tuple(value_without_names(one, key, replacing) for one in value.items)
        return Sequence(items, value.span)
    return Mapping(tuple(_pair(pair, key, replacing) for pair in value.pairs), value.span)


def _pair(pair: Pair, key: str, replacing: Replacing) -> Pair:
    if pair.key in KNOWN_TAGS:
        spoken = replace(replacing, languages=(pair.key, *replacing.languages))
        value = value_without_names(pair.value, key, spoken)
        replacing.count += spoken.count - replacing.count
        return replace(pair, value=value)
    if pair.key in _ADDRESSES and isinstance(pair.value, Scalar):
        if replacing.names_in(pair.value.text):
            replacing.link_dropped(pair.value.span, "the address is not printed")
            return replace(pair, value=Scalar("", quoted=False, span=pair.value.span))
        return pair
    return replace(pair, value=value_without_names(pair.value, pair.key, replacing))


def _client(value: Value, replacing: Replacing, own: Secret | None) -> Value:
    """Return a client that has no name but its alias."""
    if not isinstance(value, Mapping):
        alias = own.alias_in(replacing.languages[0]) if own is not None else ""
        name = Scalar(alias or "\u2013", quoted=True, span=value.span)
        yes = Scalar("true", quoted=False, span=value.span)
        given = {"name": name, "confidential": yes}
        given |= {"alias": Scalar(alias, quoted=True, span=value.span)} if alias else {}
        pairs = tuple(Pair(key, value.span, one) for key, one in given.items())
        return Mapping(pairs, value.span)
    alias = own.alias_in(*replacing.languages) if own is not None else ""
    said = value.find("alias")
    pairs = tuple(
        Pair(
            pair.key,
            pair.key_span,
            Scalar(alias or "\u2013", quoted=True, span=said.value.span if said else pair.key_span),
        )
        if pair.key == "name"
        else pair
        for pair in value.pairs
        if pair.key not in NAMING_KEYS or pair.key == "name"
    )
    if value.find("confidential") is None:
        yes = Scalar("true", quoted=False, span=value.span)
        pairs = (*pairs, Pair("confidential", value.span, yes))
    return Mapping(pairs, value.span)


def _image(value: Value, replacing: Replacing) -> Value:
    """Return images, whose paths stay: they are not printed."""
    if isinstance(value, Sequence):
        return Sequence(tuple(_image(one, replacing) for one in value.items), value.span)
    return value if isinstance(value, Scalar) else value_without_names(value, "image", replacing)


def _links(value: Value, replacing: Replacing) -> Value:
    """Return links without those whose address names somebody; their words stay as a text."""
    if not isinstance(value, Sequence):
        return value_without_names(value, "links", replacing)
    kept: list[Value] = []
    for item in value.items:
        address = item if isinstance(item, Scalar) else None
        if isinstance(item, Mapping):
            urls = (item.find(key) for key in _ADDRESSES)
            address = next(
                (one.value for one in urls if one is not None and isinstance(one.value, Scalar)),
                None,
            )
        if address is not None and replacing.names_in(address.text):
            replacing.link_dropped(address.span, "the link is not printed")
            continue
        kept.append(value_without_names(item, "links", replacing))
    return Sequence(tuple(kept), value.span)


def with_slug(fields: Mapping, slug: str) -> Mapping:
    """Return front matter that declares a slug."""
    pair = fields.find("slug")
    span = pair.value.span if pair is not None else fields.span
    made = Pair("slug", span, Scalar(slug, quoted=True, span=span))
    kept = tuple(one for one in fields.pairs if one.key != "slug")
    return Mapping((*kept, made), fields.span)


def slug_without_names(slug: str, path: str, replacing: Replacing) -> str:
    """Return a slug in which the alias stands for a name; the first language's, for all files."""
    span = Span.of_file(path)
    return slug_from(replacing.text(slug.replace("-", " "), span, is_label=True, is_code=True))
