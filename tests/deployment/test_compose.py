"""docker-compose.yml holds together, and no password is in it."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
from sqlalchemy.engine import make_url

from eventdb.settings import normal_url
from tests.deployment.compose import FILE, ROOT, SCHEMA, compose

OURS = ("migrate", "ingest", "nightly")


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = compose()["services"]
    return found


def test_the_file_uses_no_key_that_the_specification_lacks() -> None:
    jsonschema.validate(compose(), SCHEMA)


def test_the_schema_refuses_a_key_that_the_specification_lacks() -> None:
    content = compose()
    content["services"]["postgres"]["health_check"] = {}
    with pytest.raises(jsonschema.ValidationError, match="health_check"):
        jsonschema.validate(content, SCHEMA)


def test_services_wait_for_services_that_exist_and_can_fulfil_the_condition(services: dict[str, Any]) -> None:
    waits = [(name, to, how["condition"]) for name, each in services.items() for to, how in _waits(each).items()]
    assert {name for name, _, _ in waits} == set(OURS)
    for _, to, condition in waits:
        assert to in services
        assert (condition == "service_healthy") == ("healthcheck" in services[to])


def test_tables_are_migrated_once_before_anything_is_ingested(services: dict[str, Any]) -> None:
    assert services["migrate"]["command"] == ["db", "upgrade"]
    assert services["migrate"]["restart"] == "no"
    assert _waits(services["ingest"])["migrate"] == {"condition": "service_completed_successfully"}


def test_the_inbox_is_mounted_where_ingest_reads(services: dict[str, Any]) -> None:
    (volume,) = services["ingest"]["volumes"]
    assert volume.endswith(":/inbox:ro")
    assert services["ingest"]["command"][-1] == "/inbox"


def test_volumes_and_secrets_that_services_use_are_declared(services: dict[str, Any]) -> None:
    named = {volume.partition(":")[0] for each in services.values() for volume in each.get("volumes", ())}
    assert {name for name in named if re.fullmatch(r"\w+", name)} == set(compose()["volumes"])
    assert {secret for each in services.values() for secret in each["secrets"]} == set(compose()["secrets"])


def test_every_service_reads_the_password_from_the_secret_and_none_holds_one(services: dict[str, Any]) -> None:
    secret = "/run/secrets/database_password"
    assert services["postgres"]["environment"]["POSTGRES_PASSWORD_FILE"] == secret
    for name in OURS:
        assert services[name]["environment"]["EVENTDB_PASSWORD_FILE"] == secret
    settings = {key for each in services.values() for key in each["environment"]}
    assert not [key for key in settings if key.endswith("PASSWORD")]
    assert not re.search(r"://[^@/\s]*:[^@/\s]*@", FILE.read_text(encoding="utf-8"))


def test_the_address_leads_to_the_database_that_the_server_makes(services: dict[str, Any]) -> None:
    made = services["postgres"]["environment"]
    for name in OURS:
        url = make_url(normal_url(services[name]["environment"]["EVENTDB_URL"]))
        assert (url.host, url.username, url.database) == ("postgres", made["POSTGRES_USER"], made["POSTGRES_DB"])


def test_the_server_is_one_that_eventdb_supports(services: dict[str, Any]) -> None:
    image, _, version = services["postgres"]["image"].partition(":")
    assert image == "postgres"
    assert int(version) >= 17  # the first with a builtin locale


def test_secrets_and_the_inbox_stay_out_of_version_control() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"secrets/", "inbox/"} <= set(ignored)


def test_the_image_copies_what_the_wheel_needs_and_runs_as_an_ordinary_user() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = {word for line in re.findall(r"^COPY (.+)$", text, re.MULTILINE) for word in line.split()[:-1]}
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] == "!"}
    assert copied == let_in
    assert {"pyproject.toml", "README.md", "LICENSE", "eventdb", "loaders", "migrations", "sql", "examples"} == copied
    assert all((ROOT / name).exists() for name in copied)
    assert re.search(r"^USER (?!root)\w+$", text, re.MULTILINE)


def _waits(service: dict[str, Any]) -> dict[str, Any]:
    waits: dict[str, Any] = service.get("depends_on", {})
    return waits
