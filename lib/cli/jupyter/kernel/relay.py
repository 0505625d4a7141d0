"""The kernel that Jupyter starts: relay.py DENO CONNECTION_FILE [HELP].

Starts the Deno kernel and passes every message on, both ways, as it is but for
what the kernel does not know of the library: see advice.py. HELP is the program
that prints it. The relay is there for one thing: the Deno kernel often says that a cell is done (`idle`)
before the last outputs of the cell are out, and whoever listens (JupyterLab,
nbclient) has then stopped listening. So behind each cell the relay sends a
request of its own, which passes a mark through the queue of outputs, and the
cell's `idle`, and whatever cell is next, wait for that mark. See prelude.js for what the mark brings along:
errors that the kernel would have kept quiet about.

The request behind a cell bears the cell's own header. So what the cell still
prints while that request runs, or long after, is the cell's, as it should be.

Where the sockets are ports, any process of this machine can write to them. What
is no message of Jupyter's, or is not signed with the connection's key, is passed
over as if it had never come.

The relay ends when Deno ends, and Deno never outlives the relay.
"""

import ctypes
import hashlib
import hmac
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections import deque
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import Callable, NamedTuple

import zmq

sys.path.insert(0, str(Path(__file__).resolve().parent))
from advice import Advice, Error  # noqa: E402
from library import Library  # noqa: E402

CHANNELS = ("shell", "control", "stdin", "hb", "iopub")
DELIMITER = b"<IDS|MSG>"
PRELUDE = Path(__file__).with_name("prelude.js").read_text(encoding="utf-8")
MARK = 'await globalThis[Symbol.for("tallystick.mark")]();'

# What the pages of workbenches speak through, and what such a way is called.
COMM = ("comm_open", "comm_msg", "comm_close")
WORKBENCH = "tallystick.workbench"

# What asks for help at a cursor.
HELPING = ("inspect_request", "complete_request")

# What the kernel says, and all that it says, of a syntax error, of a package that
# cannot be fetched, and of a cell that sets off long work which it does not await:
# V8 then drops the promise of the cell itself.
SILENT = "Execution failed"
UNEXPLAINED = (
    "The kernel gives no reason. The cell's syntax is right: either it begins "
    "something that it does not wait for, and lacks an `await` before that, or a "
    "package that it imports cannot be fetched."
)
SYNTAX_ERROR = re.compile(r"error: SyntaxError: (([^\n]+).*?)\n +at file:", re.DOTALL)


class Message(NamedTuple):
    """A message of Jupyter's, in frames."""

    start: int  # where it starts behind its addressees
    header: dict
    parent: dict


class Cell:
    """An execute_request that went to Deno, with the request for its mark behind it."""

    def __init__(self, message: list[bytes]) -> None:
        self.message = message
        self.header = message[2]
        self.code = text_of(json.loads(message[5]).get("code"))
        self.refused: Error | None = None  # why it is not run
        self.reply: dict | None = None
        self.explained = False  # an error was published
        self.idle: list[bytes] | None = None  # held back
        self.done = False  # the idle has been passed on
        # What is still to come of the request behind it, in whatever order.
        self.awaited = {"reply", "mark", "idle"}


class Question:
    """A request for help at a cursor, which Deno answers first."""

    def __init__(self, content: dict) -> None:
        self.code = text_of(content.get("code"))
        cursor = content.get("cursor_pos")
        self.cursor = min(max(cursor, 0), len(self.code)) if isinstance(cursor, int) else 0
        self.classes: dict[str, list[str]] | None = None  # of the values there, once known
        self.answer: list[bytes] | None = None  # Deno's


