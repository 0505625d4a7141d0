"""Makes an environment with what is pinned: set_up.py VENV REQUIREMENTS.

Prints one JSON object a line about what happens, and succeeds only when what was
installed can be imported. Ends, and ends pip, on a signal and when standard input
closes: the task that started it holds the other end, so that no pip is left
running beside the next set-up.
"""

import ast
import ctypes
import ensurepip
import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import threading
from pathlib import Path
from zipfile import ZipFile

# What of the user's own settings of pip reaches it: how the index is reached.
# Whatever else they say (a dry run, another target, constraints) would install
# something else, or nothing, or elsewhere.
REACHING = {
    "cache-dir",
    "cert",
    "client-cert",
    "extra-index-url",
    "find-links",
    "index-url",
    "keyring-provider",
    "no-cache-dir",
    "no-index",
    "proxy",
    "retries",
    "timeout",
    "trusted-host",
    "use-feature",
}

# A line of `pip config list`; later ones go before earlier ones.
SETTING = re.compile(r"^(global|install|:env:)\.([\w-]+)=(.*)$", re.MULTILINE)

LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def tell(event: str, **more: object) -> None:
    """Tells the task what happens."""
    print(json.dumps({"event": event, **more}), flush=True)


def end_with_parent() -> None:
    """Has Linux kill this process when the one that started it is gone."""
    pr_set_pdeathsig = 1
    LIBC.prctl(pr_set_pdeathsig, signal.SIGKILL)


class Programs:
    """The programs that are run, one after the other, and how they are ended."""

    def __init__(self) -> None:
        self.child: subprocess.Popen | None = None
        self.stopping = False

    def run(self, *command: str | Path, env: dict[str, str]) -> tuple[bool, str]:
        """Whether a program succeeded, and what it said."""
        self.child = subprocess.Popen(
            [str(word) for word in command],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A group of its own: what it starts in turn is ended with it.
            start_new_session=True,
            preexec_fn=end_with_parent if LIBC else None,
        )
        if self.stopping:
            self.end()
        said, _ = self.child.communicate()
        if self.stopping:
            sys.exit(128 + signal.SIGTERM)
        return self.child.returncode == 0, said.decode("utf-8", "replace")

    def end(self) -> None:
        """Ends what runs now and all that it started."""
        if self.child is None:
            return
        try:
            if os.name == "posix":
                os.killpg(self.child.pid, signal.SIGKILL)
            else:
                self.child.kill()
        except OSError:
            pass  # It has ended already.

    def stop(self, *_: object) -> None:
        """Ends what runs, and then this."""
        self.stopping = True
        self.end()

    def stop_with_task(self) -> None:
        """Stops when the task that started this is gone."""

        def wait() -> None:
            while os.read(0, 1024):
                pass
            self.stop()

        threading.Thread(target=wait, daemon=True).start()


def without_own(prefixes: tuple[str, ...]) -> dict[str, str]:
    """The variables of the environment without those that begin like this."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(prefixes)
    }


def reaching(listed: str) -> dict[str, str]:
    """The settings by which the index is reached, as variables for pip.

    As variables, since an address may hold a password, which every user of the
    machine could read in a command.
    """
    ranks = {"global": 0, "install": 1, ":env:": 2}
    found: dict[str, tuple[int, str]] = {}
    for where, written, value in SETTING.findall(listed):
        # pip has two names for it.
        name = "timeout" if written == "default-timeout" else written
        if name in REACHING and ranks[where] >= found.get(name, (0, ""))[0]:
            found[name] = ranks[where], str(ast.literal_eval(value))
    # An index that does not answer is given up within a minute or so.
    values = {"timeout": "15", "retries": "2"}
    values |= {name: value for name, (_, value) in found.items()}
    return {f"PIP_{name.upper().replace('-', '_')}": value for name, value in values.items()}


def carried_pip() -> Path | None:
    """The pip that this Python carries for new environments, where it is found."""
    own = Path(ensurepip.__file__).with_name("_bundled")
    # Distributions may have theirs elsewhere.
    place = Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or own)
    return max(place.glob("pip-*.whl"), default=None)


def unpack(wheel: Path, venv: Path) -> None:
    """Puts a package into an environment, as it is: ensurepip would compile all of it."""
    scheme = {"base": str(venv), "platbase": str(venv)}
    with ZipFile(wheel) as archive:
        archive.extractall(sysconfig.get_path("purelib", "venv", scheme))


def main() -> int:
    """The command."""
    venv, requirements = Path(sys.argv[1]), Path(sys.argv[2])
    programs = Programs()
    signal.signal(signal.SIGINT, programs.stop)
    signal.signal(signal.SIGTERM, programs.stop)
    programs.stop_with_task()

    # The Python that makes it is told nothing by the user's variables, nor is
    # the ensurepip that it starts, and starts without -I.
    pip = carried_pip()
    ok, said = programs.run(
        sys.executable, "-I", "-X", "utf8", "-m", "venv",
        *(["--without-pip"] if pip else []), venv,
        env=without_own(("PIP_", "PYTHON")),
    )
    if not ok:
        tell("failed", step="venv", said=said)
        return 1
    if pip:
        unpack(pip, venv)
    tell("made")

    folder = "Scripts" if os.name == "nt" else "bin"
    python = (venv / folder / "python", "-I", "-X", "utf8")
    _, listed = programs.run(
        *python, "-m", "pip", "config", "list",
        env=without_own(("PYTHON", "PIP_QUIET", "PIP_PYTHON")),
    )
    scratch = venv / "tmp"
    scratch.mkdir()
    report = scratch / "report.json"
    own = {
        **without_own(("PIP_", "PYTHON")),
        **reaching(listed),
        "PIP_CONFIG_FILE": os.devnull,
        # What pip leaves behind when it is ended goes with the environment.
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "TMP": str(scratch),
    }
    ok, said = programs.run(
        *python, "-m", "pip", "install", "--quiet", "--no-input",
        "--require-virtualenv", "--disable-pip-version-check", "--progress-bar", "off",
        "--require-hashes", "--only-binary", ":all:",
        # Python compiles what it imports when it first does: a tenth of all.
        "--no-compile",
        "--report", report, "--requirement", requirements,
        env=own,
    )
    if not ok:
        tell("failed", step="pip", said=said)
        return 1
    ok, said = programs.run(
        *python, Path(__file__).with_name("prove.py"), requirements, report,
        env=own,
    )
    if not ok:
        tell("failed", step="proof", said=said)
        return 1
    tell("installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
