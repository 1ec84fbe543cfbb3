"""The pages become a site, strictly: no link and no anchor leads nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import yaml
from tests.docs.pages import ROOT


def built(folder: Path, config: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", config, "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_site_is_built_strictly(tmp_path: Path) -> None:
    done = built(tmp_path / "site", ROOT / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in tmp_path.rglob("*.html")}
    assert {"index.html", "tutorial/index.html", "reference/cli/index.html"} <= pages


def test_every_page_has_its_place_and_its_kind() -> None:
    (home,), *kinds = (
        [*one.values()] for one in yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]
    )
    listed = [home]
    for (kind,) in kinds:
        listed += (
            [kind] if isinstance(kind, str) else [path for one in kind for path in one.values()]
        )
    assert len(kinds) == 4
    there = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(listed) == sorted(there)


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# A\n\n[b](#nowhere)\n")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    config |= {"docs_dir": str(docs), "nav": [{"A": "index.md"}]}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config))
    assert built(tmp_path / "site", tmp_path / "mkdocs.yml").returncode != 0
