"""The numbered steps of the guides in docs/: what is written there is what is replayed.

A step begins with its number and its title, as in `3. **Add the cup.** Press…`. The title, in lower case
and with _ between its words, names the function that replays it. Nothing here needs Blender.
"""

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = ("author", "learner", "instructor")
_STEP = re.compile(r"^(\d+)\. \*\*(.+?)\.\*\*", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]+\]\(pictures/([\w-]+)\.png\)")


@dataclass(frozen=True)
class GuideStep:
    """One numbered step.

    Attributes:
        picture: Name of its picture in docs/pictures, without `.png`.
    """

    number: int
    title: str
    picture: str

    @property
    def replay(self) -> str:
        """Name of the function that does it."""
        return re.sub(r"\W+", "_", self.title.lower()).strip("_")


def steps_of(guide: str) -> list[GuideStep]:
    """The steps of a guide, in their written order.

    Raises:
        ValueError: They are not numbered from 1, or one has not exactly one picture, of its own name.
    """
    text = (DOCS / f"{guide}-guide.md").read_text("utf-8")
    found = list(_STEP.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    steps = []
    for place, (match, end) in enumerate(zip(found, ends, strict=True), 1):
        number, title = int(match[1]), match[2]
        pictures = _PICTURE.findall(text[match.end() : end].split("\n## ")[0])
        wanted = f"{guide}-{number:02}"
        if number != place or pictures != [wanted]:
            raise ValueError(f"{guide}: step {number}, {title}, has {pictures}, not {wanted}")
        steps.append(GuideStep(number, title, wanted))
    return steps
