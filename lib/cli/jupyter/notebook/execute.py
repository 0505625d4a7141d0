"""Runs one notebook on the Deno kernel: execute.py IN OUT --folder DIR --timeout S.

Prints one JSON object a line about what happens, and writes OUT only when every
cell succeeded. Ends, and ends the kernel, when standard input closes: the task
that started it holds the other end, so nothing is left behind if that is killed.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

# Where this is there, jsonschema reads the grammar of addresses with letters of
# every language, which takes seconds; no schema of a notebook asks for one.
sys.modules["rfc3987_syntax"] = None

import nbformat  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import (  # noqa: E402
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)
from nbformat import NotebookNode  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kernel"))
from private_kernel import PrivateKernelManager  # noqa: E402


# Variables with such names change what a page shows: the notebooks read them, or
# Polars does. Only the task gives them, so that what it stamps is what was read.
OWN = ("TALLYSTICK_", "POLARS_")


class LateError(Exception):
    """An error that the kernel would have kept quiet about."""


class Client(NotebookClient):
    """nbclient, and what it does not keep."""

    failure: dict
    late: str | None = None

    async def keep_failure(self, execute_reply, **_):
        """Keeps what the kernel said about the cell that failed."""
        self.failure = execute_reply["content"]

    def process_message(self, msg, cell, cell_index):
        """Keeps the first error that only the kernel's relay tells of."""
        self.late = self.late or msg["metadata"].get("tallystick.late")
        return super().process_message(msg, cell, cell_index)


def tell(event: str, **more) -> None:
    """Tells the task what happens."""
    print(json.dumps({"event": event, **more}), flush=True)


def clean(notebook: NotebookNode) -> None:
    """Leaves nothing in the notebook that differs from run to run."""
    count = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        ran = bool(cell.source.strip())
        count += ran
        cell.execution_count = count if ran else None
        for output in cell.outputs:
            output.pop("transient", None)
            if output.output_type == "execute_result":
                output.execution_count = cell.execution_count


def name_cells(notebook: NotebookNode) -> None:
    """Gives each cell without an id one that is the same in every run."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    taken = {cell.get("id") for cell in notebook.cells}
    for number, cell in enumerate(notebook.cells, 1):
        if not cell.get("id"):
            name = f"cell-{number}"
            while name in taken:
                name += "-"
            taken.add(name)
            cell["id"] = name


def first_sentence(reply: dict) -> str:
    """What went wrong, in one line: `TypeError: boom`."""
    name, value = reply.get("ename") or "Error", reply.get("evalue") or ""
    return f"{name}: {value}" if value else name


async def run(arguments: argparse.Namespace, kernel_log) -> int:
    """Runs the notebook; the exit status."""
    notebook = nbformat.read(arguments.notebook, as_version=4)
    name_cells(notebook)
    code = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    client = Client(
        notebook,
        kernel_name="deno",
        kernel_manager_class=PrivateKernelManager,
        timeout=arguments.timeout,
        startup_timeout=60,
        iopub_timeout=60,
        raise_on_iopub_timeout=True,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(arguments.folder)}},
    )
    client.on_cell_error = client.keep_failure
    number, started = 0, time.monotonic()

    def failed(kind: str, **more) -> int:
        tell("failed", kind=kind, cell=number, of=len(code), **more)
        return 1

    try:
        async with client.async_setup_kernel(stdout=kernel_log, stderr=kernel_log):
            reply = await client.kc._async_recv_reply(client.kc.kernel_info(), timeout=60)
            notebook.metadata["language_info"] = reply["content"]["language_info"]
            for index, cell in enumerate(notebook.cells):
                if cell not in code:
                    continue
                number += 1
                tell("cell", cell=number, of=len(code))
                await client.async_execute_cell(cell, index, execution_count=number)
                if client.late:
                    raise LateError(client.late)
    except CellExecutionError:
        traceback = "\n".join(client.failure.get("traceback") or [])
        # Of some failures the kernel gives no reason: what it logged may tell.
        unexplained = client.failure.get("evalue") == "Execution failed"
        return failed(
            "unexplained" if unexplained else "error",
            message=first_sentence(client.failure),
            traceback=traceback,
        )
    except LateError as error:
        return failed("late", message=str(error).split("\n", 1)[0], traceback=str(error))
    except CellTimeoutError:
        return failed("timeout", message=f"no answer within {arguments.timeout} seconds")
    except DeadKernelError:
        return failed("died", message="the kernel ended while the cell ran")
    except (RuntimeError, TimeoutError) as error:
        return failed("kernel", message=str(error))

    clean(notebook)
    part = arguments.out.with_name(arguments.out.name + ".part")
    nbformat.write(notebook, part)
    os.replace(part, arguments.out)
    tell("done", cells=len(code), seconds=round(time.monotonic() - started, 3))
    return 0


def forget_caller(kept: list[str]) -> None:
    """Leaves the kernel no variable of the caller's that changes a page."""
    for name in list(os.environ):
        if name.upper().startswith(OWN) and name not in kept:
            del os.environ[name]


def end_with_parent() -> None:
    """Interrupts this process when the task that started it is gone."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os.kill(os.getpid(), 15)

    threading.Thread(target=wait, daemon=True).start()


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("notebook", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--timeout", type=int, default=300)
    parser.add_argument("--keep", action="append", default=[])
    arguments = parser.parse_args()
    forget_caller(arguments.keep)
    end_with_parent()
    with tempfile.TemporaryFile() as kernel_log:
        status = asyncio.run(run(arguments, kernel_log))
        if status:
            kernel_log.seek(0)
            tell("log", text=kernel_log.read()[-4000:].decode(errors="replace"))
    return status


if __name__ == "__main__":
    sys.exit(main())
