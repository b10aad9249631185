"""From files of news articles to rows, one direction: a stage imports only the stages before it.

facts       the frozen values that the stages hand on
keys        names and contents → 63-bit keys and hashes, the same on every machine
patterns    the language in which frames are written → one compiled regex each
lexicons    words, names and places as data, each with its proof, and the one reader of them
sources     files, folders and metadata beside them → decoded text, or a rejection with its reason   (reads files)
clean       text → blocks: title, byline, dateline, body, quote, caption, credit, clutter
segment     blocks → sentences
dates       sentences → date phrases; phrases and an anchor → windows of days
publication text, blocks, metadata → the interval of the day of publication
annotate    sentences → masks: numbers, names, places, people with offices, event words, verb groups
frames      masked sentences → claims, by readable patterns kept as data
threads     claims of one article → its events, actors, participations and figures
extract     all of the above for one article: `ArticleFacts`
proof       a user's own lexicons → what they add, and whether their examples hold
outcome     the same, or the fault that reading one article ran into, which costs no other
explain     a document → why each fact was found or missed, sentence by sentence; a page of it
naming      facts of one article → the names by which it calls its actors
export      `ArticleFacts` → one JSON object
coded       files of data sets that others coded → facts of the same kind, one article a record        (reads files)
rules       one hash over all words and rules that can change what is read                            (reads files)
plan        what the database has + what came → insert, update or keep
store       obeys the plan: COPY into the tables                                                      (writes)
link        reports of all articles → events, mentions → actors                                       (writes)
decide      what people decide: judgements and corrections, made, taken back, listed, exchanged           (writes)
ingest      a run: sources → extract → plan → store → link, and its report                            (runs)
importing   a run: coded → plan → store → link, and its report                                        (runs)
nightly     a night: a run, then what is due after it, under a lock; files archived; its report          (runs)
"""
