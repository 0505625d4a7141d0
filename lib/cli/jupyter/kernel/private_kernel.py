"""Managers of kernels whose sockets nobody else can reach.

Jupyter's own listen on ports of the machine, to which any of its users can
connect: a signature keeps them from running anything, not from reading along.
Here a kernel's sockets are files in a folder of its own that only this user can
enter. Where the system has no such sockets, or every folder's name is too long
for them, they are ports as everywhere.
"""

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import zmq
from jupyter_client.manager import AsyncKernelManager, KernelManager
from traitlets import default

# What a socket's name may have, its end included, and what is added to a prefix.
LONGEST = 103 if sys.platform == "darwin" else 107
ADDED = len("-99")


def works(prefix: str) -> bool:
    """Whether sockets can be made under a prefix."""
    if len(os.fsencode(prefix)) + ADDED > LONGEST:
        return False
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(prefix)
        os.unlink(prefix)
    except OSError:
        return False
    return True


def private_prefix() -> str | None:
    """What the names of a kernel's sockets begin with, in a folder made for them."""
    if os.name != "posix" or not zmq.has("ipc"):
        return None
    for place in (tempfile.gettempdir(), os.environ.get("XDG_RUNTIME_DIR"), "/tmp"):
        try:
            folder = tempfile.mkdtemp(prefix="tallystick-", dir=place)
        except OSError:
            continue
        prefix = str(Path(folder) / "kernel")
        if works(prefix):
            return prefix
        os.rmdir(folder)
    return None


class Private(KernelManager):
    """What makes the sockets of a manager's kernel private."""

    @property
    def prefix(self) -> str | None:
        """What the names of the sockets begin with; none where they are ports."""
        if not hasattr(self, "_prefix"):
            self._prefix = private_prefix()
        return self._prefix

    @default("transport")
    def _transport_default(self) -> str:
        return "ipc" if self.prefix else "tcp"

    @default("ip")
    def _ip_default(self) -> str:
        return self.prefix or "127.0.0.1"

    def cleanup_connection_file(self) -> None:
        """Takes the folder away when the kernel does not come back."""
        super().cleanup_connection_file()
        if self.prefix:
            shutil.rmtree(Path(self.prefix).parent, ignore_errors=True)


class PrivateKernelManager(Private, AsyncKernelManager):
    """For a program that runs one notebook."""
