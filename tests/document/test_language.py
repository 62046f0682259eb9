"""The language is stated, and not guessed where the text does not tell."""

import pytest

from reader.document.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The river rose in the night and many homes were flooded.", "en"),
        ("Der Fluss ist in der Nacht über die Ufer getreten und hat viele Keller geflutet.", "de"),
        ("Le fleuve a débordé dans la nuit et plusieurs caves sont inondées.", "fr"),
        ("El río se desbordó en la noche y muchas casas fueron evacuadas por los bomberos.", "es"),
        ("Il fiume è uscito dagli argini nella notte e molte case sono state evacuate.", "it"),
        ("東京で地震がありました。", "ja"),
        ("北京发生地震，多人受伤。", "zh"),
        ("Мост закрыт после аварии", "ru"),
        ("أغلق الجسر بعد الحادث", "ar"),
        ("Trump says no", "und"),
        ("300 400 500", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect(text) == language
