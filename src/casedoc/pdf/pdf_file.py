"""A finished PDF, and what a layout says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How a layout came out."""

    pages: int
    """Number of pages."""
    fill: float
    """Share of the last page's type area that is used; 1.0 is full. 0 without an end mark."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished PDF."""

    data: bytes
    """The file."""
    digest: str
    """SHA-256 of the file in hexadecimal."""
    pages: int
    """Number of pages."""
    fill: float
    """As in `Measure`."""
    standards: tuple[str, ...]
    """The standards it keeps to."""
