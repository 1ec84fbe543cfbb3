"""All files of content as they are read: for one audience, without names that are confidential."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.recording import digest_of_all
from casedoc.base.secret import Secret, merged
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure
from casedoc.build.content_memory import FORGETFUL, ContentMemory
from casedoc.content.audience import Audience
from casedoc.content.confidences.consent import consent_of, judge_consent
from casedoc.content.confidences.declaration import (
    client_pair,
    is_confidential,
    secret_of,
)
from casedoc.content.confidences.files import without_names
from casedoc.content.confidences.mentions import Discretion
from casedoc.content.confidences.private import NOTHING, PREFIX, PRIVATE, Private
from casedoc.content.identity import identify, slug_from
from casedoc.content.keys import known_fields
from casedoc.locale.spec import KNOWN_TAGS
from casedoc.source.source import LARGEST_TEXT, Source, read_source
from casedoc.source.values import Mapping, Pair, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedoc.base.world import World


@dataclass(frozen=True, slots=True)
class Stance:
    """For whom content is read, and what is known of clients."""

    audience: str | None = None
    """The profile it is for; none where everything is looked at."""
    profiles: tuple[str, ...] = ()
    """Names of all profiles."""
    names_nobody: bool = False
    """Whether no client is named, whatever it has agreed to."""
    private: Private = NOTHING
    """What is known beside the files."""
    replaces: bool = True
    """Whether aliases take the place of names; without it, the proof refuses what names them."""


UNKNOWN: Final = "\u2013"
"""What stands for the name of a client that nobody knows here."""
EVERYTHING = Stance()
"""Everything is looked at, and clients are named where they may be."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file, read."""

    path: str
    """Path relative to the workspace root."""
    slug: str
    """Slug of its study, or what its name suggests where the file is broken."""
    language: str
    """Tag of its language, or the workspace's first."""
    source: Source | None
    """What it says; none where it could not be read."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it so far."""
    secret: Secret | None = None
    """Its client, where that must not be named."""
    allowed: frozenset[str] = frozenset()
    """What the client has agreed to, as of today."""
    is_confidential: bool = False
    """Whether it declares a client as confidential that has not agreed to be named."""
    is_hidden: bool = False
    """Whether its own client is not named."""
    is_discreet: bool = False
    """Whether it says something else than is written: a name is replaced, a part left out."""
    written_slug: str = ""
    """The slug as its author wrote it; it may name somebody."""
    made_of: str = ""
    """Digest of all that this comes from; empty where nothing is remembered."""


@dataclass(frozen=True, slots=True)
class ReadContent:
    """All files, read."""

    files: tuple[ReadFile, ...]
    """In the order of their paths."""
    discretion: Discretion = field(default_factory=Discretion)
    """Who must not be named."""


def read_files(
    world: World,
    paths: Sequence[str],
    languages: Sequence[str],
    others: Iterable[Secret] = (),
    stance: Stance = EVERYTHING,
    memory: ContentMemory = FORGETFUL,
) -> ReadContent:
    """Read files, and let aliases take the place of names.

    Args:
        world: The door to the workspace.
        paths: The files.
        languages: The workspace's languages.
        others: Secrets of files that are not read.
        stance: For whom they are read.
        memory: What is known of them from the last time.
    """
    files: list[ReadFile] = []
    for path in paths:
        read = partial(_read, path=path, languages=languages, stance=stance)
        file, made_of = memory.once("read", path, (tuple(languages), stance), world, read)
        files.append(replace(file, made_of=made_of))
    own = [file.secret for file in files if file.secret is not None]
    # A slug finds an alias in any language; the workspace's own come first.
    discretion = Discretion(merged((*own, *others)), (*languages, *KNOWN_TAGS))
    if stance.replaces:
        said = digest_of_all(discretion)
        files = [_remembered_discreet(file, discretion, said, world, memory) for file in files]
    return ReadContent(tuple(files), discretion)


