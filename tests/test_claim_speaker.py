"""Who said it: the person with the role, or the body, and nobody else."""

from __future__ import annotations

import pytest
from claiming import said

SAID = [
    ("vi", "Bà Trần Thị Hoa, Giám đốc Sở Y tế, cho biết tỉnh có 12 trạm.", "Bà Trần Thị Hoa, Giám đốc Sở Y tế"),
    ("vi", "Tại buổi họp, Phó Chủ tịch UBND tỉnh Lê Văn Bình nhấn mạnh: 12 xã đã có trạm.",
     "Phó Chủ tịch UBND tỉnh Lê Văn Bình"),
    ("vi", "Phát biểu sau đó, ông Lê Văn Bình khẳng định 12 xã đã có trạm.", "ông Lê Văn Bình"),
    ("vi", "Sở Văn hóa, Thể thao và Du lịch cho biết có 12 lễ hội.", "Sở Văn hóa, Thể thao và Du lịch"),
    ("vi", "Theo ông Lê Văn Bình, Chủ tịch UBND xã Mỹ An, xã có 12 trạm.", "ông Lê Văn Bình, Chủ tịch UBND xã Mỹ An"),
    ("vi", "Theo Sở Y tế, đến nay tỉnh có 12 trạm.", "Sở Y tế"),
    ("vi", "Sáng 5/9, Cục Trồng trọt (Bộ Nông nghiệp và Môi trường) cho biết có 12 giống mới.",
     "Cục Trồng trọt (Bộ Nông nghiệp và Môi trường)"),
    ("en", "Lê An, vice chairman of the commune, said it had 12 clinics.", "Lê An, vice chairman of the commune"),
    ("en", "According to the Ministry of Health, there were 12 clinics.", "the Ministry of Health"),
    ("ur", "کل، محکمہ صحت کے ڈائریکٹر انیس احمد نے کہا کہ صوبے میں 12 مراکز ہیں۔", "محکمہ صحت کے ڈائریکٹر انیس احمد"),
    ("ur", "محکمہ صحت کے مطابق صوبے میں 12 مراکز ہیں۔", "محکمہ صحت"),
]  # fmt: skip
NOBODY = [
    ("vi", "Cụ thể, du lịch khẳng định thế mạnh với 12 tuyến mới."),
    ("vi", "Theo Nghị quyết của tỉnh, có 12 trạm sẽ được xây."),
    ("vi", "Ông cho biết xã có 12 trạm."),
    ("en", "He said there were 12 clinics."),
    ("en", "The province has 12 clinics."),
]


@pytest.mark.parametrize(("language", "text", "named"), SAID)
def test_the_speaker_is_named_with_the_role(language: str, text: str, named: str) -> None:
    assert {claim.speaker for claim in said(text, language)} == {named}


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_is_made_a_speaker(language: str, text: str) -> None:
    assert {claim.speaker for claim in said(text, language)} == {None}
