"""Units, cron line, Kubernetes' job and Prometheus' rules call commands and figures that there are."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from eventdb.cli.app import app
from tests.deployment.compose import ROOT, compose
from tests.structure.tree import read

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "eventdb-nightly.service"


def parsed(words: list[str], root: Path) -> Any:
    """The words of a command after `eventdb`, taken as the command line takes them, without running it.

    Folders that the words name are made under `root`.
    """
    placed = [f"{root}{word}" if word.startswith("/") else word for word in words]
    for word in placed:
        if word.startswith(str(root)):
            (Path(word).parent if Path(word).suffix else Path(word)).mkdir(parents=True, exist_ok=True)
    group: Any = typer.main.get_command(app)
    return group.commands[placed[0]].make_context(placed[0], placed[1:])


def values(path: Path, key: str) -> list[str]:
    return re.findall(rf"^{key}=(.+)$", path.read_text(), re.MULTILINE)


def commands() -> dict[str, list[str]]:
    """What each scheduler calls."""
    (unit,) = values(UNIT, "ExecStart")
    (line,) = [each for each in (DEPLOY / "eventdb.cron").read_text().splitlines() if each.startswith("30 ")]
    job = yaml.safe_load((DEPLOY / "kubernetes-cronjob.yaml").read_text())
    (container,) = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    (loop,) = compose()["services"]["nightly"]["command"]
    return {
        "systemd": shlex.split(unit)[1:],
        "cron": shlex.split(line.partition("2>>")[0])[7:],
        "kubernetes": container["args"],
        "compose": shlex.split(re.findall(r"eventdb ([^|]+)", loop)[0]),
    }


def verified(units: list[Path]) -> list[str]:
    """What systemd says of units; nothing where there is no systemd."""
    if not shutil.which("systemd-analyze"):
        return []
    words = ["systemd-analyze", "verify", "--man=no", *map(str, units)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stderr.splitlines()


@pytest.mark.parametrize("who", ["systemd", "cron", "kubernetes", "compose"])
def test_every_scheduler_calls_a_night_with_options_that_there_are(who: str, tmp_path: Path) -> None:
    words = commands()[who]
    assert words[0] == "nightly"
    assert parsed(words, tmp_path).params["inbox"] == Path(f"{tmp_path}{words[1]}")


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for name in ("eventdb-nightly.service", "eventdb-nightly.timer"):
        text = (DEPLOY / name).read_text().replace("/opt/eventdb/bin/eventdb", "/bin/true")
        (tmp_path / name).write_text(text)
    assert [line for line in verified(sorted(tmp_path.iterdir())) if "eventdb-nightly" in line] == []
    bad = tmp_path / "eventdb-nightly.timer"
    bad.write_text(bad.read_text().replace("*-*-* 02:30:00", "at night"))
    assert verified([bad]) != [] or not shutil.which("systemd-analyze")


def test_the_timer_starts_the_service_of_its_name_and_makes_up_for_missed_nights() -> None:
    timer = DEPLOY / "eventdb-nightly.timer"
    assert timer.with_suffix(".service") == UNIT
    assert values(timer, "Persistent") == ["true"]


def test_the_job_of_kubernetes_runs_alone_and_without_rights() -> None:
    job = yaml.safe_load((DEPLOY / "kubernetes-cronjob.yaml").read_text())
    assert (job["kind"], job["spec"]["concurrencyPolicy"]) == ("CronJob", "Forbid")
    pod = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["restartPolicy"] == "Never"
    assert container["securityContext"]["allowPrivilegeEscalation"] is False
    assert {each["name"] for each in container["volumeMounts"]} == {each["name"] for each in pod["volumes"]}


def test_alarms_ask_for_figures_that_a_night_writes() -> None:
    rules = yaml.safe_load((DEPLOY / "prometheus-rules.yaml").read_text())["groups"][0]["rules"]
    asked = {name for rule in rules for name in re.findall(r"eventdb_\w+", rule["expr"])}
    source = (ROOT / "loaders/nightly/metrics.py").read_text()
    written = {f"eventdb_{name}" for name in re.findall(r'[" \'](\w+)["\']', source)}
    assert asked
    assert asked <= written


def test_the_runbook_has_a_paragraph_for_every_alarm_and_every_check() -> None:
    rules = yaml.safe_load((DEPLOY / "prometheus-rules.yaml").read_text())["groups"][0]["rules"]
    names = [rule["alert"] for rule in rules] + [path.stem for path in (ROOT / "sql/checks").glob("*.sql")]
    runbook = read(Path("docs/operations.md"))
    assert [name for name in names if f"`{name}`" not in runbook] == []
