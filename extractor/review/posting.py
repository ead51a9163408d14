"""Takes decisions by POST: JSON from these pages only, from somebody who may decide."""

from __future__ import annotations

from typing import Any

from datasette import Response

from extractor.errors import DoichieuError, InputError
from extractor.review import access, pages
from extractor.review import decide as decisions
from extractor.review.visit import decoded, ours, refuse, stores_of


async def decide(datasette: Any, request: Any) -> Response:
    """Takes one decision by POST: JSON from these pages only, from somebody who may decide."""
    name = decoded(request.url_vars["database"])
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
