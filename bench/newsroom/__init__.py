"""Invented news of any length whose facts are known: a seed and a number go in, that article comes out.

grammar     lists of wordings + chance → sentences
world       countries, towns, groups, hosts; families of names and their spellings
people      who holds which office on a day; who speaks in a block
happenings  what happens in the year of a block, and what looks like it and is not
days        a day as an article of some other day would write it, and what that says
telling     a happening as one article tells it: sentences, and the annotation that they support
plans       which articles a block has: what each tells as news, what it looks back on, what it copies
articles    a plan → headline, paragraphs, annotation
styles      an article as its house prints it: a page with its lines of clutter
corpus      number → article; a corpus → files, and who is who in them

Articles come in blocks of `plans.SIZE`, each about one country in one year. A block depends on the seed and its own
number alone, so an article does not depend on how many there are, and a corpus is written with one block in memory.
"""
