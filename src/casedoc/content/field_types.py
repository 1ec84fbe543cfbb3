"""The kinds of values that front matter, profile and settings have, and how each is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from casedoc.base.codes import Code
from casedoc.content.case_study import Period
from casedoc.content.identity import LONGEST_SLUG, RESERVED, SLUG
from casedoc.content.references import SCHEMES
from casedoc.content.shapes import (
    DATE,
    END,
    JOINED,
    LOCALISED,
    NO,
    PERIOD,
    SWITCH,
    TAG,
    TEXT,
    WHOLE,
    WORDS,
    YES,
    address_of,
    slug_of,
)
from casedoc.content.validation import Note
from casedoc.locale.date_reading import DateFault, is_present, read_date, read_period
from casedoc.locale.dates import PartialDate
from casedoc.locale.spec import LocaleSpec

_HOST = r"[^\s.:/?#@]+(?:\.[^\s.:/?#@]+)+(?:[/?#]|\s*$)"
"""A pattern of a host at the beginning of an address."""


@dataclass(slots=True)
class Reading:
    """What validators need to know, and where they leave their warnings."""

    locale: LocaleSpec
    """The language of the file."""
    notes: list[Note] = field(default_factory=list)
    """Their warnings."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, or the words of one that could not be read."""

    date: PartialDate | None
    written: str


def _text(value: Any) -> Any:  # noqa: ANN401 - whatever the author wrote
    """Trim a text; an empty one is an error."""
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty", "has no content")
    # A no-break space is no gap: it may be that of a typed value.
    return re.sub(r"[ \t\n]+", " ", value.strip()) if isinstance(value, str) else value


def _words(value: Any) -> Any:  # noqa: ANN401
    """Read a list, or a text with commas outside brackets."""
    if isinstance(value, str):
        value = re.split(r",(?![^(]*\))", value)
    if isinstance(value, list):
        return [_text(item) for item in value if item and item.strip()] if _flat(value) else value
    return value


def _joined(value: Any) -> Any:  # noqa: ANN401
    """Join a list of categories to one text."""
    if not isinstance(value, list) or not _flat(value):
        return value
    return ", ".join(text for text in value if text)


def _flat(values: list[Any]) -> bool:
    return all(value is None or isinstance(value, str) for value in values)


def _switch(value: Any) -> Any:  # noqa: ANN401
    """Read yes or no."""
    word = value.strip().lower() if isinstance(value, str) else None
    if word in YES or word in NO:
        return word in YES
    raise PydanticCustomError("switch", "must be `true` or `false`")


