"""What the database has + what came → one verdict a file: insert, update, keep or reject, each with its reason.

In: `Arrival`s (files that could be read) and `Known` (what the database holds of them). Out: `Verdict`s in the order
of the files' paths. Pure: it asks no database, reads no file and extracts nothing, so a kept file costs nothing.

An article is known by its URL; without one by the same text; else by the same path, whose changed text is the
article's next version. The order in which files are handed in does not matter: they are judged in the order of paths.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .keys import content_hash, key


class Action(StrEnum):
    """What is to be done with a file; a run counts its files by these."""

    INSERT = "insert"
    UPDATE = "update"
    KEEP = "keep"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came: `input_hash` covers its text and metadata, `text_hash` its text, `sha256` its bytes.

    The path of what `is_numbered`, as a line of a file is, names an article only while its bytes stay the same: a line
    above it may be gone.
    """

    path: str
    sha256: str
    text_hash: str
    input_hash: str
    url: str | None = None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that the database has, as its newest version stands.

    `path` is the file that this version was read from; `older_texts` are the hashes of earlier versions' texts.
    """

    article_id: int
    version: int
    path: str
    text_hash: str
    content_hash: str
    rules_version: str
    url: str | None = None
    older_texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file seen before: what it held then, and the article that it led to."""

    path: str
    sha256: str
    article_id: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the database has of a batch."""

    articles: tuple[KnownArticle, ...] = ()
    files: tuple[KnownFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with one file.

    Insert and update give the version to write; an update of the same text writes the same version anew.
    `is_current` tells whether the file's text is the article's, and `content_hash` what the article is, once all
    verdicts have been obeyed.
    """

    path: str
    action: Action
    reason: str
    article_id: int
    version: int
    is_current: bool = True
    content_hash: str = ""


@dataclass(slots=True)
class _Ledger:
    """What is known so far: the database's articles, overlaid by the verdicts already given."""

    rules_version: str
    articles: dict[int, KnownArticle] = field(default_factory=dict)
    files: dict[str, KnownFile] = field(default_factory=dict)

    def by_url(self, url: str | None) -> KnownArticle | None:
        if url is None:
            return None
        named = [article for article in self.articles.values() if article.url == url]
        return min(named, key=_article_id) if named else self.articles.get(key("article", "url", url))

    def by_text(self, arrival: Arrival) -> KnownArticle | None:
        holding = [
            article
            for article in self.articles.values()
            if arrival.text_hash in article.older_texts | {article.text_hash} and not _are_apart(arrival, article)
        ]
        return min(holding, key=lambda each: (each.text_hash != arrival.text_hash, each.article_id), default=None)

    def by_path(self, arrival: Arrival) -> KnownArticle | None:
        file = self.files.get(arrival.path)
        article = self.articles.get(file.article_id) if file else None
        return article if article and not _are_apart(arrival, article) else None

    def note(self, arrival: Arrival, verdict: Verdict) -> None:
        """Let later files of the run see what this verdict makes true."""
        article_id = verdict.article_id
        self.files[arrival.path] = KnownFile(arrival.path, arrival.sha256, article_id)
        if verdict.action is Action.KEEP:
            return
        before = self.articles.get(article_id)
        self.articles[article_id] = KnownArticle(
            article_id=article_id,
            version=verdict.version,
            path=arrival.path,
            text_hash=arrival.text_hash,
            content_hash=content_hash(arrival.input_hash, self.rules_version),
            rules_version=self.rules_version,
            url=arrival.url or (before.url if before else None),
            older_texts=before.older_texts | {before.text_hash} if before else frozenset(),
        )


def plan(arrivals: Iterable[Arrival], *, known: Known, rules_version: str) -> tuple[Verdict, ...]:
    """One verdict for each arrival, by path."""
    ledger = _Ledger(
        rules_version,
        {article.article_id: article for article in known.articles},
        {file.path: file for file in known.files},
    )
    judged = []
    for arrival in sorted(arrivals, key=lambda each: each.path):
        verdict = _judge(arrival, ledger)
        ledger.note(arrival, verdict)
        judged.append((arrival, verdict))
    return tuple(
        _placed(arrival, verdict, ledger.articles[verdict.article_id])
        for arrival, verdict in _one_write_an_article(judged, known)
    )


