"""What may happen to a load that runs: each kind is a function that does it once, now.

In: the scene, the load's process, a source of chance. Out: whether there was anything to be done it to, since a load
may end before. What a kind leaves behind that must go before the next load is in the function that it gives back.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from random import Random

import psutil

from bench.accidents.driver import Load
from bench.accidents.scene import Scene
from eventdb.server import postmaster

Accident = Callable[[Scene, Load, Random], bool]

BACKENDS = """
select pid from pg_stat_activity where datname = 'eventdb' and application_name = 'eventdb' and pid <> pg_backend_pid()
"""


def loader(scene: Scene, load: Load, chance: Random) -> bool:
    """The loader is killed."""
    return _kill(load.pid) if load.is_running else False


def worker(scene: Scene, load: Load, chance: Random) -> bool:
    """One of the processes that extract is killed."""
    with suppress(psutil.Error):
        found = [each for each in psutil.Process(load.pid).children() if each.name() != "postgres"]
        return bool(found) and _kill(chance.choice(found).pid)
    return False


def server(scene: Scene, load: Load, chance: Random) -> bool:
    """The server is killed, and its processes with it."""
    found = postmaster.running(scene.server.layout)
    return found is not None and load.is_running and _kill(found.pid)


def backend(scene: Scene, load: Load, chance: Random) -> bool:
    """The server's process that writes is killed, for which the server ends all others and recovers."""
    with scene.link() as link:
        pids = [pid for (pid,) in link.execute(BACKENDS).fetchall()]
    return bool(pids) and _kill(chance.choice(pids))


def connection(scene: Scene, load: Load, chance: Random) -> bool:
    """The loader's connection is cut."""
    with scene.link() as link:
        return link.execute(f"select pg_terminate_backend(pid) from ({BACKENDS}) as found").rowcount > 0


def lock(scene: Scene, load: Load, chance: Random) -> bool:
    """Somebody holds a table, for longer than the loader waits."""
    with scene.link() as link:
        link.execute("alter database eventdb set lock_timeout = '100ms'")
        link.execute(f"select pg_terminate_backend(pid) from ({BACKENDS}) as found")  # the next one waits no longer
        with link.transaction():
            link.execute("lock table eventdb.article in access exclusive mode")
            time.sleep(1.0)
        link.execute("alter database eventdb reset lock_timeout")
    return load.is_running


def interrupt(scene: Scene, load: Load, chance: Random) -> bool:
    """Somebody presses Ctrl-C, once or twice."""
    if not load.is_running:
        return False
    os.kill(load.pid, signal.SIGINT)
    if chance.random() < 0.5:
        time.sleep(0.2)
        if load.is_running:
            os.kill(load.pid, signal.SIGINT)
    return True


KINDS: dict[str, Accident] = {
    "loader": loader,
    "worker": worker,
    "server": server,
    "backend": backend,
    "connection": connection,
    "lock": lock,
    "interrupt": interrupt,
}
KILLS = frozenset({"loader", "worker", "server", "backend"})
SURVIVED = frozenset({"worker", "server", "backend", "connection", "lock"})
"""After which the load itself goes on to its end."""


def _kill(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
        return True
    return False
