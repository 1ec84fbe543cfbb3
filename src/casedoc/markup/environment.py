"""The Jinja environment: templates of the theme, strict and escaping."""

from __future__ import annotations

import re
import traceback
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.prepared import prepared
from casedoc.base.span import Span
from casedoc.base.world import BUILT_IN
from casedoc.markup.theme_folder import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from casedoc.markup.theme import Theme
    from casedoc.markup.theme_folder import ThemeFile

_ENVIRONMENTS: Final[dict[str, Environment]] = {}
_KEPT: Final = 4
_WHOLE: Final = 3
"""Arguments that a template of a file is compiled with: source, name, path."""
_OPTIONS: Final[dict[str, Any]] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
}


class ThemeLoader(BaseLoader):
    """Answers Jinja from the sources that the theme has read."""

    def __init__(self, templates: Mapping[str, ThemeFile]) -> None:
        """Keep the sources, by their names."""
        self._templates = templates

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return source, path and a test for freshness, as Jinja wants it."""
        del environment
        if template not in self._templates:
            raise TemplateNotFound(template)
        file = self._templates[template]
        return file.text, file.path, None


class ThemeEnvironment(Environment):
    """An environment that compiles templates of casedoc's own once an installation."""

    def compile(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Return the code of a template."""
        usual = partial(super().compile, *given, **more)
        if more or len(given) != _WHOLE or not str(given[-1]).startswith(f"{BUILT_IN}/"):
            return usual()
        made_of = repr((jinja2.__version__, _OPTIONS, *given)).encode()
        return prepared(str(given[1]).replace("/", "-"), made_of, usual)


def environment_of(theme: Theme) -> Environment:
    """Return the environment of a theme; templates are compiled once a process."""
    environment = _ENVIRONMENTS.get(theme.digest)
    if environment is None:
        if len(_ENVIRONMENTS) >= _KEPT:
            _ENVIRONMENTS.pop(next(iter(_ENVIRONMENTS)))
        environment = ThemeEnvironment(
            loader=ThemeLoader(theme.templates), undefined=StrictUndefined, **_OPTIONS
        )
        _ENVIRONMENTS[theme.digest] = environment
    return environment


def render_template(theme: Theme, name: str, context: Mapping[str, Any]) -> Outcome[str]:
    """Render a template.

    Returns:
        The text; none, and `TEMPLATE_BROKEN` with file and line, where the template is wrong.
    """
    try:
        text = environment_of(theme).get_template(name).render(context)
    except TemplateSyntaxError as error:
        return _broken(str(error.message), _path(theme, error.name or name), error.lineno)
    except TemplateNotFound as error:
        if error.name == name:
            return _broken("there is no such file", _path(theme, name), 1)
        return _broken(f"there is no template `{error.name}`", *_place(error, theme, name))
    except TemplateError as error:
        return _broken(str(error.message), *_place(error, theme, name))
    except Exception as error:
        # A template may call anything; what fails inside casedoc itself is a bug of casedoc.
        if not _fails_in_template(error):
            raise
        reason = f"{type(error).__name__}: {error}"
        return _broken(f"a value can't be computed: {reason}", *_place(error, theme, name))
    return Outcome(text)


def _place(error: Exception, theme: Theme, name: str) -> tuple[str, int]:
    """Return path and line of the innermost template that was at work when `error` came up."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if _is_template(frame.filename):
            return frame.filename, frame.lineno or 1
    return _path(theme, name), 1


def _path(theme: Theme, name: str) -> str:
    """Return where a template lies; where it would be looked for, if there is none."""
    file = theme.templates.get(name)
    return file.path if file else f"{FOLDER}/{name}"


def _fails_in_template(error: Exception) -> bool:
    """Tell whether no code of casedoc was at work below the innermost template."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if _is_template(frame.filename):
            return True
        if "casedoc" in PurePosixPath(frame.filename.replace("\\", "/")).parts:
            return False
    return False


def _is_template(filename: str) -> bool:
    return filename.startswith((f"{FOLDER}/", f"{BUILT_IN}/{FOLDER}/"))


def _broken(message: str, path: str, line: int) -> Outcome[str]:
    words = re.sub(r"'([^']*)'", r"`\1`", message).rstrip(".")
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    return Outcome(None, (Diagnostic(Code.TEMPLATE_BROKEN, words, Span.within(path, line, 1, 0)),))
