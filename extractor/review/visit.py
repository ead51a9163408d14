"""One request: who asks for what, which database it is about, and how a page is answered."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from datasette import Forbidden, NotFound, Response
from datasette.utils import tilde_decode

from extractor.errors import DoichieuError, InputError
from extractor.review import access, pages
from extractor.review.stores import Stores
from extractor.wording import date_text

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
            "day": functools.partial(date_text, language=self.language),
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

    @property
    def arguments(self) -> dict[str, str]:
        """The query's arguments, the first of each name."""
        return {key: self.request.args[key] for key in self.request.args}

    def here(self, **changed: str) -> str:
        """This page's address with other arguments."""
        return "?" + urlencode({key: value for key, value in (self.arguments | changed).items() if value})


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
        name = decoded(request.url_vars["database"])
        if request.method not in ("GET", "HEAD"):
            return refuse("read this page with GET", 405)
        if name not in await ours(datasette):
            raise NotFound(f"no database {name} to review")
        if not await access.may_look(datasette, request.actor, name):
            raise Forbidden("this database may not be looked at")
        visit = await visit_of(datasette, request, name)
        try:
            return await view(visit)
        except DoichieuError as error:
            response = visit.html("error.html", message=str(error))
            response.status = 404 if isinstance(error, InputError) else 500
            return response

    # Not functools.wraps: Datasette looks at the signature to see which arguments to give.
    answer.__doc__ = view.__doc__
    return answer


def decoded(name: str) -> str:
    """A database's name from an address."""
    return str(tilde_decode(name))


async def visit_of(datasette: Any, request: Any, name: str) -> Visit:
    """The request as a visit to one database."""
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
