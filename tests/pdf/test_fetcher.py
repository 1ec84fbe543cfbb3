import pytest

from casedoc.pdf.fetcher import resource_fetcher


def test_only_what_the_page_carries_is_answered() -> None:
    refused: list[str] = []
    fetcher = resource_fetcher({"file:///_project_/a.png": b"x"}, refused)
    assert fetcher.fetch("file:///_project_/a.png").read() == b"x"
    for address in ("file:///etc/passwd", "https://example.com/a.png", "data:text/plain,x"):
        with pytest.raises(ValueError, match="no such resource"):
            fetcher(address)
    assert refused == ["file:///etc/passwd", "https://example.com/a.png", "data:text/plain,x"]
