"""Turns case studies written in Markdown into PDFs made for print."""

__version__ = "0.1.0"
