"""The pattern language: a readable line goes in, one compiled regex with its needs comes out. It never sees an article.

{count:killed}       a mask of that kind, kept in the slot "killed" ({count} alone: slot "count")
{actors:who}         a plural kind is a list: X, Y(,) and Z; a comma alone is an apposition
{go}                 a verb group of class "go", active or bare, kept in the slot "how"; {kill.passive} of that form,
                     {kill.done} passive or bare, {kill.any} in all forms
<human|rank>         any word of these classes of the lexicon; <title:role> keeps it in a slot
<mod> <word>         any word or mask that opens no clause; any such word
(was|were)? a* b+    alternatives, options, repetition (10 times at most); c{1,3} counted; d*? as few as will do
!x                   not followed by x
[pre: …]             all masks inside belong to the slot "pre"
...                  a gap of at most 60 characters inside one clause
~                    what may stand between a noun and its verb ("of the escort", ", including two children,")
"""

from loaders.patterns.compiler import Compiler, Pattern, slots_of
from loaders.patterns.line import Line
from loaders.patterns.literals import Literals
from loaders.patterns.sieve import Bits, Sieve

__all__ = ["Bits", "Compiler", "Line", "Literals", "Pattern", "Sieve", "slots_of"]