def _placed(arrival: Arrival, verdict: Verdict, article: KnownArticle) -> Verdict:
    """The verdict with what its article is in the end."""
    is_current = arrival.text_hash == article.text_hash
    return replace(verdict, is_current=is_current, content_hash=article.content_hash)


def article_key(arrival: Arrival) -> int:
    """The key of an article that was never seen: by its URL, else by its text."""
    return key("article", "url", arrival.url) if arrival.url else key("article", "text", arrival.text_hash)


def _judge(arrival: Arrival, ledger: _Ledger) -> Verdict:
    file, own = ledger.files.get(arrival.path), ledger.by_path(arrival)
    if file and own and file.sha256 == arrival.sha256:
        return _judge_unchanged(arrival, own, ledger.rules_version)
    return _judge_new(arrival, None if arrival.is_numbered else own, ledger)


def _judge_unchanged(arrival: Arrival, article: KnownArticle, rules_version: str) -> Verdict:
    """The file's bytes are as before; its metadata, the rules or another file of the article may have changed."""
    if _has_input(article, arrival):
        same = article.rules_version == rules_version
        return _keep(arrival, article, "unchanged") if same else _update(arrival, article, "rules changed")
    if article.path == arrival.path:
        return _update(arrival, article, "metadata changed")
    return _keep(arrival, article, f"the article is as {article.path} tells it")


def _judge_new(arrival: Arrival, own: KnownArticle | None, ledger: _Ledger) -> Verdict:
    """The file is new, or its bytes changed; `own` is the article that it held."""
    article = ledger.by_url(arrival.url) or ledger.by_text(arrival) or own
    if article is None:
        return Verdict(arrival.path, Action.INSERT, "new", article_key(arrival), 1)
    is_own = article is own or (arrival.url is not None and arrival.url == article.url)
    if arrival.text_hash in article.older_texts and not is_own:
        return _keep(arrival, article, "an older text of an article that is already there")
    return _judge_known(arrival, article, ledger.rules_version)


def _judge_known(arrival: Arrival, article: KnownArticle, rules_version: str) -> Verdict:
    if _has_input(article, arrival):
        same = article.rules_version == rules_version
        why = "the same text is already there"
        return _keep(arrival, article, why) if same else _update(arrival, article, "rules changed")
    if article.text_hash != arrival.text_hash:
        return _update(arrival, article, "text changed")
    if article.url and not arrival.url:
        return _keep(arrival, article, "the same text is already there, with its URL")
    return _update(arrival, article, "metadata changed")


def _has_input(article: KnownArticle, arrival: Arrival) -> bool:
    return article.content_hash == content_hash(arrival.input_hash, article.rules_version)


def _keep(arrival: Arrival, article: KnownArticle, reason: str) -> Verdict:
    return Verdict(arrival.path, Action.KEEP, reason, article.article_id, article.version)


def _update(arrival: Arrival, article: KnownArticle, reason: str) -> Verdict:
    version = article.version + (article.text_hash != arrival.text_hash)
    return Verdict(arrival.path, Action.UPDATE, reason, article.article_id, version)


def _one_write_an_article(judged: list[tuple[Arrival, Verdict]], known: Known) -> list[tuple[Arrival, Verdict]]:
    """Where several files of a run hold one article, the last by path is written, and the others are kept."""
    writer = {verdict.article_id: verdict.path for _, verdict in judged if verdict.action is not Action.KEEP}
    stored = {article.article_id: article for article in known.articles}
    return [(arrival, _settled(arrival, verdict, writer, stored)) for arrival, verdict in judged]


def _settled(arrival: Arrival, verdict: Verdict, writer: dict[int, str], stored: dict[int, KnownArticle]) -> Verdict:
    if verdict.action is Action.KEEP:
        return verdict
    path, before = writer[verdict.article_id], stored.get(verdict.article_id)
    if verdict.path != path:
        return replace(verdict, action=Action.KEEP, reason=f"{path} holds a later form of the same article")
    if before is None:
        return replace(verdict, action=Action.INSERT, reason="new", version=1)
    return replace(verdict, version=before.version + (before.text_hash != arrival.text_hash))


def _are_apart(arrival: Arrival, article: KnownArticle) -> bool:
    """Two URLs are two articles, though the text may be the same."""
    return arrival.url is not None and article.url is not None and arrival.url != article.url


def _article_id(article: KnownArticle) -> int:
    return article.article_id
