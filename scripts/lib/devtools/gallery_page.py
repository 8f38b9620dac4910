"""The page that shows a gallery's pictures: one file beside them, with nothing from elsewhere."""

import html
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

STYLE = """
body { font: 15px system-ui, sans-serif; margin: 2em; background: #eee; color: #222; }
nav a { margin-right: 1em; }
section { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; }
figure { margin: 0; padding: .5em; background: #fff; border: 1px solid #ccc; }
img { display: block; max-height: 24em; max-width: 40em; }
figcaption { padding-top: .4em; }
figure.wrong { border: 3px solid #b00; }
"""
WRONG = "wrong-"


def write_page(folder: Path) -> Path:
    """Write index.html for the pictures VERSION/LOOK/NAME.png in a folder; returns its path."""
    looks = sorted(path for path in folder.glob("*/*") if path.is_dir())
    links = " ".join(f'<a href="#{_id(path)}">{html.escape(_id(path))}</a>' for path in looks)
    parts = "\n".join(part for path in looks for part in _part(folder, path))
    page = folder / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>\n'
        f"<style>{STYLE}</style>\n<h1>Gallery</h1>\n<nav>{links}</nav>\n{parts}\n</html>\n",
        encoding="utf-8",
    )
    return page


def _part(folder: Path, look: Path) -> Iterator[str]:
    """The pictures of one look."""
    yield f'<h2 id="{_id(look)}">{html.escape(_id(look))}</h2>\n<section>'
    for picture in sorted(look.glob("*.png")):
        link = quote(picture.relative_to(folder).as_posix())
        kind = ' class="wrong"' if picture.name.startswith(WRONG) else ""
        image = f'<a href="{link}"><img loading="lazy" src="{link}" alt=""></a>'
        name = html.escape(picture.stem)
        yield f"<figure{kind}>{image}<figcaption>{name}</figcaption></figure>"
    yield "</section>"


def _id(look: Path) -> str:
    return f"{look.parent.name}-{look.name}"
