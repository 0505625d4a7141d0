"""Turns executed notebooks into the bodies of pages: render.py TEMPLATE NOTEBOOK…

Prints one JSON list, an object a notebook: title, question, headings, body.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

# Where this is there, jsonschema reads the grammar of addresses with letters of
# every language, which takes seconds; no schema of a notebook asks for one.
sys.modules["rfc3987_syntax"] = None

import nbformat  # noqa: E402
from bs4 import BeautifulSoup  # noqa: E402
from nbconvert import HTMLExporter  # noqa: E402
from nbconvert.filters import Highlight2HTML  # noqa: E402
from nbconvert.filters.markdown_mistune import (  # noqa: E402
    IPythonRenderer,
    MarkdownWithMath,
)

# What a page can show, best first. Scripts are not among them: the page's
# Content-Security-Policy lets none run.
SHOWN = [
    "image/svg+xml",
    "text/html",
    "text/markdown",
    "image/png",
    "image/jpeg",
    "text/plain",
]


class Page:
    """One notebook on its way to a page."""

    def __init__(self) -> None:
        self.title = ""
        self.question = ""
        self.headings: list[dict] = []
        self.used: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()

    def name(self, what: str) -> str:
        """A name that no other part of the page has: `Chart 3`."""
        self.labels[what] += 1
        return f"{what} {self.labels[what]}"

    def anchor(self, text: str) -> str:
        """An anchor that no other heading of the page has."""
        slug = re.sub(r"[^\w]+", "-", text.lower()).strip("-") or "section"
        self.used[slug] += 1
        return slug if self.used[slug] == 1 else f"{slug}-{self.used[slug]}"

    def prose(self, source: str) -> str:
        """Markdown as HTML, with anchors on headings and tables that scroll."""
        # The headings' own links would be read out as part of their names.
        renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
        html = MarkdownWithMath(renderer=renderer).render(source)
        soup = BeautifulSoup(html, "html.parser")
        for heading in soup.find_all(re.compile("^h[1-6]$")):
            text = heading.get_text().strip()
            heading["id"] = self.anchor(text)
            level = int(heading.name[1])
            if level == 1 and not self.title:
                self.title = text
                following = heading.find_next_sibling("p")
                if following:
                    self.question = " ".join(following.get_text().split())
                    following["class"] = "question"
            elif level == 2:
                self.headings.append({"id": heading["id"], "text": text})
        for table in soup.find_all("table"):
            table.wrap(
                soup.new_tag(
                    "div",
                    attrs={
                        "class": "scroll",
                        "role": "region",
                        "tabindex": "0",
                        "aria-label": self.name("Table"),
                    },
                )
            )
        return str(soup)


def render(path: str, template: Path) -> dict:
    """One notebook's page."""
    page = Page()
    exporter = HTMLExporter(
        template_name=template.name,
        extra_template_basedirs=[str(template.parent)],
        display_data_priority=SHOWN,
        filters={
            "prose": page.prose,
            "name": page.name,
            "highlight_code": Highlight2HTML(pygments_lexer="typescript"),
        },
    )
    notebook = nbformat.read(path, as_version=4)
    # Past HTMLExporter's own clean-up, which writes every tag anew and so
    # changes the charts.
    body, _ = super(HTMLExporter, exporter).from_notebook_node(notebook)
    return {
        "title": page.title,
        "question": page.question,
        "headings": page.headings,
        "body": body.strip() + "\n",
    }


def main() -> None:
    """The command."""
    template = Path(sys.argv[1])
    json.dump([render(path, template) for path in sys.argv[2:]], sys.stdout)


if __name__ == "__main__":
    main()
