"""The pages' views: each looks who asks, reads on a thread of its own, and answers with strict headers."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from datasette import Forbidden, NotFound, Response

from extractor.catalog import NATION, areas, indicators
from extractor.errors import DoichieuError, InputError
from extractor.review import access, findingpage, pages
from extractor.review import accuracy as measures
from extractor.review import context as around
from extractor.review import decide as decisions
from extractor.review import queue as queues
from extractor.review.article import load, payload
from extractor.review.rulepage import rule_page
from extractor.review.stores import Stores
from extractor.store.verdicts import EDITABLE, REASONS

_STORES: WeakKeyDictionary[Any, dict[str, Stores]] = WeakKeyDictionary()
# A table that only a database of this program has.
_TABLE = "decision_place"


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks for what, in which language, of which database."""

    datasette: Any
    request: Any
    database: str
    stores: Stores
    language: str
    reviewer: str
    deciding: bool

    def url(self, path: str = "", **arguments: str) -> str:
        """An address below this database's pages."""
        query = "?" + urlencode(arguments) if arguments else ""
        return str(self.datasette.urls.path(f"/-/review/{self.datasette_name}{path}")) + query

    @property
    def datasette_name(self) -> str:
        """The database's name as it stands in addresses."""
        return str(self.request.url_vars.get("database", self.database))

    def html(self, template: str, **values: Any) -> Response:
        """A page."""
        shared = {
            "t": pages.words(self.language),
            "language": self.language,
            "languages": pages.LANGUAGES,
            "visit": self,
            "asset": functools.partial(asset_url, self.datasette),
            "count": functools.partial(pages.number, language=self.language),
            "percent": functools.partial(pages.percent, language=self.language),
            "decimal": functools.partial(pages.decimal, language=self.language),
            "indicator_name": functools.partial(pages.name_of, language=self.language),
            "area_name": functools.partial(pages.area_of, language=self.language),
        }
        body = pages.environment().get_template(template).render(shared | values)
        response = Response.html(body, headers=dict(pages.HEADERS))
        if self.request.args.get("lang") in pages.LANGUAGES:
            response.set_cookie(pages.COOKIE, self.language, max_age=31_536_000, httponly=True, samesite="lax")
        return response

    def here(self, **changed: str) -> str:
        """This page's address with other arguments."""
        given = {key: self.request.args[key] for key in self.request.args}
        return "?" + urlencode({key: value for key, value in (given | changed).items() if value})


View = Callable[[Visit], Awaitable[Response]]


def asset_url(datasette: Any, name: str) -> str:
    """A file's address with its hash, so that a browser may keep it."""
    found = pages.asset(name)
    return str(datasette.urls.path(f"/-/review/static/{name}?{found[2] if found else ''}"))


def stores_of(datasette: Any, name: str) -> Stores:
    """The open stores of one of Datasette's databases."""
    known = _STORES.setdefault(datasette, {})
    if name not in known:
        known[name] = Stores(Path(datasette.get_database(name).path))
    return known[name]


def close(datasette: Any) -> None:
    """Closes what was opened for this Datasette."""
    for stores in _STORES.pop(datasette, {}).values():
        stores.close()


async def ours(datasette: Any) -> list[str]:
    """Names of the databases that this program made."""
    names = [name for name, db in datasette.databases.items() if db.path and db.is_mutable]
    return [name for name in names if await datasette.get_database(name).table_exists(_TABLE)]


def looked_up(view: View) -> Callable[..., Awaitable[Response]]:
    """A view that is called with a Visit: refuses other databases, people without permission, and other methods."""

    async def answer(datasette: Any, request: Any) -> Response:
        name = _decoded(request.url_vars["database"])
        if request.method not in ("GET", "HEAD"):
            return refuse("read this page with GET", 405)
        if name not in await ours(datasette):
            raise NotFound(f"no database {name} to review")
        if not await access.may_look(datasette, request.actor, name):
            raise Forbidden("this database may not be looked at")
        visit = await _visit(datasette, request, name)
        try:
            return await view(visit)
        except DoichieuError as error:
            response = visit.html("error.html", message=str(error))
            response.status = 404 if isinstance(error, InputError) else 500
            return response

    # Not functools.wraps: Datasette looks at the signature to see which arguments to give.
    answer.__doc__ = view.__doc__
    return answer


def _decoded(name: str) -> str:
    from datasette.utils import tilde_decode

    return str(tilde_decode(name))


