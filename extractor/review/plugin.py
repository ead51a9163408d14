"""The Datasette plugin: its pages' addresses, and who may decide. One code for Datasette 0.65 and 1.0."""

from __future__ import annotations

from typing import Any

from pluggy import HookimplMarker

from extractor.review import access, posting, views

# The marker that Datasette exports as `hookimpl`.
hookimpl = HookimplMarker("datasette")
_DATABASE = r"/-/review/(?P<database>[^/]+)"
ROUTES = (
    (r"^/-/review$", views.start),
    (r"^/-/review/enter$", views.enter),
    (r"^/-/review/static/(?P<name>[A-Za-z0-9._-]+)$", views.static),
    (rf"^{_DATABASE}$", views.queue),
    (rf"^{_DATABASE}/next$", views.following),
    (rf"^{_DATABASE}/article/(?P<article>[0-9a-f]{{4,64}})$", views.article),
    (rf"^{_DATABASE}/claim/(?P<claim>[0-9]{{1,18}})$", views.claim),
    (rf"^{_DATABASE}/context/(?P<claim>[0-9]{{1,18}})$", views.context),
    (rf"^{_DATABASE}/findings$", views.findings),
    (rf"^{_DATABASE}/accuracy$", views.accuracy),
    (rf"^{_DATABASE}/rule$", views.rule),
    (rf"^{_DATABASE}/decide$", posting.decide),
    (rf"^{_DATABASE}/mend$", posting.mend),
)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The addresses under /-/review."""
    return list(ROUTES)


@hookimpl
def permission_allowed(datasette: Any, actor: Any, action: str) -> bool | None:
    """Datasette 0.65: reviewers may decide."""
    return True if action == access.DECIDE and access.reviews(datasette, actor) else None


@hookimpl
def register_actions() -> list[Any]:
    """Datasette 1.0: the action that its configuration can grant."""
    from datasette.permissions import Action
    from datasette.resources import DatabaseResource

    return [Action(name=access.DECIDE, description="Decide on figures", resource_class=DatabaseResource)]


@hookimpl
def permission_resources_sql(datasette: Any, actor: Any, action: str) -> Any:
    """Datasette 1.0: reviewers may decide."""
    if action != access.DECIDE or not access.reviews(datasette, actor):
        return None
    from datasette.permissions import PermissionSQL

    return PermissionSQL.allow(reason="reviewer")


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """A link from Datasette's own menu."""
    return [{"href": datasette.urls.path("/-/review"), "label": "Đối chiếu"}]
