"""The only connection that writes: it holds a lock, waits for another writer, and tries again where a fault passes.

In: the URL of a database, and work that can be repeated: each piece is one transaction, or changes nothing when it is
done again. Out: what the work gives. A server that restarts, a connection that was cut, a deadlock or a lock that was
not had in time pass; a full disk, a missing right or a broken rule do not, and become DatabaseError at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
from psycopg import Connection
from psycopg.pq import PGconn, Ping
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    retry_if_result,
    stop_after_delay,
    wait_random_exponential,
)

from eventdb.errors import DatabaseError
from eventdb.settings import conninfo, redacted

WRITERS_LOCK = 0x6576656E74696E67  # the letters of "eventing": who writes facts holds this advisory lock
PATIENCE = 120.0  # seconds: a server that recovers from a crash needs some of them
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0

# Classes and codes of SQLSTATE that another try may not meet; a connection that was cut comes without any.
PASSING_CLASSES = ("08", "40", "57P")  # connection · serialization failure, deadlock · shutdown, crash, starting up
PASSING_CODES = frozenset({"53300", "55P03", "25P03"})  # too many connections · lock not had · idle too long
# A server or network that vanishes without a word is noticed within a minute.
WATCHED: dict[str, Any] = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}

Result = TypeVar("Result")
Tell = Callable[[str], None]
Revive = Callable[[], str]


def passes(error: BaseException) -> bool:
    """Whether another try may succeed."""
    if not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return False
    code = error.sqlstate
    return code is None or code in PASSING_CODES or code.startswith(PASSING_CLASSES)


class Writer:
    """A connection that writes alone, and is made anew when it is lost.

    `tell` is told in words what is waited for; `revive` is asked for the URL of a server that may have to be started.
    """

    def __init__(self, url: str, *, tell: Tell | None = None, revive: Revive | None = None) -> None:
        self._url, self._tell, self._revive = url, tell or _silent, revive
        self._connection: Connection | None = None
        self._is_locked = False

    def open(self) -> None:
        """Connect and wait for the lock; a database that cannot be reached now is not waited for."""
        self._connection = self._connected()
        self.do(lambda connection: None)

    def close(self) -> None:
        """Let another one write."""
        if self._connection:
            self._connection.close()

    def do(self, work: Callable[[Connection], Result]) -> Result:
        """The result of work in a connection that holds the lock; done again where a fault passes."""
        trying = Retrying(
            retry=retry_if_exception(passes),
            wait=wait_random_exponential(multiplier=FIRST_PAUSE, max=LONGEST_PAUSE),
            stop=stop_after_delay(PATIENCE),
            before_sleep=self._told,
            reraise=True,
        )
        return trying(lambda: work(self._held()))

    def _held(self) -> Connection:
        """The connection with its lock, both made anew if they were lost."""
        if self._connection is None or self._connection.closed or self._connection.broken:
            if self._revive:
                self._url = self._revive()
            self._connection, self._is_locked = self._connected(), False
        if not self._is_locked:
            self._lock(self._connection)
            self._is_locked = True
        return self._connection

    def _connected(self) -> Connection:
        return psycopg.connect(conninfo(self._url), autocommit=True, application_name="eventdb", **WATCHED)

    def _lock(self, connection: Connection) -> None:
        had = connection.execute("select pg_try_advisory_lock(%s)", (WRITERS_LOCK,)).fetchone()
        if not (had and had[0]):
            self._tell("another run is writing into this database; waiting for its end")
            connection.execute("select pg_advisory_lock(%s)", (WRITERS_LOCK,))

    def _told(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        pause = state.next_action.sleep if state.next_action else 0.0
        self._tell(f"the database does not answer as it should ({_line(error)}); trying again in {pause:.1f} s")


def await_server(url: str) -> None:
    """Wait while the server starts, recovers or ends; one that is not there at all is not waited for."""
    address = conninfo(url).encode()
    Retrying(
        retry=retry_if_result(lambda answer: answer == Ping.REJECT),
        wait=wait_random_exponential(multiplier=FIRST_PAUSE, max=LONGEST_PAUSE),
        stop=stop_after_delay(PATIENCE),
        retry_error_callback=lambda state: None,  # connecting will tell what is wrong
    )(lambda: PGconn.ping(address))


@contextmanager
def writer(url: str, *, tell: Tell | None = None, revive: Revive | None = None) -> Iterator[Writer]:
    """The only writer of a database; waits for another one to end. Refusals of the server become DatabaseError."""
    made = Writer(url, tell=tell, revive=revive)
    try:
        made.open()
        yield made
    except psycopg.Error as error:
        raise DatabaseError(f"the database {redacted(url)} refuses: {str(error).strip()}") from error
    finally:
        made.close()


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """A connection of the only writer, for work that is not repeated."""
    with writer(url) as held:
        yield held.do(lambda connection: connection)


def _silent(_: str) -> None:
    """Nobody is told."""


def _line(error: BaseException | None) -> str:
    return " ".join(str(error).split())[:200]
