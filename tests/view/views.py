"""Views of studies made in memory, and their words."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.content.reading import mapping_of, study_of

from casedoc.base.disk import DiskWorld
from casedoc.build.project import read_project
from casedoc.content.case_study import CaseStudy
from casedoc.content.profile import Profile, validate_profile
from casedoc.locale.spec import LocaleSpec, locale_spec
from casedoc.source.element import Element, plain_text
from casedoc.view.compose_study import compose_study
from casedoc.view.study import FlowPart, LinksPart, SectionView, StepsPart, StudyView

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = sorted(
    path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("content/*/*.md")
)


def spec(tag: str = "de") -> LocaleSpec:
    """Return a known locale."""
    found = locale_spec(tag)
    assert found is not None
    return found


def view_of(matter: str = "title: Ein Fall", body: str = "", language: str = "de") -> StudyView:
    """Return the view of a faultless study, printed in its own language."""
    study = study_of(matter, body, f"content/{language}/sample.md")
    outcome = compose_study(study, spec(language))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def profile_of(yaml: str = "", codes: tuple[str, ...] = ()) -> Profile:
    """Return a profile that draws these warnings, none usually."""
    given = mapping_of(f"basics:\n  name: Jana Brandt\n{yaml}")
    outcome = validate_profile(given, ("de",), None)
    assert tuple(one.code.number for one in outcome.diagnostics) == codes
    assert outcome.value is not None
    return outcome.value


@cache
def sample(path: str) -> CaseStudy:
    """Return one of the repository's own studies."""
    world = DiskWorld(REPOSITORY, REPOSITORY)
    files = {file.path: file for file in read_project(world, ("de", "en")).files}
    study = files[path].study
    assert study is not None, files[path].diagnostics
    return study


def words(elements: tuple[Element, ...]) -> str:
    """Return inline text with plain spaces."""
    return plain_text(elements).replace("\u00a0", " ")


def _leaves(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        for part in element.walk():
            if not part.children:
                yield part.text or " "
            yield part.get("title") or part.get("number")


def section_texts(section: SectionView | None) -> Iterator[str]:
    """Yield all texts of a section in reading order."""
    if section is None:
        return
    yield from _leaves(section.heading)
    for part in section.parts:
        if isinstance(part, SectionView):
            yield from section_texts(part)
        elif isinstance(part, FlowPart):
            yield from _leaves(part.blocks)
        elif isinstance(part, StepsPart):
            for step in part.steps:
                yield from _leaves((*step.lead_in, *step.blocks))
        else:
            yield from _link_texts(part)


def _link_texts(part: LinksPart) -> Iterator[str]:
    for link in part.links:
        yield from _leaves(link.label)
        yield "".join(link.address)
        yield from _leaves(link.note)


def text_of(*sections: SectionView | None) -> str:
    """Return all texts of sections in one piece."""
    return "".join(text for section in sections for text in section_texts(section))
