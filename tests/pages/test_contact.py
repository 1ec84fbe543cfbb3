"""The contact line of a one-pager, with much to say."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.golden.cases import all_cases, print_case, read_print
from tests.pages.checks import at_the_edge
from tests.pages.printed import read_printed

PROFILE = """
basics:
  name: Tomke Harmsen
  label: Entwurf, technische Leitung und Ablösung gewachsener Anwendungen
  email: tomke.harmsen@harmsen-architektur.example
  phone: "+49 221 8888 4711"
  url: https://harmsen-architektur.example
  location:
    city: Köln
"""


@pytest.mark.parametrize("theme", ["beleg", "kontor"])
def test_a_long_role_stays_within_reach_of_a_printer(tmp_path: Path, theme: str) -> None:
    sample = next(case for case in all_cases() if case.id == f"panel.figures-5.de.{theme}")
    study = sample.content / "de" / "figures-5.md"
    (tmp_path / "in" / "de").mkdir(parents=True)
    (tmp_path / "in" / "de" / study.name).write_bytes(study.read_bytes())
    (tmp_path / "in" / "profile.yaml").write_text(PROFILE)
    folder = tmp_path / "out"
    folder.mkdir()
    print_case(replace(sample, content=tmp_path / "in"), folder)
    (page,) = read_printed(read_print(folder).pdf)
    assert {"gewachsener", "Köln"} <= {word.text for word in page.words}
    assert at_the_edge(page, 9) == []
