"""Long numbers are easier to read in groups."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER, LETTER

_NAMED: Final = r"(?<!Port )(?<!Nr\. )(?<!Raum )(?<!Postfach )(?<!Server )(?<!Windows )(?<!port )(?<!ports )(?<!ID )"
_NUMBER: Final = {
    "de": re.compile(
        rf"{_NAMED}{BEFORE_NUMBER}[1-9][0-9]{{3,8}}(?= [A-Z\u00c4\u00d6\u00dc]{LETTER})"
    ),
    "en": re.compile(rf"{_NAMED}{BEFORE_NUMBER}[1-9][0-9]{{4,8}}(?= {LETTER}{{2}})"),
}
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def find_ungrouped_numbers(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `8000 Mitarbeitende` in German, and five digits and more before a word in English.

    Years are none, and are never grouped. *Source:* DIN 5008 (four digits may stay together);
    Chicago 9.54.
    """
    pattern = _NUMBER.get(spec.language)
    group = {"de_CH": "\u2019"}.get(spec.cldr, "." if spec.language == "de" else ",")
    for match in pattern.finditer(text) if pattern else ():
        if not _YEAR.fullmatch(match[0]):
            better = f"{int(match[0]):,}".replace(",", group)
            yield Finding(FindingCode.UNGROUPED_NUMBER, *match.span(), better)
