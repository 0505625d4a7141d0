"""Works requirements.txt out anew: refresh.py ROOT OLDEST. Needs a network.

Takes what tasks/pins/requirements.in asks for and pins all that it needs, each
as it is pinned already where that still fits, to a version that runs on the
Python OLDEST and every later one, with the hashes of all its files. Beside it,
requires_python.json records which Pythons each pin says it runs on, and in
which of the files it says so: that is what the tests look at.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

# What pins; it never comes into .venv.
TOOL = "uv==0.13.9"

# Every pin has a wheel for it: a pin of one system alone is a pure one, but
# for those of Windows.
PLATFORM = "win_amd64"


def run(*command: str | Path) -> None:
    """Runs a program that has to succeed."""
    subprocess.run([str(word) for word in command], check=True)


def record(python: Path, pins: list[str], oldest: str, folder: Path) -> dict:
    """What each pin says of the Pythons that it runs on, by its name."""
    asked = folder / "pins.txt"
    asked.write_text("\n".join(pins) + "\n", encoding="utf-8")
    report = folder / "report.json"
    run(
        python, "-I", "-m", "pip", "install", "-qq", "--dry-run", "--no-deps",
        "--ignore-installed", "--only-binary", ":all:", "--platform", PLATFORM,
        "--python-version", oldest, "--target", folder / "nowhere",
        "--report", report, "--requirement", asked,
    )
    found = {}
    for item in json.loads(report.read_text(encoding="utf-8"))["install"]:
        told = item["metadata"]
        found[told["name"].lower().replace("_", "-").replace(".", "-")] = {
            "version": told["version"],
            "requires_python": told.get("requires_python", ""),
            "sha256": item["download_info"]["archive_info"]["hashes"]["sha256"],
        }
    return dict(sorted(found.items()))


def main() -> None:
    """The command."""
    root, oldest = Path(sys.argv[1]), sys.argv[2]
    own = Path(__file__).parent
    pinned = root / "requirements.txt"
    with tempfile.TemporaryDirectory(prefix="pins-", dir=root / ".cache") as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python = programs / "python"
        run(python, "-I", "-m", "pip", "install", "-qq", "--upgrade", "pip", TOOL)
        run(
            programs / "uv", "pip", "compile", "--quiet", "--no-config",
            # For every system and every Python from the oldest on, one version.
            "--universal", "--python-version", oldest, "--fork-strategy", "fewest",
            "--only-binary", ":all:", "--emit-build-options", "--generate-hashes",
            "--no-annotate", "--custom-compile-command", "deno task pins",
            own / "requirements.in", "--output-file", pinned,
        )
        lines = pinned.read_text(encoding="utf-8").splitlines()
        pins = [line.split()[0] for line in lines if "==" in line.split(";")[0]]
        told = record(python, pins, oldest, folder)
    text = json.dumps(told, indent=2) + "\n"
    (own / "requires_python.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
