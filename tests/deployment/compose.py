"""What docker-compose.yml may hold: in goes nothing, out come its content and a schema for it.

The schema is the part of the Compose specification (compose-spec.io, 2024) that a file like ours can use; a key that
it does not name is a mistake here, even where the specification has it. Never asks Docker.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docker-compose.yml"

TEXT = {"type": "string", "minLength": 1}
TEXTS = {"type": "array", "items": TEXT, "minItems": 1}
SETTINGS = {"type": "object", "additionalProperties": {"type": ["string", "integer"]}}
DURATION = {"type": "string", "pattern": r"^(\d+h)?(\d+m)?(\d+s)?$"}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """An object that has these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


HEALTHCHECK = closed(
    ("test", "interval", "timeout", "retries"),
    test={"type": "array", "prefixItems": [{"enum": ["CMD", "CMD-SHELL"]}], "items": TEXT, "minItems": 2},
    interval=DURATION,
    timeout=DURATION,
    start_period=DURATION,
    retries={"type": "integer", "minimum": 1},
)
DEPENDENCY = closed(
    ("condition",), condition={"enum": ["service_started", "service_healthy", "service_completed_successfully"]}
)
SERVICE = closed(
    ("image", "restart"),
    build=TEXT,
    image=TEXT,
    command=TEXTS,
    entrypoint=TEXTS,
    init={"type": "boolean"},
    user=TEXT,
    environment=SETTINGS,
    secrets=TEXTS,
    volumes=TEXTS,
    ports={"type": "array", "items": {"type": "string", "pattern": r"^127\.0\.0\.1:"}},
    healthcheck=HEALTHCHECK,
    depends_on={"type": "object", "additionalProperties": DEPENDENCY},
    read_only={"type": "boolean"},
    tmpfs=TEXTS,
    restart={"enum": ["no", "always", "on-failure", "unless-stopped"]},
)
SCHEMA = closed(
    ("services", "volumes", "secrets"),
    services={"type": "object", "additionalProperties": SERVICE},
    volumes={"type": "object", "additionalProperties": {"type": "null"}},
    secrets={"type": "object", "additionalProperties": closed(("file",), file=TEXT)},
    **{"x-eventdb": {"type": "object"}},
)


def compose() -> dict[str, Any]:
    """The file's content, its anchors resolved."""
    content: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content
