"""What states are called: an ISO code goes in, the name, adjective or capital that news writes comes out."""

from __future__ import annotations

from loaders.lexicons import names


def country_name(code: str) -> str:
    """`AF` → Afghanistan."""
    country = names().country(code)
    return country.name if country else code


def adjective_of(code: str) -> str:
    """`AF` → Afghan; the United States are "U.S." before their offices, as agencies write."""
    country = names().country(code)
    return "U.S." if code == "US" else country.adjective if country else code


def capital_of(code: str) -> str | None:
    """`QA` → Doha; None where a country has none."""
    country = names().country(code)
    return country.capitals[0] if country and country.capitals else None
