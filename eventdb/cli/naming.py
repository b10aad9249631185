"""Names of places by their codes, from the lexicons.

In: codes of ISO 3166. Out: names; None where no lexicon has the code.
"""

from __future__ import annotations


class LexiconNames:
    """The names that the lexicons give countries and provinces."""

    def country(self, code: str) -> str | None:
        """The name of a country."""
        from loaders.lexicons import names

        found = names().country(code)
        return found.name if found else None

    def iso3(self, code: str) -> str | None:
        """Its code of three letters."""
        from loaders.lexicons import names

        found = names().country(code)
        return found.iso3 if found else None

    def province(self, code: str) -> str | None:
        """The name of a province."""
        from loaders.lexicons import names

        found = names().place(f"province:{code}")
        return found.name if found else None
