"""Every component and page kind is printed as it was when somebody last looked at it."""

from collections.abc import Mapping

import pytest
from PIL import Image
from tests.conftest import REPOSITORY, made_once
from tests.golden.cases import Case, all_cases, print_case, read_print
from tests.golden.picture import DPI, MOST_SHARE, cropped, read_picture, share_of_difference, stored
from tests.golden.record import differences, write_record
from tests.golden.report import Compared, Report
from tests.pages.printed import pictures_of, read_printed

REPORT = Report(REPOSITORY / "output" / "golden")


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_is_printed_as_it_was(
    case: Case, tmp_path_factory: pytest.TempPathFactory, *, update_goldens: bool
) -> None:
    folder = made_once(tmp_path_factory, case.id, lambda folder: print_case(case, folder))
    done = read_print(folder)
    head = (f"fit {done.fit}", f"codes {' '.join(done.codes)}", f"parts {' '.join(done.parts)}")
    pages = read_printed(done.pdf)
    chosen = case.pages or tuple(page.number for page in pages)
    record = write_record((*head, f"pages {len(pages)}"), [pages[n - 1] for n in chosen])
    drawn = pictures_of(done.pdf, DPI)
    pictures = {number: drawn[number - 1] for number in chosen}
    if update_goldens:
        update(case, record, pictures)
    found = compared(case, record, pictures)
    if found:
        REPORT.tell(case.id, found, both(case, pictures))
    else:
        REPORT.forget(case.id)
    place = REPORT.index.relative_to(REPOSITORY)
    shown = "\n".join(found[:10])
    assert found == [], f"{shown}\nbefore, after and difference: {place}#{case.id}"


def update(case: Case, record: str, pictures: Mapping[int, Image.Image]) -> None:
    """Write what a case must look like from now on."""
    for old in case.record.parent.glob(f"{case.stem}.*"):
        old.unlink()
    case.record.write_text(record, encoding="utf-8")
    for number, picture in pictures.items():
        case.picture(number).write_bytes(stored(picture))


def compared(case: Case, record: str, pictures: Mapping[int, Image.Image]) -> list[str]:
    """Return what differs: count of pages, words, shapes; pictures last."""
    if not case.record.exists():
        return ["never looked at: there is no record yet"]
    found = differences(case.record.read_text(encoding="utf-8"), record)
    for page in both(case, pictures):
        if page.before is None or page.after is None:
            found.append(f"page {page.number}: only one of both has it")
            continue
        share = share_of_difference(page.before, page.after)
        if share > MOST_SHARE:
            found.append(f"page {page.number}: {share:.2%} of the picture differ")
    return found


def both(case: Case, pictures: Mapping[int, Image.Image]) -> list[Compared]:
    """Return all pages as they were and as they are."""
    files = case.record.parent.glob(f"{case.stem}.*.png")
    kept = {int(file.suffixes[-2][1:]): file for file in files}
    pages = []
    for number in sorted({*kept, *pictures}):
        before = read_picture(kept[number]) if number in kept else None
        after = cropped(pictures[number]) if number in pictures else None
        pages.append(Compared(number, before, after))
    return pages
