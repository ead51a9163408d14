"""The rules read the annotated texts no worse than corpus/floor.json says."""

from tests.conftest import run


def test_no_score_is_below_its_floor() -> None:
    result = run("evaluate", "--floor")
    assert result.exit_code == 0, result.stderr


def test_floors_are_what_the_tool_is_to_reach() -> None:
    import json

    from extractor.rules import data_folder

    floors = json.loads((data_folder("corpus") / "floor.json").read_text("utf-8"))["floors"]
    for language, least in (("vi", 0.96), ("en", 0.94), ("ur", 0.93)):
        assert min(floors[f"{language} quantity"][key] for key in ("precision", "recall")) >= least
