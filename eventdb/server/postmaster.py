"""The server's process: in goes a layout, out comes the running `Postmaster`, or None.

Whether a server lives is asked of `server.lock`, which its processes inherit and the kernel releases with the
last of them: a zombie, a recycled process id and a broken `postmaster.pid` cannot deceive it, and no second
server starts beside the orphans of a killed one. No shell reads a path, so any path is fine.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from eventdb.errors import ServerError
from eventdb.server.account import ENVIRONMENT, Account
from eventdb.server.layout import Layout
from eventdb.server.locks import Lock, is_held, is_held_exclusively

DEFAULT_PORT = 5432  # names the socket only, as long as TCP is off
_PAUSE = 0.005
_START_SECONDS = 300.0  # recovery of a large database after a power cut takes its time
_STOP_SECONDS = 120.0
_ORDERLY_SECONDS = 20.0  # a server that was told to end while it recovers may not hear of it
_ANSWER_SECONDS = 30.0
_GRACE_SECONDS = 2.0  # a server whose starter was killed has no pid file yet for a moment
_MAY_I_ENCRYPT = struct.pack("!ii", 8, 80877103)  # SSLRequest, the shortest question of the protocol
_LOG_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A live server as `postmaster.pid` describes it; `listens_on` is empty as long as TCP is off."""

    pid: int
    started: str
    port: int
    sockets: Path
    listens_on: str
    status: str

    @property
    def is_ready(self) -> bool:
        """Whether it accepts connections, through a socket that is still there."""
        return self.status == "ready" and (self.sockets / f".s.PGSQL.{self.port}").exists()


def read_postmaster(layout: Layout) -> Postmaster | None:
    """What `postmaster.pid` says; None if it is missing, cut short or nonsense."""
    try:
        lines = os.fsdecode((layout.data / "postmaster.pid").read_bytes()).split("\n")
        pid, _, started, port, sockets, listens_on, _, status = (line.strip() for line in lines[:8])
        return Postmaster(int(pid), started, int(port), Path(sockets), listens_on, status)
    except (OSError, ValueError):
        return None


def running(layout: Layout) -> Postmaster | None:
    """The live server that accepts connections, at this moment."""
    if not is_held_exclusively(layout.server):
        return None
    found = read_postmaster(layout)
    return found if found and found.is_ready and _is_ours(layout, found.pid) else None


def settle(layout: Layout, *, ends_strays: bool = True) -> Postmaster | None:
    """Wait while a server starts, recovers or dies; the server that lives then, None if there is none.

    Call it with the gate held. Sessions that survived a killed server are ended. A live server that cannot be
    reached any more, because its pid file was damaged or its socket swept away, is stopped; ServerError if
    somebody still uses it.
    """
    begun = time.monotonic()
    while is_held_exclusively(layout.server):
        if (found := running(layout)) and _answers(found):
            return found
        waited = time.monotonic() - begun
        if waited > _START_SECONDS:
            raise ServerError(f"the server of {layout.data} neither starts nor ends:\n{tail(layout)}")
        if ends_strays and waited > 1 and not _is_busy(layout):
            _end_strays(layout, with_server=waited > _GRACE_SECONDS)
        time.sleep(_PAUSE)
    return None


def _answers(found: Postmaster) -> bool:
    """Whether the server takes a connection; one that is being killed still has a pid, but does not."""
    with socket.socket(socket.AF_UNIX) as trial:
        trial.settimeout(_ANSWER_SECONDS)
        try:
            trial.connect(str(found.sockets / f".s.PGSQL.{found.port}"))
            trial.sendall(_MAY_I_ENCRYPT)
            return trial.recv(1) != b""
        except OSError:
            return False


def _is_busy(layout: Layout) -> bool:
    """Whether the server is starting, recovering or stopping, as its pid file says."""
    found = read_postmaster(layout)
    return found is not None and found.status != "ready" and _is_ours(layout, found.pid)


