"""The tutorial is walked as it is written, in an empty folder."""

import re
import subprocess
import sys
from pathlib import Path

import pypdf
from tests.end_to_end.command import environment

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_it_leads_from_nothing_to_three_documents(tmp_path: Path) -> None:
    blocks = BLOCK.findall(TUTORIAL.read_text("utf-8"))
    assert len(blocks) == 8
    program = "set -euo pipefail\n" + "echo '--- next'\n".join(blocks)
    path = f"{Path(sys.executable).parent}:{environment().get('PATH', '')}"
    done = subprocess.run(
        ["/bin/bash", "-c", program],
        cwd=tmp_path,
        env=environment(PATH=path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    said = done.stdout.split("--- next\n")
    assert said[2].startswith("4 files in ")
    assert said[2].endswith("output are up to date\n")
    output = tmp_path / "portfolio" / "output"
    made = {path.name for path in output.glob("*.pdf")}
    kinds = ("search", "warehouse", "portfolio", "cv", "my-project")
    assert made == {f"alex-example-{kind}.en.pdf" for kind in kinds}
    page = pypdf.PdfReader(output / "alex-example-my-project.en.pdf")
    assert len(page.pages) == 1
    assert "70%" in page.pages[0].extract_text()
    assert (tmp_path / "portfolio/content/de/my-project.md").is_file()
