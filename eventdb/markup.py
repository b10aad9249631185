"""HTML that cannot be broken out of: a tag, its attributes and children go in, markup comes out, everything escaped.

Only `Markup` passes unescaped, and only this module and sheets of style make it. Attributes are class, id, href to
a page's own anchors, title, places in a drawing and the like; none is taken from an article but as escaped text.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

VOID = frozenset({"meta"})
UNSEEN = (*range(9), *range(11, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
CONTROLS = dict.fromkeys(UNSEEN, "\ufffd")
"""Control signs, and those that turn the direction of writing: they are shown, never obeyed."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Iterable["Child"] | None


def text(words: str) -> Markup:
    """Words as HTML shows them, whatever they hold."""
    return Markup(escape(words.translate(CONTROLS), quote=True))


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> Markup:
    """An element; a trailing underscore of an attribute's name falls away (`class_`)."""
    given = "".join(map(_attribute, attributes, attributes.values()))
    if name in VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(children)}</{name}>")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{text(value)}"'


def joined(children: Iterable[Child]) -> Markup:
    """Children side by side; a string that is no markup is escaped."""
    parts = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            parts.append(child if isinstance(child, Markup) else text(child))
        else:
            parts.append(joined(child))
    return Markup("".join(parts))
