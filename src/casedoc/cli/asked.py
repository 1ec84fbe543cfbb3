"""What `casedoc build` was asked for, as its options say it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from casedoc.cli.edition_options import is_full

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from casedoc.build.edition import Imposition
    from casedoc.build.kinds import DocumentKind, Format
    from casedoc.cli.edition_options import Executor, ProofLevel
    from casedoc.cli.output import OutputFormat
    from casedoc.pdf.standards import Standard

_READERS: Final = ("page", "pypdfium2")
"""Modules by which a full proof is made, where they are there."""
_OF_THE_RUN: Final = frozenset(
    {
        "check_reproducible",
        "executor",
        "force",
        "jobs",
        "output_format",
        "quiet",
        "scheduler",
        "strict",
        "timeout",
        "timings",
        "verbose",
        "watch",
    }
)
"""Options that change nothing in what is made and told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options by their names, unread."""

    slugs: list[str] | None
    profile: list[str] | None
    featured: bool
    category: list[str] | None
    technology: list[str] | None
    tag: list[str] | None
    since: str | None
    until: str | None
    drafts: bool
    lang: list[str] | None
    kind: list[DocumentKind] | None
    form: list[Format] | None
    dpi: int
    standard: Standard
    impose: Imposition | None
    attach_source: bool
    proof: ProofLevel | None
    check_reproducible: bool
    fallback: bool
    output: Path | None
    jobs: int | None
    timeout: float | None
    executor: Executor
    scheduler: str | None
    as_of: str | None
    strict: bool
    force: bool
    timings: bool
    watch: bool
    output_format: OutputFormat
    quiet: bool
    verbose: int

    @property
    def is_of_few(self) -> bool:
        """Whether it is for the one-pagers of one case study, with the quick proof.

        *Why*: the validator of a full one begins threads, and nothing may be forked beside them.
        """
        is_one_pager = all(kind.value == "one-pager" for kind in self.kind or ())
        return len(self.slugs or ()) == 1 and is_one_pager and is_full(self.proof) is False

    def words(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return words that are the same where the same is to be made.

        Args:
            environment: Environment variables; what today means and how files are judged may
                stand there.
        """
        names = (name for name in self.__slots__ if name not in _OF_THE_RUN)
        said = {name: _plain(getattr(self, name)) for name in names}
        readers = [name for name in _READERS if find_spec(name) is not None]
        said["proof"] = [is_full(self.proof), *readers]
        if self.as_of is None:
            said["as_of"] = environment.get("SOURCE_DATE_EPOCH", "")
        return json.dumps(said)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever an option may be
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)