def _read(world: World, path: str, languages: Sequence[str], stance: Stance) -> ReadFile:
    read = read_source(world, path)
    if read.value is None:
        found = [*read.diagnostics]
        if _may_hide(world, path, always=stance.names_nobody):
            found.append(_unreadable(path))
        return ReadFile(path, _guess(path), languages[0], None, tuple(found))
    source = _with_private_name(read.value, stance.private)
    known = identify(path, known_fields(source.fields)[0], languages).value
    slug, language = (known.slug, known.locale.tag) if known else (_guess(path), languages[0])
    found = list(read.diagnostics)
    consent = consent_of(source.fields)
    judged = judge_consent(consent, world) if consent is not None else None
    allowed: frozenset[str] = frozenset()
    if judged is not None:
        found.append(judged)
    if consent is not None and (judged is None or not judged.is_error):
        allowed = frozenset(one for one in consent.scope if consent.allows(one))
    unknown = _unknown(source)
    if unknown is not None:
        # It may be named, but nobody knows how.
        allowed -= {"name"}
        found.append(unknown)
    granted = frozenset() if stance.names_nobody else allowed
    always, private = stance.names_nobody, stance.private
    secret = secret_of(slug, source.fields, language, private, allowed=granted, always=always)
    is_hidden = secret is not None and "name" not in granted
    audience = Audience(stance.audience, stance.profiles, found)
    source = audience.source(source)
    is_confidential = is_hidden
    if always:
        usual = secret_of(slug, source.fields, language, private, allowed=allowed)
        is_confidential = usual is not None and "name" not in allowed
    return ReadFile(
        path=path,
        slug=slug,
        written_slug=slug,
        language=language,
        source=source,
        diagnostics=tuple(found),
        secret=secret,
        allowed=granted,
        is_confidential=is_confidential,
        is_hidden=is_hidden,
        is_discreet=audience.left_out > 0,
    )


def _may_hide(world: World, path: str, *, always: bool) -> bool:
    """Tell whether a file that can't be read may declare a client that must not be named."""
    content = world.read(path, LARGEST_TEXT)
    if always:
        return True
    # What the system lets nobody read is an error like others, and told whatever was named.
    if isinstance(content, ReadFailure):
        return False
    return b"confidential" in content.replace(b"\0", b"").lower()


def _unreadable(path: str) -> Diagnostic:
    message = "this file may declare a confidential client, and nobody knows whom it means"
    hint = "nothing is published until it can be read"
    return Diagnostic(Code.CLIENT_UNREADABLE, message, Span.of_file(path), hint)


def _guess(path: str) -> str:
    return slug_from(path.rsplit("/", 1)[-1].split(".", 1)[0])


def _with_private_name(source: Source, private: Private) -> Source:
    """Return a file whose client is named as it is known elsewhere; as it was where it is not."""
    pair = client_pair(source.fields)
    client = pair.value if pair is not None else None
    key = client.find("key") if isinstance(client, Mapping) else None
    if pair is None or not isinstance(client, Mapping) or key is None or client.find("name"):
        return source
    names = private.names_of(key.value.text) if isinstance(key.value, Scalar) else ()
    text = names[0] if names else UNKNOWN
    named = Pair("name", key.key_span, Scalar(text, quoted=True, span=key.key_span))
    pairs = [named, *client.pairs]
    if not names and not is_confidential(client):
        # Nobody knows the name here, so the alias is printed.
        pairs = [one for one in pairs if one.key != "confidential"]
        yes = Scalar("true", quoted=False, span=key.key_span)
        pairs.append(Pair("confidential", key.key_span, yes))
    changed = replace(pair, value=Mapping(tuple(pairs), client.span))
    fields = tuple(changed if one is pair else one for one in source.fields.pairs)
    return replace(source, fields=Mapping(fields, source.fields.span))


def _unknown(source: Source) -> Diagnostic | None:
    """Return a warning where nobody knows the name of a file's client here."""
    pair = client_pair(source.fields)
    client = pair.value if pair is not None else None
    name = client.find("name") if isinstance(client, Mapping) else None
    if name is None or not isinstance(name.value, Scalar) or name.value.text != UNKNOWN:
        return None
    message = "nobody knows here what this client is called, so no name is looked for or replaced"
    hint = f"add its key to `clients` in `{PRIVATE}`, or set `{PREFIX}CLIENT_…`"
    return Diagnostic(Code.CLIENT_UNKNOWN, message, name.key_span, hint)


def _remembered_discreet(
    file: ReadFile, discretion: Discretion, said: str, world: World, memory: ContentMemory
) -> ReadFile:
    """Return a file without names; `said` is a digest of who they are."""

    def make(_world: World) -> ReadFile:
        return _discreet(file, discretion)

    grounds = (file.made_of, said)
    discreet, made_of = memory.once("discreet", file.path, grounds, world, make)
    return replace(discreet, made_of=made_of)


def _discreet(file: ReadFile, discretion: Discretion) -> ReadFile:
    if file.source is None:
        return file
    discreet = without_names(
        file.source, file.slug, file.language, discretion, is_hidden=file.is_hidden
    )
    return replace(
        file,
        slug=discreet.slug or file.slug,
        source=discreet.source,
        diagnostics=(*file.diagnostics, *discreet.diagnostics),
        is_discreet=file.is_discreet or discreet.is_changed,
    )
