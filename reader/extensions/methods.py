"""Summary methods of the person's own: what a program or a package makes of an article's text.

Here: which there are, and what they say of an article. What they say is not verbatim, and whoever shows it says so. Not
here: the reader's own methods (summarizing).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.article import METHODS, Article
from reader.config.reading import Config, Trouble
from reader.config.settings import METHOD_COMMAND, METHOD_TIME, SUMMARY_METHOD, nearest
from reader.errors import ReaderError
from reader.programs import output_of
from reader.safety import plain, plain_name

GROUP = "reader.methods"
"""Entry points of Python packages: functions from an `Article` to text."""
_MOST = 200_000
"""Bytes of an answer; no summary is longer."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a method of one's own says of an article: its own words, not the article's."""

    text: str
    by: str

    @property
    def label(self) -> str:
        """`by NAME, not verbatim`."""
        return f"by {plain_name(self.by)}, not verbatim"


def configured(config: Config) -> Sequence[str]:
    """The methods that the configuration has, but for those that are called like one of the reader's own."""
    return tuple(name for name in config.by_name(METHOD_COMMAND) if name not in METHODS)


def is_known(config: Config, name: str) -> bool:
    """Whether a method is the person's own; a package's is looked for only if no other is called so."""
    if name in METHODS:
        return False
    if name in config.by_name(METHOD_COMMAND):
        return True
    from reader.extensions.packages import offered  # looks through all that is installed

    return name in offered(GROUP)


def tell(config: Config, name: str, article: Article, *, stop: Callable[[], bool] = lambda: False) -> Told:
    """What a method says of an article. stop: asked now and then whether the answer is not wanted any more.

    Raises ReaderError, also for a method that is not there.
    """
    if not article.text:
        raise ReaderError("there is no text to summarise")
    command = config.by_name(METHOD_COMMAND).get(name)
    if command is not None:
        seconds = config.by_name(METHOD_TIME).get(name, METHOD_TIME.default)
        said = output_of(command, article.text, name=name, seconds=seconds, most=_MOST, stop=stop)
        text = said.decode("utf-8", "replace")
    elif is_known(config, name):
        from reader.extensions.packages import call

        text = str(call(GROUP, name, article))[:_MOST]
    else:
        raise ReaderError(unknown(config, name))
    text = plain(text).strip()
    if not text:
        raise ReaderError(f"{plain_name(name)} said nothing")
    return Told(text, name)


def unknown(config: Config, name: str) -> str:
    """What to say of a method that is not there."""
    names = [*METHODS, *configured(config)]
    return f"there is no summary method {plain_name(name)!r}{nearest(name, names)}; there are {', '.join(names)}"


def troubles(config: Config) -> Sequence[Trouble]:
    """What is wrong with the methods of the configuration, and with the one that it chooses."""
    found = [
        config.trouble(
            ("methods", name, "command"), f"methods.{name} is called like one of the reader's own; rename it"
        )
        for name in config.by_name(METHOD_COMMAND)
        if name in METHODS
    ]
    chosen = config[SUMMARY_METHOD]
    if chosen not in METHODS and not is_known(config, chosen):
        found.append(config.trouble(("summary", "method"), unknown(config, chosen)))
    lacking = config.by_name(METHOD_TIME).keys() - config.by_name(METHOD_COMMAND).keys()
    return found + [
        config.trouble(("methods", n, "time-limit"), f"methods.{n} has no command") for n in sorted(lacking)
    ]
