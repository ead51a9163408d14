"""The command that measures the rules on annotated texts: evaluate."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from extractor.cli.output import emit, format_options
from extractor.errors import InputError
from extractor.rules import data_folder

FLOOR = "floor.json"


@click.command()
@click.argument("gold", required=False, type=click.Path(path_type=Path))
@click.option("--set", "part", type=click.Choice(["dev", "held"]), help="Only this half of the texts.")
@click.option("--misses", is_flag=True, help="List what was read wrong instead.")
@click.option("--floor", is_flag=True, help="Exit 1 when a score is below corpus/floor.json.")
@click.option("--pin", is_flag=True, help="Write today's scores to corpus/floor.json.")
@format_options
def evaluate(gold: Path | None, part: str | None, misses: bool, floor: bool, pin: bool, form: str) -> None:
    """Precision, recall and value accuracy by language and kind on the annotated texts of GOLD
    (a .jsonl file or a folder of them; corpus/gold where left out)."""
    from extractor.evaluate import digest, load
    from extractor.evaluate import evaluate as measure

    folder = gold or data_folder("corpus") / "gold"
    texts = [text for text in load(folder) if part is None or text.get("set") == part]
    scores = measure(texts)
    if misses:
        emit([_miss(miss) for miss in scores.misses], form, "nothing was read wrong")
    else:
        emit(list(scores.rows()), form)
    path = folder.parent / FLOOR
    if pin:
        path.write_text(json.dumps(pinned(scores, digest(folder)), indent=2) + "\n", encoding="utf-8")
        click.echo(f"wrote {path}", err=True)
    if floor:
        faults = below(scores, digest(folder), path)
        click.echo("\n".join(faults) or "no score is below its floor", err=True)
        sys.exit(1 if faults else 0)


def _miss(miss: Any) -> dict[str, Any]:
    gold, found = miss.gold or {}, miss.found or {}
    cells = {"text": miss.text, "written": gold.get("surface"), "kind": gold.get("kind"), "value": gold.get("value")}
    return cells | {"read": found.get("surface"), "as": found.get("kind"), "read value": found.get("value")}


def pinned(scores: Any, key: str) -> dict[str, Any]:
    """The floor: the hash of the texts, and the scores by language and group, rounded down."""
    floors: dict[str, dict[str, float]] = {}
    for (language, name), tally in sorted(scores.tallies.items()):
        shares = {"precision": tally.precision, "recall": tally.recall}
        shares |= {key: count["right"] / count["gold"] for key, count in tally.fields.items() if count["gold"]}
        floors[f"{language} {name.strip()}"] = {key: int(share * 1000) / 1000 for key, share in shares.items()}
    return {"gold_sha256": key, "floors": floors}


def below(scores: Any, key: str, path: Path) -> list[str]:
    """What fell: one line a score that is below its floor, or that the floor holds for other texts."""
    try:
        floor = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read", f"write it with doichieu evaluate --pin ({error})") from error
    if floor["gold_sha256"] != key:
        return [f"the annotated texts are not those of {path.name}: pin it anew and say why in CHANGELOG.md"]
    today = pinned(scores, key)["floors"]
    return [
        f"{where}, {name}: {today.get(where, {}).get(name, 0)} is below the floor of {share}"
        for where, shares in floor["floors"].items()
        for name, share in shares.items()
        if today.get(where, {}).get(name, 0) < share
    ]
