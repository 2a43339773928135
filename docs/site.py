"""Pages of the site that are not in docs/: README, CONTRIBUTING and CHANGELOG as they are, all pictures on one page.

A hook of mkdocs (`mkdocs.yml` names it). Links that lead into docs/ there are links beside each other here.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

PAGES = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md"}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The files of docs/ and the pages from outside it."""
    root = Path(config.config_file_path).parent
    for source, page in PAGES.items():
        files.append(File.generated(config, page, content=beside((root / source).read_text(encoding="utf-8"))))
    pictures = (f"## {file.stem}\n\n![{file.stem}](pictures/{file.name})\n" for file in _pictures(root))
    files.append(File.generated(config, "pictures.md", content="# Pictures\n\n" + "\n".join(pictures)))
    return files


def _pictures(root: Path) -> list[Path]:
    return sorted((root / "docs" / "pictures").glob("*.svg"))


def beside(text: str) -> str:
    """`text` with its links into docs/ and to the pages of the root as links of the site."""
    text = text.replace("](docs/pictures)", "](pictures.md)").replace("](docs/", "](")
    for source, page in PAGES.items():
        text = text.replace(f"]({source}", f"]({page}")
    return text
