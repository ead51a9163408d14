"""Each figure names the rules that read it, each refusal its reason."""

from __future__ import annotations

from extractor.read.explain import explain


def test_a_figure_names_its_rules() -> None:
    (figure,) = explain("Tỉnh thu hơn 5 tỷ đồng.", "vi").figures
    assert figure.rule.split() == ["vi/numbers:billion", "vi/units:money_dong", "vi/qualifiers:more_than"]


def test_a_refusal_names_its_rule() -> None:
    (refusal,) = explain("Nghị quyết 57 được ban hành.", "vi").refusals
    assert (refusal.surface, refusal.reason) == ("57", "vi/traps:document_nq")


def test_a_refusal_by_shape_says_why() -> None:
    (refusal,) = explain("Đề tài B52X phủ sóng.", "vi").refusals
    assert (refusal.surface, refusal.reason) == ("52X", "glued to letters")
