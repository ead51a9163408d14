"""A crawl on a terminal: what is done, waiting and failed at each host, how fast it is, and what time it may take."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from extractor.cli.output import clean

if TYPE_CHECKING:
    from extractor.crawl import Progress

_MOST_HOSTS = 12
_UP_AND_ERASE = "\r\033[{}A\033[J"


class Board:
    """A few lines on a terminal that are overwritten; nothing where standard error is none, or `silent`."""

    def __init__(self, silent: bool) -> None:
        self._is_shown = not silent and sys.stderr.isatty()
        self._lines = 0

    def show(self, progress: Progress) -> None:
        """Draw it anew."""
        self.clear()
        if self._is_shown:
            width = shutil.get_terminal_size().columns - 1  # a line that wraps would stay
            drawn = [line[:width] for line in board_lines(progress)]
            click.echo("\n".join(drawn), err=True)
            self._lines = len(drawn)

    def clear(self) -> None:
        """Take it away, so that a message can stand there."""
        if self._lines:
            click.echo(_UP_AND_ERASE.format(self._lines), nl=False, err=True)
            self._lines = 0


def board_lines(progress: Progress) -> list[str]:
    """One line a host, those with most to do first, and one for all of them."""
    hosts = sorted(progress.hosts.items(), key=lambda item: -item[1][1])
    lines = [f"{clean(name)[:40]:40} {_counts(*counts)}" for name, counts in hosts[:_MOST_HOSTS]]
    if len(hosts) > _MOST_HOSTS:
        lines.append(f"and {len(hosts) - _MOST_HOSTS} hosts more")
    done, waiting, failed = (sum(counts[place] for _, counts in hosts) for place in range(3))
    pace = (done + failed) / max(progress.seconds, 0.1)
    rest = f"{pace:.1f} URLs/s, {progress.bytes / 1e6:,.1f} MB, about {_span(progress.left)} left"
    return [*lines, f"{'all':40} {_counts(done, waiting, failed)}; {rest}"]


def _counts(done: int, waiting: int, failed: int) -> str:
    return f"{done:6,} done, {waiting:6,} waiting, {failed:4,} failed"


def _span(seconds: float) -> str:
    """A span of time in its two largest units."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours} h {minute} min" if hours else f"{minute} min {second} s" if minute else f"{second} s"
