"""From the database to what people read: claims as reviewed, the comparison, the report, bundles of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError
from extractor.records import Article, Change, Claim, Comparison, Finding, Step

if TYPE_CHECKING:
    from extractor.compare import CompareOptions
    from extractor.report import ReportOptions
    from extractor.store import Store
    from extractor.store.verdicts import Standing

NUMBERS = {"value", "value_max", "comparator"}
RATINGS: Mapping[str, dict[str, str]] = {"right": {}, "source": {"rating": "1"}}


@dataclass(frozen=True, slots=True)
class Material:
    """What a database says today: articles, claims as fact-checkers left them, what recomputing them gives."""

    articles: Mapping[str, Article]
    claims: Sequence[Claim]
    findings: Sequence[Finding] = ()
    recomputed: Sequence[Finding] = ()

    def of(self, province: str) -> Material:
        """What concerns one province."""
        mine = [claim for claim in self.claims if claim.province == province or claim.area_level == "nation"]
        findings = touching(self.findings, province)
        told = [*mine, *(claim for finding in findings for claim in finding.claims)]
        names = {claim.article_id for claim in told if claim.area_level != "nation"}
        articles = {key: article for key, article in self.articles.items() if key in names}
        here = [claim for claim in mine if claim.article_id in articles]
        return Material(articles, here, findings, touching(self.recomputed, province))


def touching(findings: Iterable[Finding], province: str) -> list[Finding]:
    """Findings that rest on a claim of the province."""
    return [finding for finding in findings if any(claim.province == province for claim in finding.claims)]


def stated(store: Store) -> Material:
    """The articles and their claims: right and corrected ones marked, misread ones gone, added ones there."""
    from extractor.store import verdicts

    articles = {article.id: article for article in store.articles()}
    claims = [*verdicts.reviewed(store.db, store.claims()), *verdicts.added(store.db, articles.values())]
    return Material(articles, claims)


def recomputations(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Every recomputation that these claims of one article allow, good or bad."""
    from extractor.check import outcomes

    return outcomes(article, claims)


def recalculated(store: Store) -> Material:
    """What is stated, with every recomputation; findings that a fact-checker dismissed are gone."""
    from extractor.check import check_all, outcomes

    known = stated(store)
    by_article: dict[str, list[Claim]] = {key: [] for key in known.articles}
    for claim in known.claims:
        by_article.setdefault(claim.article_id or "", []).append(claim)
    found = [one for key, article in known.articles.items() for one in outcomes(article, by_article[key])]
    held = [one for one in found if "outcome" in one.detail]
    failed = [one for one in found if "outcome" not in one.detail]
    findings = [*failed, *check_all(known.articles, known.claims, store.references())]
    return replace(known, findings=list(reviewed_findings(store, findings)), recomputed=held)