class Relay:
    """Sits between Jupyter and one Deno kernel."""

    def __init__(self, deno: str, connection_file: str, program: str | None) -> None:
        self.parent = os.getppid()
        connection = json.loads(Path(connection_file).read_text(encoding="utf-8"))
        self.key = connection["key"].encode()
        self.session = uuid.uuid4().hex
        self.cells: dict[str, Cell] = {}
        self.askers: dict[str, list[bytes]] = {}  # who asked, by the request's id
        self.running: Cell | None = None
        self.queue: deque[list[bytes]] = deque()  # the cells to run after it
        self.library = Library(deno, program)
        self.advice = Advice(self.library, Path.cwd())
        self.questions: dict[str, Question] = {}
        self.looks: dict[str, Callable[[list | None], None]] = {}
        self.comms: set[str] = set()  # those of workbenches' pages
        self.told: set[str] = set()  # what they said, until Deno has taken it
        self.context = zmq.Context()
        # Towards Jupyter, as a kernel.
        self.front = {
            "shell": self.context.socket(zmq.ROUTER),
            "control": self.context.socket(zmq.ROUTER),
            "stdin": self.context.socket(zmq.ROUTER),
            "hb": self.context.socket(zmq.ROUTER),
            "iopub": self.context.socket(zmq.PUB),
        }
        # Towards Deno, as a client.
        self.back = {
            "shell": self.context.socket(zmq.DEALER),
            "control": self.context.socket(zmq.DEALER),
            "stdin": self.context.socket(zmq.DEALER),
            "hb": self.context.socket(zmq.DEALER),
            "iopub": self.context.socket(zmq.SUB),
        }
        for name in CHANNELS:
            # However many outputs there are, none is dropped.
            self.front[name].set_hwm(0)
            self.back[name].set_hwm(0)
        for name in ("shell", "control", "stdin"):
            # What Deno asks for on stdin goes to whom the cell came from.
            self.back[name].routing_id = self.session.encode()
        self.back["iopub"].subscribe(b"")
        for name in CHANNELS:
            bind(self.front[name], address(connection, name))
        self.command = [deno, "jupyter", "--kernel", "--conn"]
        self.connection = connection
        self.own_file = ""
        self.start()

    def start(self) -> None:
        """Starts Deno on ports of its own."""
        own = free_connection(self.connection)
        for name in CHANNELS:
            if self.own_file:
                self.back[name].disconnect(self.back[name].last_endpoint)
            self.back[name].connect(address(own, name))
        if self.own_file:
            Path(self.own_file).unlink(missing_ok=True)
        self.own_file = write_private(own)
        self.deno = subprocess.Popen(
            [*self.command, self.own_file],
            stdin=subprocess.DEVNULL,
            preexec_fn=end_with_parent if sys.platform == "linux" else None,
        )

    # Messages of the relay's own.

    def frames(self, header: bytes, parent: bytes, content: dict) -> list[bytes]:
        """A signed message."""
        parts = [header, parent, b"{}", json.dumps(content).encode()]
        return [DELIMITER, self.signature(parts), *parts]

    def signature(self, parts: list[bytes]) -> bytes:
        """What stands before the four parts of a message; nothing without a key."""
        if not self.key:
            return b""
        return hmac.new(self.key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def read(self, frames: list[bytes]) -> Message | None:
        """A message; none if its shape is not that of one or its signature is false."""
        if DELIMITER not in frames:
            return None
        start = frames.index(DELIMITER)
        signature, *parts = frames[start + 1 : start + 6] or [b""]
        if len(parts) != 4 or not hmac.compare_digest(signature, self.signature(parts)):
            return None
        try:
            header, parent, content = (json.loads(parts[i]) for i in (0, 1, 3))
        except (ValueError, RecursionError):
            return None
        if not all(isinstance(part, dict) for part in (header, parent, content)):
            return None
        if not all(isinstance(header.get(name), str) for name in ("msg_id", "msg_type")):
            return None
        return Message(start, header, parent)

    def header(self, kind: str) -> bytes:
        """The header of a message of the relay's own."""
        return json.dumps({
            "msg_id": f"{self.session}_{uuid.uuid4().hex}",
            "session": self.session,
            "username": "relay",
            "date": datetime.now(timezone.utc).isoformat(),
            "msg_type": kind,
            "version": "5.3",
        }).encode()

    def execute(self, code: str, header: bytes) -> None:
        """Has Deno run something that leaves no trace: no count, no history."""
        content = {
            "code": code,
            "silent": True,
            "store_history": False,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": False,
        }
        self.back["shell"].send_multipart(self.frames(header, b"{}", content))

    def look(self, kind: str, code: str, then: Callable[[list | None], None]) -> None:
        """Has Deno look something up: see prelude.js; nothing where it cannot."""
        header = self.header("execute_request")
        self.looks[json.loads(header)["msg_id"]] = then
        self.execute(f'await globalThis[Symbol.for("tallystick.{kind}")]([{code}]);', header)

    def seen(self, asked: str, found: list | None) -> None:
        """Passes on what was looked up, once."""
        then = self.looks.pop(asked, None)
        if then:
            then(found)

    # What comes through.

    def ask(self, channel: str, frames: list[bytes]) -> None:
        """Jupyter asks; cells wait for their turn.

        Deno sends an answer to whom the message came from, the relay, and forgets
        who was named before that; so the relay remembers it.
        """
        found = self.read(frames)
        if found is None:
            return
        start, header, _ = found
        message = frames[start:]
        if header["msg_type"].endswith("_request"):
            self.askers[header["msg_id"]] = frames[:start]
        if channel == "shell" and header["msg_type"] == "execute_request":
            self.queue.append(message)
            self.run_next()
            return
        if channel == "shell" and self.for_workbench(header["msg_type"], message):
            return
        if channel == "shell" and header["msg_type"] in HELPING:
            self.question(header["msg_id"], Question(json.loads(message[5])))
        self.back[channel].send_multipart(message)

    def for_workbench(self, kind: str, message: list[bytes]) -> bool:
        """Passes on what the page of a workbench says; false for all else.

        Deno takes such messages and does nothing with them. Here the prelude is
        given them, as part of what the page's own message set off.
        """
        if kind not in COMM:
            return False
        content = json.loads(message[5])
        comm = content.get("comm_id")
        if not isinstance(comm, str):
            return False
        if kind == "comm_open" and content.get("target_name") == WORKBENCH:
            self.comms.add(comm)
        if comm not in self.comms:
            return False
        if kind == "comm_close":
            self.comms.discard(comm)
        told = {"type": kind, "comm": comm, "data": content.get("data")}
        header = json.loads(message[2])
        self.told.add(header["msg_id"])
        own = json.dumps({**header, "msg_type": "execute_request"}).encode()
        code = f'await globalThis[Symbol.for("tallystick.told")]({json.dumps(told)});'
        self.execute(code, own)
        return True

    def run_next(self) -> None:
        """Sends Deno the next cell once all of the one before is out.

        Deno would keep cells in a queue as well, but begin with the next while
        outputs of the one before are still on their way.
        """
        if self.running is None and self.queue:
            cell = self.running = Cell(self.queue.popleft())
            doors = self.advice.doors(cell.code)
            new = [door for door in doors if door not in self.advice.exports]

            def begin(found: list | None) -> None:
                for door, values in zip(new, found or []):
                    if values is not None:
                        self.advice.exports[door] = values
                self.begin(cell)

            if new:
                imports = (f"() => import({json.dumps(doors[door])})" for door in new)
                self.look("exports", ", ".join(imports), begin)
            else:
                self.begin(cell)

    def begin(self, cell: Cell) -> None:
        """Sends Deno a cell, or what fails in its place."""
        cell.refused = self.advice.refusal(cell.code)
        message = cell.message
        if cell.refused:
            content = {**json.loads(message[5]), "code": "throw new SyntaxError();"}
            message = self.frames(message[2], message[3], content)
        else:
            self.advice.learn(cell.code)
        self.cells[json.loads(cell.header)["msg_id"]] = cell
        self.back["shell"].send_multipart(message)
        self.execute(MARK, cell.header)

    def question(self, asked: str, question: Question) -> None:
        """Keeps a request for help, where the notebook has to do with the library."""
        if not self.advice.modules and not self.advice.doors(question.code):
            return
        self.library.begin()
        self.questions[asked] = question
        values = self.advice.objects(question.code, question.cursor)

        def classes(found: list | None) -> None:
            question.classes = dict(zip(values, found or []))
            self.reply_to_question(asked)

        if values:
            self.look("classes", ", ".join(f"() => ({value})" for value in values), classes)
        else:
            question.classes = {}

    def reply_to_question(self, asked: str) -> None:
        """Answers a request for help once all that it needs is there."""
        question = self.questions[asked]
        frames = question.answer
        if frames is None or question.classes is None:
            return
        kind = json.loads(frames[2])["msg_type"]
        # Who writes on does not wait for a second.
        if kind == "inspect_reply" and not self.library.ready:
            return
        del self.questions[asked]
        content = json.loads(frames[5])
        where = (question.code, question.cursor, question.classes)
        if kind == "inspect_reply" and not content.get("found"):
            data = self.advice.inspect(*where)
            content.update({"found": True, "data": data} if data else {})
        elif kind == "complete_reply" and self.library.ready:
            content.update(self.advice.completed(content, *where))
        if content != json.loads(frames[5]):
            frames = self.frames(frames[2], frames[3], content)
        self.front["shell"].send_multipart([*self.askers.pop(asked), *frames])

    def answer(self, channel: str, frames: list[bytes]) -> None:
        """Deno answers; what the mark is answered, the second of a cell, is swallowed."""
        found = self.read(frames)
        if found is None:
            return
        _, header, parent = found
        asked = parent.get("msg_id")
        cell = self.cells.get(asked)
        if asked in self.told:
            return
        if asked in self.looks and json.loads(frames[5]).get("status") == "error":
            self.seen(asked, None)
            return
        if header["msg_type"] == "complete_reply":
            frames = self.without_own(frames)
        if asked in self.questions and header["msg_type"].endswith("_reply"):
            self.questions[asked].answer = frames
            self.reply_to_question(asked)
            return
        if header["msg_type"] == "execute_reply" and cell and cell.reply:
            failed = json.loads(frames[5])["status"] == "error"
            self.came(cell, "reply", *(["mark"] if failed else []))
            return
        if cell and header["msg_type"] == "execute_reply":
            content = json.loads(frames[5])
            if content.get("status") == "error":
                content = self.explained(cell, content)
                frames = self.frames(frames[2], frames[3], content)
        if asked in self.askers:
            self.front[channel].send_multipart([*self.askers[asked], *frames])
        if header["msg_type"] == "input_request":
            return
        self.askers.pop(asked, None)
        if cell:
            cell.reply = json.loads(frames[5])
            self.release(cell)

    def without_own(self, frames: list[bytes]) -> list[bytes]:
        """Completions without what the prelude has put into the kernel."""
        content = json.loads(frames[5])
        found = content.get("matches", [])
        others = [one for one in found if not one.startswith("Symbol(tallystick.")]
        if others == found:
            return frames
        return self.frames(frames[2], frames[3], {**content, "matches": others})

    def output(self, frames: list[bytes]) -> None:
        """Deno publishes: the first idle waits, and what is the mark's is swallowed."""
        found = self.read(frames)
        if found is None:
            return
        start, header, parent = found
        kind = header["msg_type"]
        if parent.get("msg_id") in self.told:
            if kind == "execute_input":
                return
            if kind == "status" and b'"idle"' in frames[start + 5]:
                self.told.discard(parent["msg_id"])
        # A page is sent when it is ready, whatever has been run last.
        if parent.get("session") == self.session and kind not in COMM:
            if kind == "tallystick_seen":
                self.seen(parent.get("msg_id"), json.loads(frames[start + 5])["found"])
            return
        cell = self.cells.get(parent.get("msg_id"))
        if cell is None:
            self.front["iopub"].send_multipart(frames)
            return
        idle = kind == "status" and b'"idle"' in frames[start + 5]
        if kind == "tallystick_mark":
            self.came(cell, "mark")
        elif idle and cell.idle is None:
            cell.idle = frames
        elif idle:
            self.came(cell, "idle")
        elif cell.idle is None or kind not in ("status", "execute_input"):
            cell.explained |= kind == "error"
            if kind == "error" or (kind == "execute_input" and cell.refused):
                content = json.loads(frames[start + 5])
                content = (
                    self.explained(cell, content)
                    if kind == "error"
                    else {**content, "code": cell.code}
                )
                own = self.frames(frames[start + 2], frames[start + 3], content)
                frames = [*frames[:start], *own]
            self.front["iopub"].send_multipart(frames)

    def explained(self, cell: Cell, content: dict) -> dict:
        """An error of a cell, with what the kernel does not say of it."""
        if cell.refused:
            return {**content, **cell.refused.content}
        if content.get("evalue") == SILENT and not content.get("traceback"):
            return {**content, **reason(self.command[0], cell.code, self.advice)}
        hint = self.advice.hint(content)
        if not hint:
            return content
        first, *rest = content.get("traceback") or [""]
        said = first.endswith(content["evalue"])
        return {
            **content,
            "evalue": content["evalue"] + hint,
            "traceback": [first + hint if said else first, *rest],
        }

    def beat(self, frames: list[bytes]) -> None:
        """Jupyter asks whether Deno lives: an addressee, nothing, what comes back."""
        if len(frames) == 3 and not frames[1]:
            self.back["hb"].send_multipart(frames)

    def came(self, cell: Cell, *what: str) -> None:
        """Notes what came of the request behind a cell."""
        cell.awaited.difference_update(what)
        self.release(cell)
        if not cell.awaited:
            self.cells.pop(json.loads(cell.header)["msg_id"], None)

    def release(self, cell: Cell) -> None:
        """Says that the cell is done, once it is answered and all is out."""
        if cell.done or cell.reply is None or cell.idle is None or "mark" in cell.awaited:
            return
        cell.done = True
        if cell.reply["status"] == "error" and not cell.explained:
            error = {
                "ename": cell.reply.get("ename", "Error"),
                "evalue": cell.reply.get("evalue", ""),
                "traceback": cell.reply.get("traceback", []),
            }
            message = self.frames(self.header("error"), cell.header, error)
            self.front["iopub"].send_multipart([b"error", *message])
        self.front["iopub"].send_multipart(cell.idle)
        self.running = None
        self.run_next()

    # From the beginning to the end.

    def get_ready(self) -> None:
        """Waits until Deno answers and is heard, and runs the prelude."""
        told = False
        starts = 1
        while True:
            if self.deno.poll() is not None:
                # Somebody may have taken a port between the look and the start.
                if told or self.deno.returncode < 0 or starts == 3:
                    return
                starts += 1
                self.start()
            self.stop_with_parent()
            if not told:
                # Lost as long as the subscription has not reached Deno: ask again.
                ask = self.frames(self.header("kernel_info_request"), b"{}", {})
                self.back["shell"].send_multipart(ask)
            self.back["shell"].poll(50)
            while self.back["iopub"].poll(0):
                if not self.read(self.back["iopub"].recv_multipart()):
                    continue
                if not told:
                    told = True
                    os.unlink(self.own_file)
                    self.execute(PRELUDE, self.header("execute_request"))
            while self.back["shell"].poll(0):
                found = self.read(self.back["shell"].recv_multipart())
                if found and found.header["msg_type"] == "execute_reply":
                    return

    def run(self) -> int:
        """Passes messages on until Deno ends; its exit status."""
        self.get_ready()
        ways = {
            self.front["hb"]: self.beat,
            self.back["hb"]: self.front["hb"].send_multipart,
            self.back["iopub"]: self.output,
        }
        for name in ("shell", "control", "stdin"):
            ways[self.front[name]] = partial(self.ask, name)
            ways[self.back[name]] = partial(self.answer, name)
        poller = zmq.Poller()
        for end in ways:
            poller.register(end, zmq.POLLIN)
        ended = False
        while True:
            ready = poller.poll(20 if self.questions else 200)
            for end, _ in ready:
                ways[end](end.recv_multipart())
            for asked in [*self.questions]:
                self.reply_to_question(asked)
            if ended and not ready:
                return self.deno.returncode
            # One more round: what Deno said last is passed on before the end.
            ended = self.deno.poll() is not None
            self.stop_with_parent()

    def stop_with_parent(self) -> None:
        """Ends all when Jupyter is gone, which sets this where it wants that."""
        if "JPY_PARENT_PID" in os.environ and os.getppid() != self.parent:
            self.stop()

    def stop(self, *_) -> None:
        """Ends Deno, and by that the relay."""
        self.deno.terminate()
        try:
            self.deno.wait(2)
        except subprocess.TimeoutExpired:
            self.deno.kill()


def text_of(value: object) -> str:
    """A text that a message should hold; empty where it holds something else."""
    return value if isinstance(value, str) else ""


def reason(deno: str, code: str, advice: Advice) -> dict:
    """Why a cell was not run, where the kernel does not say: as Deno's formatter does.

    It reads the cell as the kernel does, runs nothing of it and fetches nothing.
    """
    told = subprocess.run(
        [deno, "fmt", "--no-config", "--ext", "ts", "-"],
        input=code.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    found = SYNTAX_ERROR.search(told.stderr.decode(errors="replace"))
    if told.returncode == 0 or not found:
        unawaited = advice.unexplained(code)
        if unawaited:
            return unawaited.content
        return {"ename": "Error", "evalue": SILENT, "traceback": [UNEXPLAINED]}
    shown, message = found.groups()
    return {
        "ename": "SyntaxError",
        "evalue": message,
        "traceback": f"SyntaxError: {shown}".split("\n"),
    }


def address(connection: dict, channel: str) -> str:
    """Where a channel is."""
    mark = ":" if connection["transport"] == "tcp" else "-"
    return f"{connection['transport']}://{connection['ip']}{mark}{connection[channel + '_port']}"


def free_connection(connection: dict) -> dict:
    """The same connection on ports of this machine that are free now.

    Below those that systems give to outgoing connections: a port of that range,
    free now, can be taken before Deno listens on it, even by the relay's own
    attempts to reach it.
    """
    ports: dict[str, int] = {}
    while len(ports) < len(CHANNELS):
        port = random.randrange(15_000, 30_000)
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        if port not in ports.values():
            ports[f"{CHANNELS[len(ports)]}_port"] = port
    return {**connection, **ports, "transport": "tcp", "ip": "127.0.0.1"}


def bind(end: zmq.Socket, where: str) -> None:
    """Binds a socket; a port that is taken may be free again in a moment."""
    for attempt in range(30):
        try:
            end.bind(where)
            return
        except zmq.ZMQError as error:
            if error.errno != zmq.EADDRINUSE or attempt == 29:
                raise
            time.sleep(0.1)


def write_private(connection: dict) -> str:
    """Writes a connection file that nobody else can read."""
    handle, path = tempfile.mkstemp(prefix="tallystick-", suffix=".json")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(connection, file)
    return path


def end_with_parent() -> None:
    """Has Linux kill this process when the one that started it is gone."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def main() -> int:
    """The command."""
    deno, connection_file, *program = sys.argv[1:]
    relay = Relay(deno, connection_file, program[0] if program else None)
    # Jupyter interrupts the whole group of processes; someone else may not.
    signal.signal(signal.SIGINT, lambda *_: relay.deno.send_signal(signal.SIGINT))
    signal.signal(signal.SIGTERM, relay.stop)
    status = relay.run()
    Path(relay.own_file).unlink(missing_ok=True)
    for end in relay.back.values():
        end.close(linger=0)
    relay.context.destroy(linger=1000)
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main())
