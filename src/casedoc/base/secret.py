"""What must not be said of one client, as plain data that can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Secret:
    """The names of one client that must not be named."""

    slug: str
    """The study that declares it."""
    names: tuple[str, ...]
    """Its full name and all that would give it away."""
    shortened: tuple[str, ...]
    """Its name without its legal form. If that is one word, it counts only in its own studies."""
    first: tuple[str, ...] = ()
    """The first word of a name of several; counts only in its own studies."""
    people: tuple[str, ...] = ()
    """The names of its people; they count everywhere."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Pairs of a language, or nothing for all, and what is printed instead in it."""

    def alias_in(self, *languages: str) -> str:
        """Return what is printed instead in the first of several languages that has it."""
        known = dict(self.aliases)
        wanted = [part for one in languages for part in (one, one.split("-", 1)[0])]
        return next((known[one] for one in (*wanted, "") if known.get(one)), "")


def merged(secrets: tuple[Secret, ...]) -> tuple[Secret, ...]:
    """Return one secret for each study, whatever its languages say of it."""
    by_slug: dict[str, Secret] = {}
    for one in secrets:
        known = by_slug.get(one.slug)
        if known is not None:
            one = Secret(  # noqa: PLW2901 - the one of both
                one.slug,
                _both(known.names, one.names),
                _both(known.shortened, one.shortened),
                _both(known.first, one.first),
                _both(known.people, one.people),
                tuple(dict([*one.aliases, *known.aliases]).items()),
            )
        by_slug[one.slug] = one
    return tuple(by_slug.values())


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
