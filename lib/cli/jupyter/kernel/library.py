"""What the relay knows of the library: its doors, and what stands behind them."""

import hashlib
import json
import os
import re
import subprocess
import threading
from pathlib import Path
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

ROOT = Path(__file__).resolve().parents[4]
LIB = ROOT / "lib"
ENDING = re.compile(r"(?:\.d)?\.[jt]s$")


def read_json(path: Path) -> dict:
    """A file of JSON; empty where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def package_name() -> str:
    """What the library is called as a package."""
    name = (read_json(ROOT / "deno.json") or read_json(ROOT / "package.json")).get("name")
    return name if isinstance(name, str) else ""


def mapped(module: str, folder: Path) -> str:
    """What the import map of a folder makes of a module's name."""
    for place in (folder, *folder.parents):
        for name in ("deno.json", "deno.jsonc"):
            config = place / name
            if not config.is_file():
                continue
            target = read_json(config).get("imports", {}).get(module)
            if isinstance(target, str):
                return str(place / target) if target.startswith(".") else target
            return module
    return module


def door_of(module: str, folder: Path) -> str | None:
    """The door of the library that a module's name means, if any: `mod`, `chart`."""
    target = mapped(module, folder)
    package = package_name()
    named = re.fullmatch(
        rf"(?:jsr:|npm:)?/?{re.escape(package)}(?:@[^/]*)?(?:/([\w-]+))?", target
    )
    if package and named:
        return named.group(1) or "mod"
    if target.startswith("file:"):
        target = url2pathname(unquote(urlparse(target).path))
    elif not target.startswith((".", "/")) and not os.path.isabs(target):
        return None
    path = Path(os.path.realpath(folder / target))
    if path.parent != Path(os.path.realpath(LIB)) or not ENDING.search(path.name):
        return None
    return ENDING.sub("", path.name)


def state_of_sources() -> str:
    """Differs as soon as a module of the library does."""
    told = hashlib.sha256()
    for folder, folders, names in os.walk(LIB):
        folders.sort()
        for name in sorted(names):
            if ENDING.search(name):
                stat = os.stat(os.path.join(folder, name))
                told.update(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return told.hexdigest()


class Library:
    """What stands behind the doors, read when it is first asked for.

    Deno works it out of the sources, which takes a second or two and no network,
    and it is kept beside what else Jupyter keeps until a source is changed.
    """

    def __init__(self, deno: str, program: str | None) -> None:
        self.command = [deno, "run", "-q", "--no-prompt", "--allow-read", "--allow-run"]
        self.program = program
        self.index: dict = {"symbols": [], "keys": {}}
        self.thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begins to read it, once."""
        if self.thread is None:
            self.thread = threading.Thread(target=self._read, daemon=True)
            self.thread.start()

    @property
    def ready(self) -> bool:
        """Whether it is read."""
        return self.thread is not None and not self.thread.is_alive()

    def wait(self) -> None:
        """Reads it, and waits for that."""
        self.begin()
        self.thread.join()

    def _read(self) -> None:
        if self.program is None:
            return
        kept = None
        if "JUPYTER_DATA_DIR" in os.environ:
            kept = Path(os.environ["JUPYTER_DATA_DIR"]) / "tallystick-help.json"
        state = state_of_sources()
        found = read_json(kept) if kept else {}
        if found.get("state") == state:
            self.index = found["index"]
            return
        told = subprocess.run(
            [*self.command, self.program],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "NO_COLOR": "1"},
        )
        try:
            self.index = json.loads(told.stdout)
        except ValueError:
            return  # Without it all is as the kernel answers.
        if kept:
            try:
                kept.parent.mkdir(parents=True, exist_ok=True)
                part = kept.with_name(f"{kept.name}.{os.getpid()}")
                part.write_text(
                    json.dumps({"state": state, "index": self.index}), encoding="utf-8"
                )
                os.replace(part, kept)
            except OSError:
                pass

    def behind(self, door: str) -> list[dict]:
        """What can be imported from a door, types too."""
        return [one for one in self.index["symbols"] if door in one["doors"]]

    def symbol(self, door: str, name: str) -> dict | None:
        """What a name means behind a door."""
        return next((one for one in self.behind(door) if one["name"] == name), None)

    def member(self, classes: list[str], name: str) -> tuple[str, dict] | None:
        """A part of the first class that is the library's, and has it."""
        for own in classes:
            for symbol in self.index["symbols"]:
                if symbol["kind"] == "class" and symbol["name"] == own:
                    for member in symbol["members"]:
                        if member["name"] == name:
                            return own, member
        return None

    def keys(self, help: dict, number: int, path: tuple[str, ...]) -> list[dict]:
        """The keys of an argument, or of an object within it."""
        found: list[dict] = []
        for argument, name in help["options"]:
            if argument != number:
                continue
            keys = self.index["keys"].get(name, [])
            for step in path:
                key = next((one for one in keys if one["name"] == step), {})
                keys = self.index["keys"].get(key.get("keys"), [])
            known = {one["name"] for one in found}
            found += [one for one in keys if one["name"] not in known]
        return found
