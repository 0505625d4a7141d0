"""What the relay adds to the kernel's answers, of what it knows of the library."""

import difflib
import re
from pathlib import Path
from typing import NamedTuple

import cell_text
from library import Library, door_of


class Error(NamedTuple):
    """Why a cell is not run, or what an error of it comes of."""

    name: str
    value: str
    shown: tuple[str, ...] = ()

    @property
    def content(self) -> dict:
        """As in a message of Jupyter's."""
        return {
            "ename": self.name,
            "evalue": self.value,
            "traceback": [f"{self.name}: {self.value}", *self.shown],
        }


def nearest(word: str, valid: list[str]) -> str | None:
    """The valid word nearest to a misspelt one, when it is near enough to be meant."""
    folded = {one.lower(): one for one in reversed(valid)}
    found = difflib.get_close_matches(word.lower(), list(folded), n=1, cutoff=0.7)
    return folded[found[0]] if found else None


class Advice:
    """Knows what the cells so far have imported from the library."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library = library
        self.folder = folder
        self.exports: dict[str, list[str]] = {}  # the values behind a door
        self.names: dict[str, tuple[str, str]] = {}  # a cell's name: door, name there
        self.spaces: dict[str, str] = {}  # a namespace: door
        self.modules: dict[str, str] = {}  # a door: as it was imported

    def doors(self, code: str) -> dict[str, str]:
        """The doors that a cell imports from, and how it names them."""
        found = {}
        for one in cell_text.imports(code):
            door = door_of(one.module, self.folder)
            if door is not None and (one.names or one.namespace):
                found[door] = one.module
        return found

    def learn(self, code: str) -> None:
        """Keeps the names that a cell imports."""
        names, spaces, modules = self._imported(code)
        self.names |= names
        self.spaces |= spaces
        self.modules |= modules

    def _imported(self, code: str) -> tuple[dict, dict, dict]:
        names, spaces, modules = {}, {}, {}
        for one in cell_text.imports(code):
            door = door_of(one.module, self.folder)
            if door is None:
                continue
            modules[door] = one.module
            names |= {own: (door, name) for name, own, _ in one.names}
            if one.namespace:
                spaces[one.namespace] = door
        return names, spaces, modules

    # Before a cell is run.

    def refusal(self, code: str) -> Error | None:
        """Why a cell cannot be run: it imports what a door of the library lacks."""
        for one in cell_text.imports(code):
            door = door_of(one.module, self.folder)
            values = self.exports.get(door or "")
            if values is None:
                continue
            for name, _, at in one.names:
                if name in values:
                    continue
                # The kernel takes a type for a value that is undefined, in silence.
                self.library.wait()
                if self.library.symbol(door, name):
                    continue
                return Error(
                    "SyntaxError",
                    f"{one.module} exports no '{name}'{self._instead(name, door, one.module)}",
                    tuple(cell_text.pointer(code, at, len(name))),
                )
        return None

    def _instead(self, name: str, door: str, module: str) -> str:
        """What would be right in place of a name that a door lacks."""
        behind = [one["name"] for one in self.library.behind(door)] or self.exports[door]
        others = {
            symbol["name"]: symbol["doors"][0] for symbol in self.library.index["symbols"]
        }
        if name in others:
            return f"; it stands in {self._named(others[name], door, module)}"
        near = nearest(name, behind)
        if near:
            return f"; did you mean '{near}'?"
        near = nearest(name, list(others))
        if near:
            return f"; did you mean '{near}' of {self._named(others[near], door, module)}?"
        return ""

    def _named(self, door: str, other: str, module: str) -> str:
        """How a door is named where another one is named so."""
        if re.search(rf"\b{other}(\.[jt]s)$", module):
            return re.sub(rf"\b{other}(\.[jt]s)$", rf"{door}\1", module)
        base = module.removesuffix(f"/{other}")
        return base if door == "mod" else f"{base}/{door}"

    # After it has failed.

    def unexplained(self, code: str) -> Error | None:
        """Why the kernel gives up a cell whose syntax is right, and does not say."""
        self.library.wait()
        for path, at, waits in cell_text.calls(code):
            found = self._symbol(path, code)
            if not waits and found and found["promise"]:
                return Error(
                    "Error",
                    f"nothing awaits {path}(…), which gives a promise; write await {path}(…)",
                    tuple(cell_text.pointer(code, at, len(path))),
                )
        return None

    def hint(self, error: dict) -> str:
        """What may have been meant, where a name is wrong; may be empty."""
        value = str(error.get("evalue", ""))
        called = re.match(rf"({cell_text.NAME})\.({cell_text.NAME}) is not a function$", value)
        if called:
            space, name = called.groups()
            values = self.exports.get(self.spaces.get(space, ""), [])
            near = nearest(name, values)
            return f"; did you mean '{near}'?" if near and name not in values else ""
        missing = re.match(rf"({cell_text.NAME}) is not defined$", value)
        if missing and error.get("ename") in ("ReferenceError", None, "Error", ""):
            name = missing.group(1)
            for door, values in self.exports.items():
                if name in values:
                    module = self.modules.get(door, door)
                    return f'; import {{ {name} }} from "{module}" first'
            near = nearest(name, [*self.names, *self.spaces])
            return f"; did you mean '{near}'?" if near else ""
        return ""

    # While one is written.

    def _symbol(self, path: str, code: str) -> dict | None:
        """What of the library a name in a cell means."""
        names, spaces, _ = self._imported(code)
        first, *rest = path.split(".")
        if not rest:
            door, name = (self.names | names).get(first, (None, ""))
        elif len(rest) == 1:
            door, name = (self.spaces | spaces).get(first), rest[0]
        else:
            return None
        return self.library.symbol(door, name) if door else None

    def objects(self, code: str, cursor: int) -> list[str]:
        """The values whose class must be known to help at a cursor."""
        names, spaces, _ = self._imported(code)
        known = self.names | names | self.spaces | spaces
        paths = [cell_text.path_at(code, cursor)]
        paths += [one.path for one in cell_text.arguments_at(code, cursor)]
        values = [path.rpartition(".")[0] for path in paths]
        return [path for path in dict.fromkeys(values) if path and path not in known]

    def _find(self, path: str, code: str, classes: dict[str, list[str]]) -> tuple[str, dict] | None:
        """What is told of a dotted name, and how it is called there."""
        found = self._symbol(path, code)
        if found:
            return found["name"], found
        value, _, name = path.rpartition(".")
        member = self.library.member(classes.get(value, []), name)
        return (f"{member[0]}.{name}", member[1]) if member else None

    def inspect(self, code: str, cursor: int, classes: dict[str, list[str]]) -> dict | None:
        """What is told of the word at a cursor, or of the call around it."""
        arguments = cell_text.arguments_at(code, cursor)
        word = cell_text.path_at(code, cursor)
        for at, one in enumerate(arguments):
            found = self._find(one.path, code, classes)
            if found and at == 0 and one.keys is not None and (one.is_key or one.key):
                name = word if one.is_key else one.key
                for key in self.library.keys(found[1], one.number, one.keys):
                    if key["name"] == name:
                        return shown([f"{found[0]}(…): {name}"], key_words(key))
        found = self._find(word, code, classes) if word else None
        for one in arguments:
            found = found or self._find(one.path, code, classes)
        if not found:
            return None
        name, help = found
        signatures = help["signatures"]
        if "." in name:
            owner = name.split(".")[0]
            signatures = [re.sub(r"^(get )?", rf"\g<1>{owner}.", one) for one in signatures]
        return shown(signatures, help["sentence"])

    def complete(self, code: str, cursor: int, classes: dict[str, list[str]]) -> list[dict]:
        """What can be written at a cursor: keys, their values, what a door has."""
        begun = cell_text.word_before(code, cursor)
        imported = self._importing(code, cursor)
        if imported is not None:
            return [
                item(one["name"], one["kind"], one["sentence"])
                for one in imported
                if one["name"].startswith(begun)
            ]
        for one in cell_text.arguments_at(code, cursor)[:1]:
            if one.keys is None:
                return []
            found = self._find(one.path, code, classes)
            keys = self.library.keys(found[1], one.number, one.keys) if found else []
            if one.is_key:
                written = self._written(code, cursor)
                return [
                    item(key["name"], "property", key_words(key))
                    for key in keys
                    if key["name"].startswith(begun) and key["name"] not in written
                ]
            quoted = cell_text.scan(code, cursor)[0].quoted
            for key in keys:
                if key["name"] == one.key:
                    values = [
                        value if quoted is not None else f'"{value}"'
                        for value in key.get("values", [])
                    ]
                    return [
                        item(value, "value", key_words(key))
                        for value in values
                        if value.startswith(begun)
                    ]
        return []

    def completed(
        self, content: dict, code: str, cursor: int, classes: dict[str, list[str]]
    ) -> dict:
        """The kernel's completions with what is known here before them."""
        own = self.complete(code, cursor, classes)
        if not own:
            return {}
        begins = cursor - len(cell_text.word_before(code, cursor))
        texts = [one["text"] for one in own]
        # In a text the kernel offers names that have no meaning there.
        quoted = cell_text.scan(code, cursor)[0].quoted is not None
        others = [] if quoted or content.get("cursor_start") != begins else [
            {"text": text, "type": "<unknown>"}
            for text in content.get("matches", [])
            if text not in texts
        ]
        return {
            "matches": texts + [one["text"] for one in others],
            "cursor_start": begins,
            "cursor_end": cursor,
            "metadata": {
                **content.get("metadata", {}),
                "_jupyter_types_experimental": [
                    {"start": begins, "end": cursor, **one} for one in [*own, *others]
                ],
            },
        }

    def _importing(self, code: str, cursor: int) -> list[dict] | None:
        """What a door has that the braces at the cursor import from."""
        before = re.search(r"(?m)^[ \t]*import\s*\{[^}\"'`]*$", code[:cursor])
        after = re.match(r"[^}\"'`]*\}\s*from\s*[\"']([^\"'\n]+)[\"']", code[cursor:])
        door = door_of(after.group(1), self.folder) if before and after else None
        if door is None:
            return None
        values = ("function", "class", "variable")
        return [one for one in self.library.behind(door) if one["kind"] in values]

    def _written(self, code: str, cursor: int) -> set[str]:
        """The keys that the object at the cursor has already."""
        place, masked = cell_text.scan(code, cursor)
        brace = place.open[-1]
        return set(re.findall(rf"[{{,]\s*({cell_text.NAME})\s*[:,]", masked[brace.at :]))


def key_words(key: dict) -> str:
    """What a key is for, and what it takes where that is a choice."""
    values = key.get("values")
    choice = f" One of {', '.join(values)}." if values and len(values) > 1 else ""
    return f"{key['words']}{choice}"


def item(text: str, kind: str, words: str) -> dict:
    """Something that can be written."""
    return {"text": text, "type": kind, "words": words}


def shown(code: list[str], words: str) -> dict:
    """Code and words, for a reader."""
    text = "\n".join(code)
    return {
        "text/plain": f"{text}\n\n{words}",
        "text/markdown": f"```typescript\n{text}\n```\n\n{words}",
    }
