"""The embedded PostgreSQL 18: in goes the home of a database, out comes a URL that works.

account     who runs the server, and programs run as that user
locks       locks between processes that a dead process cannot keep
binaries    the programs of PostgreSQL, from a wheel
layout      where things lie in a home, and what a home must be
cluster     the cluster on disk: made whole or not at all
postmaster  the server's process: found, started, stopped
embedded    `EmbeddedServer`: a user's share in a server
tools       a server that stays up, with TCP for other programs
temporary   a server for a test

Linux and macOS only. Nothing here prints; nothing changes the permissions of a folder that it did not make.
"""

from __future__ import annotations

from eventdb.server.binaries import pg_tool
from eventdb.server.cluster import DATABASE, OWNER
from eventdb.server.embedded import EmbeddedServer
from eventdb.server.layout import SYSTEM_HOME
from eventdb.server.temporary import temporary_home, temporary_server
from eventdb.server.tools import ToolAccess, read_password, start_and_keep, start_for_tools, stop_server

__all__ = [
    "DATABASE",
    "OWNER",
    "SYSTEM_HOME",
    "EmbeddedServer",
    "ToolAccess",
    "pg_tool",
    "read_password",
    "start_and_keep",
    "start_for_tools",
    "stop_server",
    "temporary_home",
    "temporary_server",
]
