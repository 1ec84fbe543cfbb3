"""What runs elsewhere: the action, its example, GitLab's, the workflow of `init`, hooks, container.

Their shapes are judged by the services' own schemas, their scripts by a linter, and what they run
is run here, in a scratch repository.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.build.studies import study
from tests.end_to_end.command import environment, run_casedoc, write_files

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ACTION = ROOT / "action.yml"
RELEASE = ROOT / "examples/github/release.yml"
GITLAB = ROOT / "examples/gitlab/.gitlab-ci.yml"
STARTED = ROOT / "src/casedoc/build/starter/workflow.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def loaded(path: Path) -> Any:  # noqa: ANN401 - whatever a file holds
    return yaml.safe_load(path.read_text("utf-8"))


def ran(*command: str, cwd: Path = ROOT, **more: str) -> str:
    path = f"{BIN}:{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(PATH=path, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", RELEASE),
        ("vendor.github-workflows", STARTED),
        ("vendor.gitlab-ci", GITLAB),
    ],
)
def test_files_are_what_the_services_ask_for(schema: str, path: Path) -> None:
    transform = ("--data-transform", "gitlab-ci") if schema.endswith("gitlab-ci") else ()
    ran(str(BIN / "check-jsonschema"), "--builtin-schema", schema, *transform, str(path))


def test_a_wrong_file_is_noticed(tmp_path: Path) -> None:
    wrong = tmp_path / "action.yml"
    wrong.write_text(ACTION.read_text("utf-8").replace("using: composite", "using: nothing"))
    with pytest.raises(AssertionError, match="Schema validation errors"):
        ran(str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-actions", str(wrong))


def test_workflows_are_safe(tmp_path: Path) -> None:
    workflows = tmp_path / ".github/workflows"
    workflows.mkdir(parents=True)
    for path in (RELEASE, STARTED):
        (workflows / path.name).write_bytes(path.read_bytes())
    (tmp_path / "action.yml").write_bytes(ACTION.read_bytes())
    # Official actions by their versions are what most readers can check.
    (tmp_path / "zizmor.yml").write_text(
        "rules:\n  unpinned-uses:\n    config:\n      policies:\n"
        "        actions/*: ref-pin\n        casedoc/*: ref-pin\n"
    )
    said = ran(
        str(BIN / "zizmor"), "--offline", "--config", "zizmor.yml", "--min-severity", "medium", ".",
        cwd=tmp_path,
    )  # fmt: skip
    assert "No findings to report" in said


def test_a_workflow_that_is_not_safe_is_noticed(tmp_path: Path) -> None:
    workflows = tmp_path / ".github/workflows"
    workflows.mkdir(parents=True)
    unsafe = RELEASE.read_text("utf-8").replace('"$TAG" --gen', "${{ github.head_ref }} --gen")
    (workflows / "release.yml").write_text(unsafe)
    with pytest.raises(AssertionError, match="template-injection"):
        ran(str(BIN / "zizmor"), "--offline", "--min-severity", "medium", ".", cwd=tmp_path)


def scripts() -> list[tuple[str, str]]:
    found = []
    for path in (ACTION, RELEASE, STARTED):
        data = loaded(path)
        jobs = [data["runs"]] if "runs" in data else data["jobs"].values()
        for job in jobs:
            for number, step in enumerate(job["steps"]):
                if "run" in step:
                    found.append((f"{path.name}-{step.get('id', number)}", step["run"]))
    for name, job in loaded(GITLAB).items():
        for number, line in enumerate(job["script"]):
            found.append((f"gitlab-{name}-{number}", line))
    return found


@pytest.mark.parametrize(("name", "script"), scripts(), ids=lambda one: one[:40].split("\n")[0])
def test_scripts_are_sound(tmp_path: Path, name: str, script: str) -> None:
    path = tmp_path / f"{name}.sh"
    path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
    ran(str(BIN / "shellcheck"), "--severity", "warning", str(path))


class Runner:
    """Runs the steps of the action in a scratch repository, as GitHub does."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.steps = {step["id"]: step for step in loaded(ACTION)["runs"]["steps"] if "id" in step}

    def run(self, step: str, folder: str = ".", **given: str) -> subprocess.CompletedProcess[str]:
        (self.root / "github-output").write_text("")
        return subprocess.run(
            [
                "/bin/bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                self.steps[step]["run"],
            ],
            cwd=self.root / folder,
            env=environment(
                PATH=f"{BIN}:{os.environ['PATH']}",
                GITHUB_WORKSPACE=str(self.root),
                GITHUB_OUTPUT=str(self.root / "github-output"),
                RUNNER_OS="Linux",
                RUNNER_ARCH="X64",
                ACTION=str(ROOT),
                **{"FOLDER": str(BIN.parent), "PRIVATE": "", **given},
            ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def outputs(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        lines = iter((self.root / "github-output").read_text("utf-8").splitlines())
        for line in lines:
            if "<<" not in line:
                key, _, value = line.partition("=")
                found[key] = [value]
                continue
            key, marker = line.split("<<")
            found[key] = []
            while (one := next(lines)) != marker:
                found[key].append(one)
        return found


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    write_files(
        tmp_path,
        {"work/content/a.md": study("A"), "work/content/b.md": study("B", "featured: true")},
    )
    return Runner(tmp_path)


def test_the_steps_make_documents_and_list_those_of_this_run(runner: Runner) -> None:
    place = runner.run("place")
    assert place.returncode == 0, place.stderr
    assert runner.outputs()["key"][0].startswith("casedoc-Linux-X64-3.")
    install = runner.run("install")
    assert install.returncode == 0, install.stderr
    asked = {"STRICT": "true", "PRIVATE": "PHONE=+49 30 = 1\n\nEMAIL=a@example.org\n"}
    everything = runner.run("build", "work", ARGUMENTS="--lang all --kind one-pager", **asked)
    assert everything.returncode == 0, everything.stderr
    assert runner.outputs()["files"] == ["work/output/a.de.pdf", "work/output/b.de.pdf"]
    assert "::add-mask::+49 30 = 1\n" in everything.stdout
    assert "::warning" not in everything.stdout
    some = runner.run("build", "work", ARGUMENTS="--featured --kind one-pager", STRICT="false")
    assert some.returncode == 0
    assert "::warning title=casedoc::no private values" in some.stdout
    outputs = runner.outputs()
    assert outputs["files"] == ["work/output/b.de.pdf"]
    (runner.root / "sums").write_text("\n".join(outputs["sums"]) + "\n")
    assert "b.de.pdf: OK" in ran("sha256sum", "--check", "sums", cwd=runner.root)


def test_mistakes_fail_the_step_at_their_lines(runner: Runner) -> None:
    write_files(runner.root, {"work/content/a.md": study("A", "date: 2023-02-30")})
    done = runner.run("build", "work", ARGUMENTS="--kind one-pager", STRICT="false")
    assert done.returncode == 1
    assert "::error file=work/content/a.md,line=3" in done.stdout
    # What could be made is listed all the same.
    assert runner.outputs()["files"] == ["work/output/b.de.pdf"]


def test_private_values_reach_the_documents_and_no_log(runner: Runner) -> None:
    hidden = study("B", "client: {name: $secret, alias: Ein Verlag, confidential: true}")
    write_files(runner.root, {"work/content/b.md": hidden})
    wrong = runner.run("build", "work", ARGUMENTS="b", STRICT="false", PRIVATE="phone: 030\n")
    assert wrong.returncode == 2
    assert "030" not in wrong.stdout + wrong.stderr
    assert runner.outputs() == {}


def test_only_changed_files_go_into_a_release(tmp_path: Path) -> None:
    (step,) = [
        one for one in loaded(RELEASE)["jobs"]["release"]["steps"] if one.get("id") == "changed"
    ]
    write_files(tmp_path, {"output/a.pdf": "a", "output/b.pdf": "new", "bin/gh": GH})
    (tmp_path / "bin/gh").chmod(0o755)
    sums = ran("sha256sum", "output/a.pdf", "output/b.pdf", cwd=tmp_path)
    before = sums.splitlines()[0].replace("output/", "") + f"\n{'0' * 64}  b.pdf\n"
    (tmp_path / "published").write_text(before)
    done = subprocess.run(
        ["/bin/bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env=environment(
            PATH=f"{tmp_path}/bin:{os.environ['PATH']}",
            FILES="output/a.pdf\noutput/b.pdf",
            SUMS=sums.strip(),
        ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "changed.txt").read_text() == "output/b.pdf\n"
    assert "  a.pdf" in (tmp_path / "SHA256SUMS").read_text()


GH = "#!/bin/sh\ncp published before/SHA256SUMS\n"
"""Stands for GitHub's own command, which needs GitHub."""


def test_hooks_are_what_pre_commit_asks_for(tmp_path: Path) -> None:
    ran(str(BIN / "pre-commit"), "validate-manifest", str(HOOKS), cwd=tmp_path)
    write_files(tmp_path, {"content/a.md": study("A", "date: 2023-02-30")})
    for hook in loaded(HOOKS):
        _program, *arguments = hook["entry"].split()
        assert run_casedoc(*arguments, cwd=tmp_path).code == 1


def test_the_container_copies_what_is_there() -> None:
    for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines():
        word, *rest = line.split()[:4] or [""]
        if word == "COPY" and not rest[0].startswith("--"):
            assert all((ROOT / name).exists() for name in line.split()[1:-1]), line
