"""run.py makes an environment when it must, leaves it when it may, and says what is wrong in words."""

from __future__ import annotations

import ast
import importlib.util
import shlex
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[2] / "run.py"
OLDEST_THAT_STILL_READS_IT = (3, 7)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module whose checkout is an empty folder with a ready `.venv`."""
    spec = importlib.util.spec_from_file_location("run", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root = tmp_path / "a checkout"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    places = {"ROOT": root, "VENV": root / ".venv", "PYTHON": root / ".venv/bin/python", "LOCK": root / ".venv.lock"}
    for name, place in (places | {"STAMP": root / ".venv/made-from"}).items():
        monkeypatch.setattr(module, name, place)
    set_python(module, "0")
    module.STAMP.write_text(module.wanted(), encoding="utf-8")
    return module


def set_python(run: ModuleType, code: str) -> None:
    run.PYTHON.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    run.PYTHON.chmod(0o755)


def test_an_environment_that_fits_is_left_as_it_is(run: ModuleType) -> None:
    assert run.is_ready()


def test_a_changed_project_file_makes_a_new_environment(run: ModuleType) -> None:
    (run.ROOT / "pyproject.toml").write_text("[project]\ndependencies = []\n", encoding="utf-8")
    assert not run.is_ready()


def test_a_checkout_that_was_moved_makes_a_new_environment(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = run.ROOT.rename(run.ROOT.with_name("moved"))
    for name in ("VENV", "PYTHON", "STAMP"):
        monkeypatch.setattr(run, name, moved / getattr(run, name).relative_to(run.ROOT))
    monkeypatch.setattr(run, "ROOT", moved)
    assert not run.is_ready()


def test_an_environment_whose_python_fails_is_made_anew(run: ModuleType) -> None:
    set_python(run, "1")
    assert not run.is_ready()


def test_an_environment_without_python_is_made_anew(run: ModuleType) -> None:
    run.PYTHON.unlink()
    assert not run.is_ready()


def test_an_environment_that_was_not_finished_is_made_anew(run: ModuleType) -> None:
    run.STAMP.unlink()
    assert not run.is_ready()


def test_without_a_command_the_usage_is_told_and_the_code_is_2(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main([]) == 2
    assert "run.py demo" in capsys.readouterr().out


def test_help_is_no_error(run: ModuleType) -> None:
    assert run.main(["--help"]) == 0


def test_words_that_a_command_does_not_take_are_named(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["demo", "quickly"]) == 2
    assert "quickly" in capsys.readouterr().out


def test_a_step_that_fails_shows_all_that_it_said(run: ModuleType) -> None:
    with pytest.raises(SystemExit, match="the tide was low[\\s\\S]*eventdb: it failed"):
        run.run_or_end(["/bin/sh", "-c", "echo the tide was low; exit 3"], "it failed")


def test_a_package_index_that_cannot_be_reached_is_said_in_words(run: ModuleType) -> None:
    with pytest.raises(SystemExit, match="PIP_NO_INDEX"):
        run.run_or_end(["/bin/sh", "-c", "echo NewConnectionError; exit 1"], "it failed")


def test_a_python_without_venv_is_told_what_to_install(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else True)
    with pytest.raises(SystemExit, match="ensurepip[\\s\\S]*python3-venv"):
        run.make_environment()


def test_what_would_lead_python_out_of_the_environment_is_dropped(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels")
    environment = run.clean_environment()
    assert "PYTHONPATH" not in environment
    assert environment["PIP_FIND_LINKS"] == "/wheels"


def test_the_farewell_can_be_pasted_into_a_shell(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "DEMO_HOME", run.ROOT / ".demo")
    (line,) = [each for each in run.farewell().splitlines() if "EVENTDB_HOME=" in each]
    assert shlex.split(line) == ["export", f"EVENTDB_HOME={run.ROOT / '.demo'}"]


def test_an_older_python_can_read_the_file_far_enough_to_say_so() -> None:
    text = FILE.read_text(encoding="utf-8")
    ast.parse(text, feature_version=OLDEST_THAT_STILL_READS_IT)
    before = text[: text.index("sys.version_info <")]
    assert "\ndef " not in before and sys.version_info >= (3, 11)