def reviewed_findings(store: Store, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with what reviewers said of them in `detail["review"]`; dismissed ones are left out."""
    from extractor.store.findings import key
    from extractor.store.verdicts import finding_standings

    said = finding_standings(store.db)
    for finding in findings:
        stored = said and all(claim.id is not None for claim in finding.claims)
        verdict = said.get(key(store.db, finding)) if stored else None
        if verdict is None:
            yield finding
        elif verdict.state != "dismissed":
            yield replace(finding, detail={**finding.detail, "review": verdict.state})


def compare(store: Store, options: CompareOptions | str | None = None) -> list[Comparison]:
    """What the stored articles claim of each indicator, province beside province."""
    from extractor.compare import compare as set_side_by_side

    known = stated(store)
    return set_side_by_side(known.claims, known.articles, options)


def write_report(store: Store, path: Path, language: str, since: int | None = None, *, split: bool = False) -> None:
    """Writes what is in the database as one HTML file, or as a folder with a page for each province."""
    known, options = recalculated(store), report_options(store, language, since)
    if not split:
        write(path, page(known, options))
        return
    pages = province_pages(known, language)
    here = [("index.html", ""), *pages]
    write(path / "index.html", page(known, replace(options, pages=here)))
    for file, name in pages:
        mine = known.of(file.removesuffix(".html"))
        write(path / file, page(mine, replace(options, title=name, pages=here, here=file, changes=None)))


def page(known: Material, options: ReportOptions) -> str:
    """One page of the report."""
    from extractor.compare import compare as set_side_by_side
    from extractor.compare import traces
    from extractor.report import render

    chosen = replace(options, recomputed=known.recomputed, traces=traces(known.claims, known.articles))
    comparisons = set_side_by_side(known.claims, known.articles)
    return render(comparisons, known.findings, known.articles, known.claims, chosen)


def province_pages(known: Material, language: str) -> list[tuple[str, str]]:
    """File and name of each province that has a figure, by name."""
    from extractor.catalog import area_name, areas

    seen = {claim.province for claim in known.claims if claim.province in areas() and claim.indicator}
    return sorted(((f"{key}.html", area_name(key, language)) for key in seen), key=lambda pair: pair[1])


def report_options(store: Store, language: str, since: int | None) -> ReportOptions:
    """The stamp of the newest run, when texts were fetched and where their copies are, and what changed since a run."""
    from extractor import __version__
    from extractor.report import Capture, ReportOptions
    from extractor.store.fetches import copies

    row = store.db.execute("SELECT id, coalesce(finished_at, started_at), patterns_digest FROM run ORDER BY id DESC")
    run, day, digest = row.fetchone() or ("", "", "")
    return ReportOptions(
        language=language,
        built=str(day)[:10],
        run=str(run),
        version=__version__,
        rules=digest,
        changes=None if since is None else list(changes(store, since)),
        captures={key: Capture(one.fetched_at, one.file, one.offset) for key, one in copies(store.db).items()},
        accuracy=accuracy(store),
    )


def accuracy(store: Store) -> Mapping[str, str]:
    """How often reviewers found the rules right, by the words of texts.toml; empty where nobody reviewed."""
    from extractor.review.accuracy import measure

    if not store.db["decision"].count_where("target = 'claim'"):
        return {}
    made = measure(store)
    shares = {"precision": made.precision, "recall": made.recall}
    return {name: f"{share.part}/{share.whole}" for name, share in shares.items() if share.whole}


def changes(store: Store, since: int) -> Iterator[Change]:
    """What became of claims with an indicator since the run, in the words of the report."""
    from extractor.store.history import diff

    newest = store.db.execute("SELECT coalesce(max(id), 0) FROM run").fetchone()[0]
    order: dict[str, list[Change]] = {"new": [], "changed": [], "reread": [], "withdrawn": []}
    for one in diff(store.db, since, newest):
        for change in told(one.before, one.after, one.fields):
            order[change.kind].append(change)
    for group in order.values():
        yield from group


def told(before: Claim | None, after: Claim | None, fields: Sequence[str]) -> Iterator[Change]:
    """One difference as a reader sees it: a figure of another thing or place is one that went and one that came."""
    same = before and after and not {"indicator", "area", "body"} & set(fields)
    if same and after and before and after.indicator:
        kind = "changed" if NUMBERS & set(fields) else "reread"
        yield Change(kind, after, before)
    elif not same:
        if after and after.indicator:
            yield Change("new", after)
        if before and before.indicator:
            yield Change("withdrawn", before)


def ways(store: Store, claim: Claim) -> list[tuple[Step, ...]]:
    """The ways of a claim's figure through the stored articles."""
    from extractor.compare import traces

    alike = list(store.claims(indicator=claim.indicator)) if claim.indicator else []
    found = traces([one for one in alike if one.area == claim.area], {a.id: a for a in store.articles()})
    return [way for way in found if any(step.claim.id == claim.id for step in way)]


def evidence_bundle(store: Store, number: int) -> bytes:
    """The bundle of the finding with this number, with the archived answers that are still there."""
    from extractor.report.bundle import bundle

    finding = next((one for one in store.findings() if one.id == number), None)
    if finding is None:
        raise InputError(f"no finding {number}", "see the numbers that `doichieu check` prints")
    articles = {name: store.article(name) for name in {claim.article_id or "" for claim in finding.claims}}
    for claim in finding.claims:
        place = slice(claim.figure.start, claim.figure.end)
        if articles[claim.article_id or ""].text[place] != claim.figure.surface:
            raise InputError("the article has changed since the check", "run `doichieu check` again")
    return bundle(finding, articles, responses(store, articles), list(decisions_on(store, finding)))


def responses(store: Store, articles: Iterable[str]) -> dict[str, bytes]:
    """The archived answers of articles as WARC records, as they lie in the archive."""
    from extractor.pipeline import archive_folder
    from extractor.store.fetches import copies

    folder, known, found = archive_folder(store.path), copies(store.db), {}
    for key in articles:
        copy = known.get(key)
        if copy and copy.file and (folder / Path(copy.file).name).is_file():
            with (folder / Path(copy.file).name).open("rb") as file:
                file.seek(copy.offset)
                found[key] = file.read(copy.length)
    return found


def decisions_on(store: Store, finding: Finding) -> Iterator[dict[str, Any]]:
    """What fact-checkers decided on the finding and its claims, JSON-ready."""
    from extractor.store.findings import key
    from extractor.store.verdicts import finding_standings, standings

    claims = standings(store.db)
    verdict = finding_standings(store.db).get(key(store.db, finding))
    yield from told_decisions("finding", verdict)
    for claim in finding.claims:
        yield from told_decisions(f"claim {claim.id}", claims.get(claim.id or 0))


def told_decisions(of: str, verdict: Standing | None) -> Iterator[dict[str, Any]]:
    """The decisions that a standing rests on."""
    for one in verdict.decisions if verdict else ():
        yield {
            "of": of, "verdict": one.verdict, "reviewer": one.reviewer, "at": one.at, "note": one.note,
            "corrected": one.corrected,
        }  # fmt: skip


def claim_reviews(store: Store) -> str:
    """Reviewed claims as schema.org ClaimReview in JSON-LD.

    Only what is wrong in the source has a rating; a figure that was read right is not thereby true.
    """
    from extractor.catalog import texts
    from extractor.report.bundle import claim_review, json_ld
    from extractor.store.verdicts import standings

    known, articles = standings(store.db), {article.id: article for article in store.articles()}
    reviews = []
    for claim in store.claims():
        verdict, article = known.get(claim.id or 0), articles.get(claim.article_id or "")
        if verdict and article and verdict.state in ("right", "source"):
            last = verdict.decisions[-1]
            said = {"name": str(texts("vi")["verdict"][verdict.state])} | RATINGS[verdict.state]
            reviews.append(claim_review(claim, article, said, last.reviewer, last.at))
    return json_ld(reviews)


def write(path: Path, text: str | bytes) -> None:
    """Writes a file, whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(path.name + ".part")
        aside.write_bytes(text.encode() if isinstance(text, str) else text)
        aside.replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written", f"choose another place ({error.strerror})") from error