def _whole(value: Any) -> Any:  # noqa: ANN401
    """Read a whole number."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,9}", value.strip()):
        return int(value)
    raise PydanticCustomError("whole", "must be a whole number")


def _note(info: ValidationInfo, written: str, code: Code, message: str, hint: str) -> None:
    note = Note(info.field_name or "", written, code, message, hint)
    _reading(info).notes.append(note)


def _reading(info: ValidationInfo) -> Reading:
    if not isinstance(info.context, Reading):
        raise TypeError(info.context)
    return info.context


def _date(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
    """Read a date in whatever shape is unambiguous."""
    if not isinstance(value, str):
        raise PydanticCustomError("date_kind", "must be a date such as `2023-08-15`")
    _text(value)
    read = read_date(value, _reading(info).locale)
    if read.fault is DateFault.IMPOSSIBLE:
        raise PydanticCustomError("date_impossible", "names a day that does not exist")
    if read.date is None:
        _note_unread(info, value)
        return WrittenDate(None, value.strip())
    if not read.exact:
        _note_form(info, value, read.date)
    return WrittenDate(read.date, value.strip())


def _end(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
    """Read a date; `present` is no end."""
    lasting = value is None or (isinstance(value, str) and is_present(value))
    return None if lasting else _date(value, info)


def _note_form(info: ValidationInfo, written: str, date: PartialDate) -> None:
    message = f"`{written}` is read as {date.iso}"
    _note(info, written, Code.DATE_FORM, message, f"write `{date.iso}`")


def _period(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
    """Read a period from a text or from start and end."""
    if isinstance(value, dict):
        return _period_of(value, info)
    if not isinstance(value, str):
        raise PydanticCustomError("period_kind", "must be `2022-03/2023-09` or start and end")
    _text(value)
    read = read_period(value, _reading(info).locale)
    if read.fault is DateFault.IMPOSSIBLE:
        raise PydanticCustomError("date_impossible", "names a day that does not exist")
    if read.start is None:
        message = f"`{value}` can't be read as a period; it is printed as it stands"
        _note(info, value, Code.DATE_UNREADABLE, message, "write `2022-03/2023-09`")
        return value.strip()
    if not read.exact:
        ends = "present" if read.lasting else read.end.iso if read.end else ""
        iso = read.start.iso if ends == read.start.iso else f"{read.start.iso}/{ends}"
        message = f"`{value}` is read as {iso}"
        _note(info, value, Code.DATE_FORM, message, f"write `{iso}`")
    return _in_order(read.start, None if read.lasting else read.end)


def _period_of(value: dict[str, Any], info: ValidationInfo) -> Period | str:
    """Read start and end; what is no date is printed as it stands, like a period in one text."""
    unknown = sorted(set(value) - {"start", "end"})
    given = [value[name] for name in ("start", "end") if value.get(name) is not None]
    if unknown or value.get("start") is None or not _flat(given):
        raise PydanticCustomError("period_kind", "must have `start` and may have `end`")
    ends: list[PartialDate | None] = []
    unread = False
    for number, text in enumerate(_text(one) for one in given):
        if number and is_present(text):
            continue
        read = read_date(text, _reading(info).locale)
        if read.fault is DateFault.IMPOSSIBLE:
            raise PydanticCustomError("date_impossible", "names a day that does not exist")
        if read.date is None:
            unread = True
            _note_unread(info, given[number])
        elif not read.exact:
            _note_form(info, given[number], read.date)
        ends.append(read.date)
    if unread:
        return " \u2013 ".join(_text(one) for one in given)
    return _in_order(ends[0], ends[1] if len(ends) > 1 else None)


def _note_unread(info: ValidationInfo, written: str) -> None:
    message = f"`{written}` can't be read as a date; it is printed as it stands"
    _note(info, written, Code.DATE_UNREADABLE, message, "write `2023-08-15`, `2023-08` or `2023`")


def _in_order(start: PartialDate | None, end: PartialDate | None) -> Period:
    if start is None:
        raise PydanticCustomError("period_kind", "has no `start`")
    if end is not None:
        # Only what is known of both counts: June does not end before the first of June.
        known = min(len(start.iso), len(end.iso))
        if end.iso[:known] < start.iso[:known]:
            raise PydanticCustomError("period_reversed", "ends before it starts")
    return Period(start, end)


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(TEXT)]
"""A text, or what is taken for one."""
Words = Annotated[list[Text], BeforeValidator(_words), WithJsonSchema(WORDS)]
"""A list, or a text with commas."""
Category = Annotated[Text | None, BeforeValidator(_joined), WithJsonSchema(JOINED)]
"""A text, or a list that becomes one."""
Switch = Annotated[bool, BeforeValidator(_switch), WithJsonSchema(SWITCH)]
"""Yes or no, in several words."""
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema(WHOLE)]
"""A whole number."""
Localised = Annotated[Text | dict[str, Text], WithJsonSchema(LOCALISED)]
"""A text, or one for each language."""
When = Annotated[InstanceOf[WrittenDate] | None, BeforeValidator(_date), WithJsonSchema(DATE)]
"""A date."""
End = Annotated[InstanceOf[WrittenDate] | None, BeforeValidator(_end), WithJsonSchema(END)]
"""The end of a period; `present` and nothing at all mean that it lasts."""
Duration = Annotated[
    InstanceOf[Period] | str | None, BeforeValidator(_period), WithJsonSchema(PERIOD)
]
"""A period, or the words of one that could not be read."""
Address = Annotated[Text, WithJsonSchema(address_of(SCHEMES, _HOST))]
"""An address; one without a scheme begins with a host."""
PlainAddress = Annotated[Text, WithJsonSchema(address_of(SCHEMES, r"\S"))]
"""An address; one without a scheme draws a warning."""
LanguageTag = Annotated[Text, WithJsonSchema(TAG)]
"""The tag of a language, in any case."""
Slug = Annotated[Text, WithJsonSchema(slug_of(SLUG, LONGEST_SLUG, RESERVED))]
"""The name of a study."""
