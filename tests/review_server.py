"""A database to review, the server on it, and a client that posts as a reviewer's browser does."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from store_samples import article, claim

from extractor.records import Article, Claim, Figure, FigureKind
from extractor.store import open_database

HOSTILE = '<script>alert(1)</script> "quoted" & more'
# A family of one sign, a flag, a letter with two marks that has no form of its own.
BEFORE = "👩‍👩‍👧 🇻🇳 x\u0331\u0307 "
VIETNAMESE = f"{HOSTILE}\n{BEFORE}Tỉnh có 12 xã, trong đó 7 xã đạt chuẩn.\n" + "\n".join(
    f"Huyện thứ nhất giao {n} nhiệm vụ." for n in range(100, 140)
)
URDU = (
    "صوبے کی پیش رفت\n"
    "قرارداد 57-NQ/TW اور 52/2025/NQ-HĐND کے تحت 32% کام مکمل ہیں، مدت 2025-2030 ہے۔\n"
    "کل رقم 1.5 ٹریلین VND تک پہنچی اور 38/64 کام 🎉 جاری ہیں، باقی 26 کام رہتے ہیں۔"
)


def claims_of(text: str) -> list[Claim]:
    """A claim on each number from 100 on, `nhiệm vụ` assigned in Quảng Ninh."""
    found = re.finditer(r"\b1\d\d\b", text)
    return [_at(text, one.start(), one.group()) for one in found]


def _at(text: str, start: int, surface: str, **fields: Any) -> Claim:
    stop = text.find("\n", start)
    sentence = text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)
    made = claim(text, surface)
    figure = replace(made.figure, start=start, end=start + len(surface), **fields)
    return replace(made, figure=figure, sentence=sentence, rule="indicators:assigned; vi/nouns", language="vi")


def urdu_claims() -> list[Claim]:
    """Claims on a share, an amount of three runs, and the two numbers of a ratio."""
    share = replace(_at(URDU, URDU.index("32%"), "32"), indicator="tasks.completed_share")
    share = replace(
        share, figure=replace(share.figure, end=share.figure.end + 1, surface="32%", kind=FigureKind.PERCENT)
    )
    money = "1.5 ٹریلین VND"
    start = URDU.index(money)
    figure = Figure(start, start + len(money), money, FigureKind.MONEY, Decimal(15) * 10**11, unit="VND")
    parts = [_at(URDU, URDU.index(surface), surface) for surface in ("38", "64")]
    return [share, replace(share, figure=figure, indicator=None), *parts]


def vietnamese() -> Article:
    """The Vietnamese sample with a title and an address that must be escaped."""
    return article(VIETNAMESE, url="https://bao.test/vi?a=1&b=<2>")


def urdu() -> Article:
    """The Urdu sample."""
    made = article(URDU, url="https://bao.test/ur", language="ur")
    return replace(made, blocks=tuple(replace(block, language="ur") for block in made.blocks))


def database(folder: Path) -> Path:
    """A database with both samples."""
    path = folder / "news.db"
    with open_database(path) as store:
        store.begin_run("digest", "0", "test")
        store.save(vietnamese(), claims_of(VIETNAMESE))
        store.save(urdu(), urdu_claims())
    return path


class Client:
    """A reviewer's browser without a screen."""

    def __init__(self, base: str, link: str | None = None) -> None:
        self.base = base
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), ProxyHandler({}))
        if link:
            self.get(link)

    def get(self, path: str, **headers: str) -> tuple[int, str, Any]:
        """Status, body and headers."""
        return self._open(Request(path if path.startswith("http") else self.base + path, headers=headers))

    def data(self, article_id: str) -> dict[str, Any]:
        """What the article's page gives its script."""
        body = self.get(f"/-/review/news/article/{article_id}")[1]
        found = re.search(r'id="data">(.*?)</script>', body, re.DOTALL)
        assert found is not None
        data: dict[str, Any] = json.loads(found[1])
        self.token = data["csrf"]
        return data

    def post(self, payload: Any, page: str = "decide", **headers: str) -> tuple[int, dict[str, Any]]:
        """Status and answer of a posted decision."""
        known = {"content-type": "application/json", "x-csrftoken": getattr(self, "token", "")}
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        sent = {name: value for name, value in (known | headers).items() if value}
        status, text, _ = self._open(Request(f"{self.base}/-/review/news/{page}", data=body, headers=sent))
        return status, json.loads(text) if text.startswith("{") else {"error": text}

    def _open(self, request: Request) -> tuple[int, str, Any]:
        try:
            with self.opener.open(request, timeout=60) as response:
                return response.status, response.read().decode(), response.headers
        except HTTPError as error:
            with error:
                return error.code, _rest(error), error.headers


def _rest(error: HTTPError) -> str:
    """The body of a refusal; empty where the server closed before it had read all that was sent."""
    try:
        return error.read().decode()
    except ConnectionResetError:
        return ""


def decision(data: dict[str, Any], claim: dict[str, Any], verdict: str = "right", **fields: Any) -> dict[str, Any]:
    """What the page posts for a claim."""
    shown = {"article": data["article"], "text": data["text"], "claim": claim["id"], "seen": claim["seen"]}
    return {"uid": uuid.uuid4().hex, "target": "claim", "verdict": verdict, **shown, **fields}


class Server:
    """The command `doichieu review` on a free port."""

    def __init__(self, path: Path, *arguments: str, rules: Path | None = None) -> None:
        chosen = ["--patterns", str(rules)] if rules else []
        command = [sys.executable, "-m", "extractor", *chosen, "review", str(path), "--port", "0", "--no-browser"]
        command += ["--reviewer", "lan", "--reviewer", "minh", "--reviewer", "an", "--reviewer", "ha", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        lines = [self.process.stdout.readline().strip() for _ in range(4)]
        self.links = dict(line.split(": ", 1) for line in lines)
        self.base = self.links["lan"].partition("/-/")[0]

    def client(self, name: str | None = "lan") -> Client:
        """Somebody's browser: a reviewer's, or a guest's for None."""
        return Client(self.base, self.links[name] if name else None)

    def stop(self, sign: int = signal.SIGINT) -> int:
        """Ends it with the signal; its exit code."""
        self.process.send_signal(sign)
        code = self.process.wait(timeout=20)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


@contextmanager
def serving(path: Path, *arguments: str, rules: Path | None = None) -> Iterator[Server]:
    """The server while it is needed."""
    server = Server(path, *arguments, rules=rules)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()
