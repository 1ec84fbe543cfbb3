import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.typography import keep_together


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("dauern 2–4 Stunden pro Release", ["2–4 Stunden"]),
        ("alle 12 Microservices mit", ["12 Microservices"]),
        ("etwa (20–200 Nodes) hier", ["(20–200 Nodes)"]),
        ("der Kunde (unter NDA) will", ["(unter NDA)"]),
        ("ein Satz (in langen Klammern) mehr", []),
        ("die E-Commerce-Plattform läuft", ["E-Commerce-Plattform"]),
        ("E-Commerce-Plattformentwicklungsumgebung", ["E-Commerce-"]),
        ("im Q4-Geschäft war", ["Q4-Geschäft"]),
        ("mit 120\u00a0km/h fährt", ["120\u00a0km/h"]),
        ("auf 30 × 60\u00a0m Fläche", ["30 × 60\u00a0m"]),
        ("März–September 2023", ["März–September"]),
        ("Java 8 bis 17", []),
        ("rund 20 Mio € im Jahr", ["20 Mio €"]),
        ("etwa 5 Millionen Euro mehr", ["5 Millionen Euro"]),
        ("about 5 million EUR more", ["5 million EUR"]),
        ("by 5 percentage points in all", ["5 percentage points"]),
        ("12 Datenverarbeitungsanlagen", []),
        ("Release-Frequenz und CI/CD", []),
        ("https://example.com/k8s-migration", []),
        ("", []),
    ],
)
def test_stretches(text: str, stretches: list[str]) -> None:
    assert stretches == [text[start:end] for start, end in keep_together(text)]


@given(st.text(alphabet="aE3 -–(/)\u00a0×%,", max_size=30))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    places = [place for stretch in keep_together(text) for place in stretch]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(start < end for start, end in keep_together(text))


def test_many_stretches_take_no_time_to_speak_of() -> None:
    # Anything that grows with the square of the length would not come to an end.
    assert keep_together("1–" * 40_000) == ((0, 80_000),)
    assert len(keep_together("(36 %) " * 20_000)) == 20_000
