"""Takes what pages post, decisions and mends: JSON from these pages only, from somebody who may decide."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from datasette import Response

from extractor.errors import DoichieuError, InputError
from extractor.review import access, mending, pages
from extractor.review import decide as decisions
from extractor.review.visit import Visit, decoded, ours, refuse, visit_of

Posted = Callable[[Visit, Mapping[str, Any]], Awaitable[Response]]


def posted(act: Posted) -> Callable[..., Awaitable[Response]]:
    """A view that is called with a Visit and the posted JSON object, or refuses in words that the page can show."""

    async def answer(datasette: Any, request: Any) -> Response:
        name = decoded(request.url_vars["database"])
        refused = await _refusal(datasette, request, name)
        if refused is not None:
            return refused
        try:
            return await act(await visit_of(datasette, request, name), decisions.read(await request.post_body()))
        except decisions.StaleError as error:
            return refuse(error.what, 409, error.repair)
        except InputError as error:
            return refuse(error.what, 400, error.repair)
        except DoichieuError as error:
            return refuse(error.what, 503, error.repair)

    # Not functools.wraps: Datasette looks at the signature to see which arguments to give.
    answer.__doc__ = act.__doc__
    return answer


async def _refusal(datasette: Any, request: Any, name: str) -> Response | None:
    """Why nothing may be posted here by this person; None where it may."""
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
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > decisions.LONGEST_BODY:
        return refuse("the decision is too long", 413, "write a shorter note")
    return None


@posted
async def decide(visit: Visit, post: Mapping[str, Any]) -> Response:
    """Takes one decision."""
    done = await visit.stores.write(lambda store: decisions.decide(store, post, visit.reviewer))
    return Response.json({"ok": True, **done}, headers=dict(pages.HEADERS))


@posted
async def mend(visit: Visit, post: Mapping[str, Any]) -> Response:
    """Shows what a counter-example and its words would change; writes them to the rules where that is asked for."""
    foreseen = await mending.tried(visit, post)
    rows = await visit.stores.read(lambda store: mending.shown(store, foreseen, visit.language))
    return visit.html("mend.html", foreseen=foreseen, rows=rows)
