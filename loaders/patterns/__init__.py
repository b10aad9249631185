"""The pattern language: a readable line goes in, one compiled regex with its needs comes out. It never sees an article.

{count:killed}       a mask of that kind, kept in the slot "killed" ({count} alone: slot "count")
{actors:who}         a plural kind is a list: X, Y(,) and Z
{go:how}             a verb group of class "go" in any finite active form; {kill.passive} of that form only
<human|rank>         any word of these classes of the lexicon
(was|were)? a* b+    alternatives, options, repetition        !x   not followed by x
...                  a gap of at most 60 characters inside one clause
~                    what may stand between a noun and its verb ("of the escort", ", including two children,")
"""

from loaders.patterns.compiler import Compiler, Pattern, slots_of

__all__ = ["Compiler", "Pattern", "slots_of"]
