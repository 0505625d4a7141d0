"""Proves an environment: prove.py REQUIREMENTS REPORT, run by its own Python.

Every release that pip reports to have installed is there, and what the tasks
import can be imported.
"""

import importlib
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

# What the tasks and tests import, and what it comes with.
IMPORTED = {
    "bs4": "beautifulsoup4",
    "frictionless": "frictionless",
    "jupyter_client": "jupyter-client",
    "jupyterlab": "jupyterlab",
    "nbclient": "nbclient",
    "nbconvert": "nbconvert",
    "nbformat": "nbformat",
    "psutil": "psutil",
    "zmq": "pyzmq",
}


def pinned(requirements: str) -> set[str]:
    """The names that are pinned."""
    return {
        re.sub(r"[-_.]+", "-", name).lower()
        for name in re.findall(r"^([\w.-]+)\s*==", requirements, re.MULTILINE)
    }


def main() -> None:
    """The command; says what is missing, and ends with status 1."""
    names = pinned(Path(sys.argv[1]).read_text(encoding="utf-8"))
    report = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    for item in report["install"]:
        name, wanted = item["metadata"]["name"], item["metadata"]["version"]
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "nothing"
        if found != wanted:
            sys.exit(f"{name} {wanted} was to be installed, and {found} is there.")
    # As the tasks import them: see execute.py.
    sys.modules["rfc3987_syntax"] = None
    for module, name in IMPORTED.items():
        if name in names:
            importlib.import_module(module)


if __name__ == "__main__":
    main()