def _end_strays(layout: Layout, *, with_server: bool) -> None:
    """End busy sessions of a killed server, and a server that lost its pid file or socket."""
    for process in psutil.process_iter():
        if _is_ours(layout, process.pid):
            if with_server:
                _refuse_if_used(layout, process.pid)
                process.send_signal(signal.SIGINT)
        elif _works_in(layout, process):
            process.terminate()
    time.sleep(0.2)


def _refuse_if_used(layout: Layout, pid: int) -> None:
    if is_held(layout.users):
        raise ServerError(
            f"the server of {layout.data} (process {pid}) lost its socket or pid file while others use it: "
            "end the other eventdb commands, then try again"
        )


def _works_in(layout: Layout, process: psutil.Process) -> bool:
    try:
        return "postgres" in process.name() and process.cwd() == str(layout.data)
    except psutil.Error:
        return False


def _is_ours(layout: Layout, pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        words = process.cmdline()
        return "postgres" in process.name() and words[1:3] == ["-D", str(layout.data)]
    except psutil.Error:
        return False


def launch(layout: Layout, account: Account, program: Path, *, lock: Lock, options: Mapping[str, str]) -> int:
    """Start the server, which inherits `lock`; the place in the log where its words begin."""
    (layout.data / "postmaster.pid").unlink(missing_ok=True)  # nobody lives: `lock` proves it
    for left in layout.sockets.glob(".s.PGSQL.*"):
        left.unlink(missing_ok=True)
    words = [str(program), "-D", str(layout.data)]
    for name, value in options.items():
        words += ["-c", f"{name}={value}"]
    return _spawn(layout, account, words, lock)


def await_ready(layout: Layout, begin: int) -> Postmaster:
    """Wait until the launched server accepts connections; close your copy of its lock before."""
    found = settle(layout, ends_strays=False)
    if found is None:
        raise ServerError(f"the server does not start; its log says:\n{tail(layout, begin)}")
    return found


def _spawn(layout: Layout, account: Account, words: list[str], lock: Lock) -> int:
    """Start it away from this process and its terminal, so that Ctrl-C does not end it."""
    if layout.log.exists() and layout.log.stat().st_size > _LOG_LIMIT:
        layout.log.replace(layout.log.with_name("server.log.old"))
    descriptor = os.open(layout.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    begin = os.fstat(descriptor).st_size
    with os.fdopen(descriptor, "ab") as log:
        subprocess.run(
            ["/bin/sh", "-c", '"$@" &', "sh", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=ENVIRONMENT,
            pass_fds=[lock.descriptor],
            start_new_session=True,
            user=account.uid if account.is_other else None,
            group=account.gid if account.is_other else None,
            extra_groups=[] if account.is_other else None,
            check=True,
        )
    return begin


def stop(layout: Layout) -> bool:
    """Stop the live server, ending its sessions, and wait until all its processes are gone; False if none lives."""
    found = settle(layout)
    if found is None:
        return False
    orders = [(0.0, signal.SIGINT), (_ORDERLY_SECONDS, signal.SIGQUIT)]  # after the second the next start recovers
    begun = time.monotonic()
    while is_held_exclusively(layout.server):
        waited = time.monotonic() - begun
        if orders and waited >= orders[0][0]:
            with suppress(ProcessLookupError):
                os.kill(found.pid, orders.pop(0)[1])
        if waited > _STOP_SECONDS:
            raise ServerError(f"the server (process {found.pid}) does not end; its log says:\n{tail(layout)}")
        time.sleep(_PAUSE)
    if found.sockets.parent != layout.home and found.sockets == layout.sockets:
        found.sockets.rmdir()
    return True


def tail(layout: Layout, begin: int = 0) -> str:
    """The last lines of the server's log, none before the place `begin`."""
    try:
        said = layout.log.read_bytes()[begin:]
    except OSError:
        return "(no log)"
    return "\n".join(said[-4000:].decode(errors="replace").strip().splitlines()[-12:])
