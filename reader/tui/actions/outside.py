"""What leaves the program: addresses for the browser, text for the clipboard.

Here: only http and https addresses are opened, by the `webbrowser` module, never through a shell.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from reader.article import Article, Summary
from reader.safety import is_web_address, plain
from reader.tui.draw import wording

if TYPE_CHECKING:
    from textual.app import App


def open_in_browser(app: App[Any], url: str | None) -> str:
    """Open an address in the person's browser; what to tell them."""
    if url is None or not is_web_address(url):
        return "this article has no web address"
    import webbrowser  # here, so that the first screen does not wait for it

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        app.copy_to_clipboard(url)
        return f"no browser found here; copied: {url}"
    if type(browser) is webbrowser.GenericBrowser:  # one that draws in this terminal, such as w3m
        with app.suspend():
            browser.open(url)
    else:
        threading.Thread(target=browser.open, args=(url,), daemon=True).start()
    return f"opened {url}"


def as_text(article: Article, summary: Summary | None) -> str:
    """An article in a few lines, for the clipboard."""
    lines = [
        article.headline or "",
        " · ".join(filter(None, (article.outlet, wording.published(article)))),
        article.url or "",
    ]
    if summary:
        lines += ["", *(sentence.text for sentence in summary.sentences)]
    return plain("\n".join(lines)).strip()
