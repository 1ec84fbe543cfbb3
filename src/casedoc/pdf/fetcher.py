"""Answers WeasyPrint's requests from what the page carries, and from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.typeface.face import unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping


def resource_fetcher(resources: Mapping[str, bytes], refused: list[str]) -> Any:  # noqa: ANN401
    """Return a URL fetcher of WeasyPrint's kind.

    Args:
        resources: Contents by virtual address.
        refused: Takes the addresses that were asked for and are not among them. *Why*: WeasyPrint
            only logs a failed request, and inside an SVG it swallows even a fatal one.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ResourceFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types.
        """Opens nothing: no disk, no network, no `data:`."""

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401
            """Return a resource of the page.

            Raises:
                ValueError: The page carries nothing under this address.
            """
            del headers
            content = resources.get(url)
            if content is None:
                refused.append(url)
                raise ValueError("the page carries no such resource")
            return URLFetcherResponse(url, unpacked(content))

    return ResourceFetcher()
