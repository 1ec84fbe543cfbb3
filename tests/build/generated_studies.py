"""Case studies made of chance: the same seed makes the same study, on every machine."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Metric = tuple[str, str, str, str]


COUNT = 100
ON_ONE_PAGE = 500
"""Words up to which a study without images, tables and code must fit on one page."""
_SHORTEST, _LONGEST = 20, 1200
_LONG_ONES = 25
_FEWEST_WORDS_OF_STEPS = 60


@cache
def word_stock(language: str) -> dict[str, Any]:
    """The words of one language."""
    path = Path(__file__).with_name(f"word_stock.{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class GeneratedStudy:
    """One study, and what is in it."""

    slug: str
    language: str
    words: int
    """Words of its sections, headings included; results and links not."""
    figures: int
    links: int
    technologies: int
    text: str
    """The whole file."""


@cache
def generated_studies(count: int = COUNT, seed: int = 4) -> tuple[GeneratedStudy, ...]:
    """So many studies of 20 to 1,200 words, three in four of them up to 500, in both languages."""
    short = count - count * _LONG_ONES // 100
    lengths = [
        _SHORTEST + (ON_ONE_PAGE - _SHORTEST) * index // max(1, short - 1) for index in range(short)
    ] + [
        ON_ONE_PAGE + (_LONGEST - ON_ONE_PAGE) * (index + 1) // (count - short)
        for index in range(count - short)
    ]
    return tuple(
        generated_study(words, ("de", "en")[index % 2], seed * 1000 + index)
        for index, words in enumerate(lengths)
    )


def generated_study(
    words: int, language: str, seed: int, *, everything: bool = False
) -> GeneratedStudy:
    """One study of at most so many words.

    Args:
        words: Words of its sections.
        language: `de` or `en`.
        seed: Decides on all else.
        everything: Whether it has six figures, four links, fourteen technologies, subtitle,
            client, role and industry, whatever chance would say.
    """
    chance = Random(seed)  # noqa: S311 - nothing secret
    return _Author(word_stock(language), chance, language, everything=everything).write(
        words, f"study-{seed}-{words}"
    )


class _Author:
    """Writes one study."""

    def __init__(
        self, stock: dict[str, Any], chance: Random, language: str, *, everything: bool
    ) -> None:
        self._stock = stock
        self._chance = chance
        self._language = language
        self._everything = everything

    def write(self, words: int, slug: str) -> GeneratedStudy:
        figures = (
            6 if self._everything else self._chance.choice((0, 0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 8))
        )
        links = 4 if self._everything else self._chance.choice((0, 0, 1, 2, 3, 4))
        technologies = 14 if self._everything else self._chance.choice((0, 3, 5, 8, 14))
        in_text = self._chance.random() < 0.5 and not self._everything
        metrics = self._chance.sample(self._stock["metrics"], figures)
        sections = self._sections(words)
        body = "\n\n".join(sections)
        count = len([word for word in body.split() if word.strip("#*-")])
        if in_text and figures:
            body += f"\n\n## {self._heading('results')}\n\n" + "\n".join(
                self._result(metric) for metric in metrics
            )
        if links:
            body += f"\n\n## {self._heading('links')}\n\n" + "\n".join(self._links(links))
        matter = self._front_matter(technologies, () if in_text else metrics)
        text = f"---\n{matter}---\n\n{body}\n"
        return GeneratedStudy(slug, self._language, count, figures, links, technologies, text)

    def _front_matter(self, technologies: int, metrics: Sequence[Metric]) -> str:
        stock, chance = self._stock, self._chance
        lines = [f"title: {chance.choice(stock['titles'])}", "date: 2024-03"]
        optional = (
            ("subtitle", stock["subtitles"], 0.4),
            ("category", stock["categories"], 0.9),
            ("client", stock["clients"], 0.6),
            ("role", stock["roles"], 0.6),
            ("industry", stock["industries"], 0.3),
        )
        lines += [
            f"{key}: {chance.choice(values)}"
            for key, values, share in optional
            if chance.random() < share or self._everything
        ]
        if technologies:
            lines.append(
                f"technologies: [{', '.join(chance.sample(stock['technologies'], technologies))}]"
            )
        if metrics:
            lines.append("metrics:")
        for metric in metrics:
            named = zip(("value", "label", "context", "reference"), metric, strict=True)
            pairs = [f'{key}: "{value}"' for key, value in named if value]
            lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
        return "".join(f"{line}\n" for line in lines)

    def _heading(self, role: str) -> str:
        return str(self._chance.choice(self._stock["headings"][role]))

    def _sections(self, words: int) -> list[str]:
        """The sections, in one of two shapes: problem and solution, or names of their own."""
        if self._chance.random() < 0.7:
            return self._usual_sections(words)
        count = max(1, min(self._chance.randint(3, 7), words // 25))
        names = self._chance.sample(self._stock["headings"]["other"], count)
        left = words - sum(len(name.split()) for name in names)
        return [f"## {name}\n\n{self._paragraphs(left // count)}" for name in names]

    def _usual_sections(self, words: int) -> list[str]:
        share = self._chance.uniform(0.2, 0.45)
        has_highlights = words > _FEWEST_WORDS_OF_STEPS and self._chance.random() < 0.6
        has_steps = words > _FEWEST_WORDS_OF_STEPS and self._chance.random() < 0.6
        left = words - 2 - 2 * has_highlights
        problem = int(left * share)
        rest = left - problem
        highlights = min(120, rest // 3) if has_highlights else 0
        steps = min(220, (rest - highlights) // 2) if has_steps else 0
        solution = self._paragraphs(rest - highlights - steps)
        if steps:
            solution += "\n\n" + "\n".join(self._steps(steps))
        sections = [
            f"## {self._heading('problem')}\n\n{self._paragraphs(problem)}",
            f"## {self._heading('solution')}\n\n{solution}",
        ]
        if highlights:
            level = self._chance.choice(("##", "###"))
            items = "\n".join(self._items(highlights))
            sections.append(f"{level} {self._heading('highlights')}\n\n{items}")
        return sections

    def _paragraphs(self, words: int) -> str:
        paragraphs: list[str] = []
        left = words
        while left > 0:
            size = min(left, self._chance.randint(30, 90))
            if left - size < 12:
                size = left
            paragraphs.append(self._prose(size))
            left -= size
        return "\n\n".join(paragraphs)

    def _steps(self, words: int) -> list[str]:
        names = self._chance.sample(self._stock["lead_ins"], max(2, min(8, words // 18)))
        each = words // len(names)
        return [f"- **{name}**: {self._prose(each - len(name.split()))}" for name in names]

    def _items(self, words: int) -> list[str]:
        count = max(2, words // 14)
        return [f"- {self._prose(words // count)}" for _ in range(count)]

    def _prose(self, words: int) -> str:
        """Sentences of together so many words; the last one is cut."""
        found: list[str] = []
        while len(found) < words:
            found += self._sentence().split()
        text = " ".join(found[: max(1, words)]).rstrip(",;–: ")
        return text if text.endswith(".") else f"{text}."

    def _sentence(self) -> str:
        stock, chance = self._stock, self._chance
        subject = chance.choice(stock["subjects"])
        verb, rest = chance.choice(stock["predicates"])
        tail = chance.choice(stock["tails"]) if chance.random() < 0.4 else ""
        if chance.random() < 0.3:
            opening = chance.choice(stock["openings"])
            lower = subject[0].lower() + subject[1:]
            if stock["inverted"]:
                return f"{opening} {verb} {lower} {rest}{tail}."
            return f"{opening}, {lower} {verb} {rest}{tail}."
        return f"{subject} {verb} {rest}{tail}."

    def _result(self, metric: Metric) -> str:
        value, label, context, reference = metric
        words = f"**{value} {label}**" if label else f"**{value}**"
        return f"- {words} {context}".rstrip() + (f" ({reference})" if reference else "")

    def _links(self, count: int) -> list[str]:
        return [
            f"- [{label}]({address})" + (f" ({note})" if note else "")
            for label, address, note in self._chance.sample(self._stock["links"], count)
        ]
