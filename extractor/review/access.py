"""Who may look and who may decide, by the permissions of Datasette 0.65 and 1.0; the login link of a reviewer."""

from __future__ import annotations

import hmac
from typing import Any

from datasette.utils import actor_matches_allow

PLUGIN = "doichieu"
DECIDE = "review-decide"
REVIEWER = "reviewer"
_LINK = "doichieu-reviewer"


def is_new(datasette: Any) -> bool:
    """Whether this is Datasette 1.0, which asks permissions of resources."""
    return hasattr(datasette, "allowed")


async def may_look(datasette: Any, actor: Any, database: str) -> bool:
    """Whether Datasette shows this person the database at all."""
    if is_new(datasette):
        from datasette.resources import DatabaseResource

        resource = DatabaseResource(database)
        return bool(await datasette.allowed(action="view-database", resource=resource, actor=actor))
    instance = await datasette.permission_allowed(actor, "view-instance", default=True)
    return bool(instance and await datasette.permission_allowed(actor, "view-database", database, default=True))


async def may_decide(datasette: Any, actor: Any, database: str) -> bool:
    """Whether this person may decide: a reviewer who came by a login link, root, or whom the configuration allows."""
    if not actor or not actor.get("id") or not await may_look(datasette, actor, database):
        return False
    if is_new(datasette):
        from datasette.resources import DatabaseResource

        resource = DatabaseResource(database)
        return bool(await datasette.allowed(action=DECIDE, resource=resource, actor=actor))
    return bool(await datasette.permission_allowed(actor, DECIDE, database, default=False))


def reviews(datasette: Any, actor: Any) -> bool:
    """Whether the plugin itself lets this person decide: plugins: doichieu: allow: in the configuration, or a login."""
    allow = (datasette.plugin_config(PLUGIN) or {}).get("allow")
    if allow is not None and actor_matches_allow(actor, allow):
        return True
    return bool(actor and (actor.get(REVIEWER) or (actor.get("id") == "root" and not is_new(datasette))))


def link(datasette: Any, name: str) -> str:
    """The path that logs this reviewer in; it works until the server's secret changes."""
    return str(datasette.urls.path("/-/review/enter?token=" + datasette.sign({"name": name}, _LINK)))


def reviewer_of(datasette: Any, token: str) -> str | None:
    """The reviewer whom the token names, None where it was not made by this server."""
    from itsdangerous import BadSignature

    try:
        found = datasette.unsign(token, _LINK)
    except BadSignature:
        return None
    return str(found["name"])


def same_origin(headers: Any, scheme: str) -> bool:
    """Whether a request that changes something comes from these pages: what a browser says of its origin, checked."""
    site, origin, host = headers.get("sec-fetch-site"), headers.get("origin"), headers.get("host", "")
    if site is not None:
        return bool(site == "same-origin")
    return origin is None or hmac.compare_digest(origin.encode(), f"{scheme}://{host}".encode())
