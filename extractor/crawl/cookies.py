"""Cookies for the length of a crawl: each host gets back what it set itself, and no other host ever sees it."""

from __future__ import annotations

from collections import defaultdict

from requests.cookies import RequestsCookieJar

from extractor.urls import authority

_MOST_SIGNS = 8_192


class Jars:
    """One jar a host and port, so that not even a cookie for a whole domain leaves the host that set it."""

    def __init__(self) -> None:
        self._jars: dict[str, RequestsCookieJar] = defaultdict(RequestsCookieJar)

    def of(self, url: str) -> RequestsCookieJar:
        """The jar of the URL's host; one that has grown too large is emptied first."""
        jar = self._jars[authority(url)]
        if sum(len(cookie.name) + len(cookie.value or "") for cookie in jar) > _MOST_SIGNS:
            jar.clear()
        return jar
