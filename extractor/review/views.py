"""The pages: each reads on a thread of its own and answers with strict headers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from datasette import Forbidden, NotFound, Response
from datasette.utils import tilde_encode

from extractor.catalog import NATION, areas, indicators
from extractor.mend import HOMES, own_folder
from extractor.review import access, findingpage, pages
from extractor.review import accuracy as measures
from extractor.review import context as around
from extractor.review import queue as queues
from extractor.review.article import Reading, load, payload
from extractor.review.blocks import Shown
from extractor.review.rulepage import rule_page
from extractor.review.visit import Visit, looked_up, ours
from extractor.store import Store
from extractor.store.verdicts import EDITABLE, REASONS


async def start(datasette: Any, request: Any) -> Response:
    """To the queue of the first database that can be reviewed."""
    for name in await ours(datasette):
        if await access.may_look(datasette, request.actor, name):
            return Response.redirect(datasette.urls.path(f"/-/review/{tilde_encode(name)}"))
    raise NotFound("no database to review")


async def enter(datasette: Any, request: Any) -> Response:
    """Logs a reviewer in who came by the link that the command printed."""
    name = access.reviewer_of(datasette, request.args.get("token") or "")
    if name is None:
        raise Forbidden("this link is not, or no longer, good: take the one that the command printed")
    response = Response.redirect(datasette.urls.path("/-/review"))
    cookie = datasette.sign({"a": {"id": name, access.REVIEWER: True}}, "actor")
    response.set_cookie("ds_actor", cookie, httponly=True, samesite="lax", secure=request.scheme == "https")
    return response


async def static(request: Any) -> Response:
    """A script, style sheet or font of the pages."""
    found = pages.asset(request.url_vars["name"])
    if found is None:
        raise NotFound("no such file")
    headers = {"x-content-type-options": "nosniff", "cache-control": "public, max-age=31536000, immutable"}
    return Response(found[0], headers=headers, content_type=found[1])


@looked_up
async def queue(visit: Visit) -> Response:
    """Articles that wait for a decision."""
    filters = queues.Filters.of(visit.arguments)
    found = await visit.stores.read(lambda store: queues.queue(store, filters))
    choices = await visit.stores.read(queues.choices)
    page = max(0, _number(visit.request.args.get("page")))
    shown = found[page * queues.PAGE : (page + 1) * queues.PAGE]
    return visit.html(
        "queue.html", found=found, shown=shown, filters=filters, choices=choices, page=page,
        progress=queues.progress(found), more=len(found) > (page + 1) * queues.PAGE, states=queues.STATES,
    )  # fmt: skip


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


@looked_up
async def following(visit: Visit) -> Response:
    """To the most pressing article but the one just read; to the queue where none is left."""
    filters = queues.Filters.of(visit.arguments)
    found = await visit.stores.read(lambda store: queues.queue(store, filters))
    one = next(queues.after(found, visit.request.args.get("after") or ""), None)
    return Response.redirect(visit.url(f"/article/{one.article_id}" if one else "", **filters.given))


@looked_up
async def article(visit: Visit) -> Response:
    """One article with its figures marked, and the card."""
    name = visit.request.url_vars["article"]

    def read(store: Store) -> tuple[Reading, list[Shown], dict[str, Any]]:
        reading = load(store, name, visit.reviewer, visit.language)
        return reading, reading.blocks(), payload(reading, visit.language)

    reading, blocks, claims = await visit.stores.read(read)
    goes_on = visit.url("/next", after=claims["article"], **queues.Filters.of(visit.arguments).given)
    data = _safe_json(claims | _page_data(visit) | {"next": goes_on})
    return visit.html("article.html", reading=reading, blocks=blocks, data=data)


def _page_data(visit: Visit) -> dict[str, Any]:
    """What the script needs beside the claims: addresses, words, the lists of indicators and areas."""
    language = visit.language
    named = {"VN": NATION, "foreign": "foreign"}
    return {
        "deciding": visit.deciding,
        "urls": {"decide": visit.url("/decide"), "context": visit.url("/context/"), "claim": visit.url("/claim/"),
            "rule": visit.url("/rule")},
        "csrf": visit.request.scope["csrftoken"](),
        "t": pages.words(language)["script"],
        "words": pages.words(language)["words"],
        "indicators": {name: one.name(language) for name, one in indicators().items()},
        "areas": {key: pages.area_of(key, language) for key in (*named, *areas())},
        "editable": list(EDITABLE),
        "reasons": list(REASONS),
    }  # fmt: skip


def _safe_json(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@looked_up
async def claim(visit: Visit) -> Response:
    """The permalink of a claim: to its place in its article."""
    number = int(visit.request.url_vars["claim"])
    found = await visit.stores.read(lambda store: store.claim(number))
    return Response.redirect(visit.url(f"/article/{found.article_id}") + f"#c{number}")


@looked_up
async def context(visit: Visit) -> Response:
    """What stands around a claim, as a piece of a page."""
    number, language = int(visit.request.url_vars["claim"]), visit.language

    def read(store: Store) -> dict[str, Any]:
        one = store.claim(number)
        return {
            "sources": around.sources(store, one, language),
            "pairs": list(around.pairs(store, one, language)),
            "sums": list(around.sums(store, one, language)),
            "rules": list(around.rules(one)),
        }

    return visit.html("context.html", **await visit.stores.read(read))


@looked_up
async def findings(visit: Visit) -> Response:
    """What does not add up."""
    state = visit.request.args.get("state") or "open"
    state = state if state in findingpage.STATES else "open"
    found = await visit.stores.read(lambda store: findingpage.findings(store, state, visit.language))
    shared = _page_data(visit)
    data = {name: shared[name] for name in ("deciding", "urls", "csrf", "t")}
    data |= {"reviewer": visit.reviewer, "words": pages.words(visit.language)["states"]}
    return visit.html("findings.html", found=found, state=state, states=findingpage.STATES, data=_safe_json(data))


@looked_up
async def accuracy(visit: Visit) -> Response:
    """How right the rules are."""
    return visit.html("accuracy.html", found=await visit.stores.read(measures.measure), dimensions=measures.DIMENSIONS)


@looked_up
async def rule(visit: Visit) -> Response:
    """What a rule reads, and how to mend what it misread."""
    name = (visit.request.args.get("name") or "")[:200]
    found = await visit.stores.read(lambda store: rule_page(store, name, visit.language))
    shared = {key: value for key, value in _page_data(visit).items() if key in ("deciding", "csrf", "t")}
    data = _safe_json(shared | {"rule": name, "url": visit.url("/mend")})
    return visit.html("rule.html", found=found, homes=HOMES, folder=own_folder(), data=data)
