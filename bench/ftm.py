"""Validate exported FollowTheMoney entities by their own library: `python -m bench.ftm FILE`.

In: a file of `eventdb export --format ftm`; the package followthemoney, which needs ICU's headers to be installed. Out:
counts, and each entity, property, value or reference that does not fit; 1 if there is one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def faults(lines: list[dict[str, Any]]) -> Iterator[str]:
    """What does not fit the model."""
    from followthemoney import model
    from followthemoney.exc import InvalidData
    from followthemoney.types import registry

    proxies = {line["id"]: model.get_proxy(line) for line in lines}
    for line in lines:
        proxy = proxies[line["id"]]
        try:
            proxy.schema.validate(line)
        except InvalidData as error:
            yield f"{proxy.id}: {error}"
        for name, values in line["properties"].items():
            known = proxy.schema.get(name)
            for value in values:
                if known is None:
                    yield f"{proxy.id}: {proxy.schema.name} has no property {name}"
                elif known.type == registry.entity:
                    target = proxies.get(value)
                    if target is None or not target.schema.is_a(known.range):
                        yield f"{proxy.id}: {name} leads to no {known.range.name}: {value}"
                elif known.type.clean(value, proxy=proxy) is None:
                    yield f"{proxy.id}: {name} is {value!r}, which is no {known.type.name}"


def main() -> int:
    """Read, validate, print."""
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    found = list(faults(lines))
    print(f"{len(lines)} entities, {len(found)} faults")
    print("\n".join(found[:100]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