async def _visit(datasette: Any, request: Any, name: str) -> Visit:
    accepted = request.headers.get("accept-language") or ""
    return Visit(
        datasette=datasette,
        request=request,
        database=name,
        stores=stores_of(datasette, name),
        language=pages.language_of(request.args.get("lang"), request.cookies.get(pages.COOKIE), accepted),
        reviewer=str((request.actor or {}).get("id") or ""),
        deciding=await access.may_decide(datasette, request.actor, name),
    )


def refuse(what: str, status: int, repair: str = "") -> Response:
    """A refusal that the page's script can show."""
    body = json.dumps({"ok": False, "error": what, "repair": repair}, ensure_ascii=False)
    return Response(body, status=status, headers=dict(pages.HEADERS), content_type="application/json; charset=utf-8")


async def start(datasette: Any, request: Any) -> Response:
    """To the queue of the first database that can be reviewed."""
    from datasette.utils import tilde_encode

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
    filters = queues.Filters.of({key: visit.request.args[key] for key in visit.request.args})
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
    found = await visit.stores.read(lambda store: queues.queue(store, queues.Filters()))
    one = next(queues.after(found, visit.request.args.get("after") or ""), None)
    return Response.redirect(visit.url(f"/article/{one.article_id}" if one else ""))


@looked_up
async def article(visit: Visit) -> Response:
    """One article with its figures marked, and the card."""
    name = visit.request.url_vars["article"]
    reading = await visit.stores.read(lambda store: load(store, name, visit.reviewer, visit.language))
    data = payload(reading, visit.language) | _page_data(visit)
    return visit.html("article.html", reading=reading, blocks=reading.blocks(), data=_safe_json(data))


def _page_data(visit: Visit) -> dict[str, Any]:
    """What the script needs beside the claims: addresses, words, the lists of indicators and areas."""
    language = visit.language
    named = {"VN": NATION, "foreign": "foreign"}
    return {
        "deciding": visit.deciding,
        "urls": {"decide": visit.url("/decide"), "context": visit.url("/context/"), "claim": visit.url("/claim/"),
            "rule": visit.url("/rule"), "next": visit.url("/next")},
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

    def read(store: Any) -> dict[str, Any]:
        one = store.claim(number)
        return {
            "sources": around.sources(store, one, language),
            "pairs": around.pairs(store, one, language),
            "rules": list(around.rules(one)),
        }

    return visit.html("context.html", **await visit.stores.read(read))


@looked_up
async def findings(visit: Visit) -> Response:
    """What does not add up."""
    state = visit.request.args.get("state") or "open"
    state = state if state in findingpage.STATES else "open"
    found = await visit.stores.read(lambda store: findingpage.findings(store, state, visit.language))
    data = {key: value for key, value in _page_data(visit).items() if key in ("deciding", "urls", "csrf", "t")}
    return visit.html("findings.html", found=found, state=state, states=findingpage.STATES, data=_safe_json(data))


@looked_up
async def accuracy(visit: Visit) -> Response:
    """How right the rules are."""
    return visit.html("accuracy.html", found=await visit.stores.read(measures.measure), dimensions=measures.DIMENSIONS)


@looked_up
async def rule(visit: Visit) -> Response:
    """What a rule reads."""
    name = (visit.request.args.get("name") or "")[:200]
    return visit.html("rule.html", found=await visit.stores.read(lambda store: rule_page(store, name, visit.language)))


async def decide(datasette: Any, request: Any) -> Response:
    """Takes one decision by POST: JSON from these pages only, from somebody who may decide."""
    name = _decoded(request.url_vars["database"])
    if request.method != "POST":
        return refuse("decisions are made with POST", 405)
    if not access.same_origin(request.headers, request.scheme):
        return refuse("the request comes from another site", 403)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return refuse("the request is no JSON", 415)
    if name not in await ours(datasette):
        return refuse(f"no database {name} to review", 404)
    if not await access.may_decide(datasette, request.actor, name):
        return refuse("you are not logged in as a reviewer", 403, "open the link that the command printed")
    return await _decided(datasette, request, name)


async def _decided(datasette: Any, request: Any, name: str) -> Response:
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > decisions.LONGEST_BODY:
        return refuse("the decision is too long", 413, "write a shorter note")
    reviewer = str(request.actor["id"])
    body = await request.post_body()
    try:
        posted = decisions.read(body)
        done = await stores_of(datasette, name).write(lambda store: decisions.decide(store, posted, reviewer))
    except decisions.StaleError as error:
        return refuse(error.what, 409, error.repair)
    except InputError as error:
        return refuse(error.what, 400, error.repair)
    except DoichieuError as error:
        return refuse(error.what, 503, error.repair)
    return Response.json({"ok": True, **done}, headers=dict(pages.HEADERS))
