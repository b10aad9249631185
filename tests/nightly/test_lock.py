"""One night at a time; a second one learns who is at work, and a dead one holds nothing."""

from __future__ import annotations

import threading

from loaders.nightly import Holder, night_lock


def test_a_second_night_learns_process_host_and_since_when(database_url: str) -> None:
    with night_lock(database_url, process=4711, host="archive-1") as first:
        assert first is None
        with night_lock(database_url, process=4712, host="archive-2") as holder:
            assert holder is not None
            assert holder.name == "process 4711 on archive-1"
            assert holder.since is not None
            assert str(holder).startswith("process 4711 on archive-1 since 20")


def test_the_lock_goes_with_its_session(database_url: str) -> None:
    with night_lock(database_url, process=1, host="a"):
        pass
    with night_lock(database_url, process=2, host="b") as holder:
        assert holder is None


def test_who_waits_gets_the_lock_when_the_other_has_ended(database_url: str) -> None:
    got: list[Holder | None] = []

    def second() -> None:
        with night_lock(database_url, process=2, host="b", is_waiting=True) as holder:
            got.append(holder)

    waiting = threading.Thread(target=second)
    with night_lock(database_url, process=1, host="a"):
        waiting.start()
        waiting.join(0.2)
        assert got == []
    waiting.join(20)
    assert got == [None]


def test_a_long_host_name_leaves_the_process_readable(database_url: str) -> None:
    with night_lock(database_url, process=4711, host="x" * 99), night_lock(database_url, process=1, host="b") as holder:
        assert holder is not None
        assert holder.name.startswith("process 4711 on xxx")
