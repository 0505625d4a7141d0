"""Drives the Deno kernel as a front end does: drive.py SCENARIO. Prints JSON."""

import json
import os
import queue
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import zmq
from jupyter_client.manager import KernelManager

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "lib" / "cli" / "jupyter" / "kernel"))
from private_kernel import Private  # noqa: E402


class PrivateKernelManager(Private):
    """As the tasks', but one that is not awaited."""


class Kernel:
    """A kernel, its processes, and what it publishes."""

    def __init__(
        self, manager: type[KernelManager] = KernelManager, relayed: bool = True
    ) -> None:
        self.manager = manager(kernel_name="deno")
        if not relayed:
            spec = self.manager.kernel_spec
            [deno] = [part for part in spec.argv if Path(part).stem == "deno"]
            spec.argv = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"]
        self.manager.start_kernel(stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        if relayed:
            self.find_processes()

    def find_processes(self) -> None:
        self.relay = psutil.Process(self.manager.provisioner.process.pid)
        [self.deno] = self.relay.children()

    def restart(self, now: bool) -> None:
        self.manager.restart_kernel(now=now)
        self.client.wait_for_ready(timeout=60)

    def send(self, code: str) -> str:
        return self.client.execute(code)

    def listen(self, request: str) -> dict:
        """What a request gives up to its idle, as a front end hears it."""
        heard = {"outputs": [], "text": "", "late": [], "messages": []}
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != request:
                continue
            kind, content = message["msg_type"], message["content"]
            heard["messages"].append(kind)
            if kind == "status":
                if content["execution_state"] == "idle":
                    break
                continue
            if kind == "execute_input":
                continue
            if kind == "stream":
                heard["text"] += content["text"]
            if not (kind == "stream" and heard["outputs"][-1:] == ["stream"]):
                heard["outputs"].append(kind)
            if "tallystick.late" in message["metadata"]:
                heard["late"].append(message["metadata"]["tallystick.late"])
            if kind == "error":
                heard["error"] = [content["evalue"], *content["traceback"]]
        while True:
            reply = self.client.get_shell_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == request:
                break
        return {
            **heard,
            "status": reply["content"]["status"],
            "count": reply["content"]["execution_count"],
        }

    def help(self, kind: str, code: str) -> dict:
        """What is answered at the mark | of a text, and what is published meanwhile."""
        cursor = code.index("|")
        content = {"code": code.replace("|", "", 1), "cursor_pos": cursor}
        if kind == "inspect_request":
            content["detail_level"] = 0
        sent = self.client.session.send(self.client.shell_channel.socket, kind, content)
        request = sent["header"]["msg_id"]
        reply = {}
        while reply.get("parent_header", {}).get("msg_id") != request:
            reply = self.client.get_shell_msg(timeout=60)
        published = []
        while published[-1:] != ["idle"]:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request:
                published.append(message["content"].get("execution_state", message["msg_type"]))
        return {"type": reply["msg_type"], "content": reply["content"], "published": published}

    def comm(self, kind: str, target: str) -> dict:
        """What is published to a message of a way of its own."""
        content = {"comm_id": "one", "target_name": target, "data": {}}
        sent = self.client.session.send(self.client.shell_channel.socket, kind, content)
        published = []
        try:
            # What Deno broadcasts may come after its `idle`.
            while True:
                message = self.client.get_iopub_msg(timeout=1 if "idle" in published else 60)
                if message["parent_header"].get("msg_id") == sent["header"]["msg_id"]:
                    published.append(message["content"].get("execution_state", message["msg_type"]))
        except queue.Empty:
            published.sort(key=lambda one: one == "idle")
        return {"type": kind, "content": {}, "published": published}

    def ends(self, *processes: psutil.Process) -> bool:
        """Whether these end within some seconds."""
        _, alive = psutil.wait_procs(processes, timeout=15)
        return not alive

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def cells(codes: list[str], at_once: bool) -> list[dict]:
    """Runs cells one after the other, or sends all before listening."""
    kernel = Kernel()
    try:
        if at_once:
            return [kernel.listen(request) for request in [kernel.send(c) for c in codes]]
        return [kernel.listen(kernel.send(code)) for code in codes]
    finally:
        kernel.close()


def asked(requests: list[dict], relayed: bool) -> list[dict]:
    """What is answered to requests, in turn, with the relay or by Deno alone."""
    kernel = Kernel(relayed=relayed)
    try:
        return [
            kernel.listen(kernel.send(request["code"]))
            if request["type"] == "execute_request"
            else kernel.comm(request["type"], request["code"])
            if request["type"].startswith("comm_")
            else kernel.help(request["type"], request["code"])
            for request in requests
        ]
    finally:
        kernel.close()


LOOP = "while (true) {}"


def endings() -> dict:
    """Whether both processes end, however one of them is ended."""
    found = {}
    for name, code, end in [
        ("relay killed", "1", lambda k: k.relay.kill()),
        ("relay killed in a loop", LOOP, lambda k: k.relay.kill()),
        ("relay told to end in a loop", LOOP, lambda k: k.relay.terminate()),
        ("interrupted in a loop", LOOP, lambda k: k.manager.interrupt_kernel()),
        ("deno killed", "1", lambda k: k.deno.kill()),
        ("deno exits", "setTimeout(() => Deno.exit(), 300)", lambda k: None),
        ("shut down", "await new Promise(() => {})", lambda k: k.client.shutdown()),
    ]:
        kernel = Kernel()
        try:
            kernel.send(code)
            time.sleep(0.2)
            end(kernel)
            found[name] = kernel.ends(kernel.deno) and not kernel.manager.is_alive() \
                or kernel.ends(kernel.deno, kernel.relay)
        finally:
            kernel.close()
    return found


def restarts() -> list[dict]:
    """What is left of a cell's names after restarts, also from a hanging cell."""
    kernel = Kernel()
    try:
        heard = [kernel.listen(kernel.send("const kept = 1; kept"))]
        for code, now in [("1", False), ("await new Promise(() => {})", False), (LOOP, True)]:
            kernel.send(code)
            time.sleep(0.2)
            before = kernel.deno
            kernel.restart(now)
            heard.append(kernel.listen(kernel.send("console.log(typeof kept)")))
            heard[-1]["ended"] = kernel.ends(before)
            kernel.find_processes()
        return heard
    finally:
        kernel.close()


def orphan() -> bool:
    """Whether the kernel ends with the program that started it, even if killed."""
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from drive import *; k = Kernel(); "
        f"k.send({LOOP!r}); time.sleep(0.2); print(k.relay.pid, k.deno.pid, flush=True); "
        "os.kill(os.getpid(), 9)"
    )
    told = subprocess.run(
        [sys.executable, "-B", "-c", code, os.path.dirname(__file__)],
        stdout=subprocess.PIPE,
        check=False,
    ).stdout
    deadline = time.monotonic() + 15
    alive = [int(pid) for pid in told.split()]
    assert len(alive) == 2, told
    while alive and time.monotonic() < deadline:
        alive = [pid for pid in alive if is_running(pid)]
        time.sleep(0.05)
    return not alive


def write_to(port: int) -> None:
    """Writes to a port what no honest client would, and goes."""
    with socket.create_connection(("127.0.0.1", port)) as end:
        end.sendall(b"hello\n")
    header = json.dumps({"msg_id": "x", "msg_type": "execute_request", "session": "x"})
    content = json.dumps({"code": "Deno.exit(3)", "silent": False}).encode()
    parts = [header.encode(), b"{}", b"{}", content]
    for frames in [
        [b"hello"],
        [b"", b"hello"],
        [b"<IDS|MSG>"],
        [b"<IDS|MSG>", b"0" * 64],
        [b"<IDS|MSG>", b"", *parts],
        [b"<IDS|MSG>", b"0" * 64, *parts],
        [b"<IDS|MSG>", "\u00fc".encode() * 64, *parts],
        [b"<IDS|MSG>", b"0" * 64, b"{", b"[" * 100_000, b"", b"\xff"],
        [b"\x01execute_reply", b"<IDS|MSG>", b"0" * 64, *parts],
    ]:
        with zmq.Context.instance().socket(zmq.DEALER) as end:
            end.connect(f"tcp://127.0.0.1:{port}")
            end.send_multipart(frames)
            time.sleep(0.02)
            end.close(linger=200)


def attacked() -> dict:
    """Cells before and after others wrote to every port of the kernel's."""
    kernel = Kernel()
    try:
        heard = [kernel.listen(kernel.send("const kept = 1; kept"))]
        ports = [
            port
            for process in (kernel.relay, kernel.deno)
            for port in listening(process)
        ]
        for port in ports:
            write_to(port)
        # Those that know the key and still send what is no message.
        session = kernel.client.session
        for content in (b"[]", b"1", b"{", b"[" * 100_000):
            head = session.msg_header("execute_request")
            parts = [json.dumps(head, default=str).encode(), b"{}", b"{}", content]
            frames = [b"<IDS|MSG>", session.sign(parts), *parts]
            kernel.client.shell_channel.socket.send_multipart(frames)
        running = kernel.send("await new Promise((done) => setTimeout(done, 500)); 2")
        write_to(kernel.client.get_connection_info()["shell_port"])
        heard += [kernel.listen(running), kernel.listen(kernel.send("kept + 2"))]
        return {"ports": len(ports), "heard": heard, "beating": kernel.client.hb_channel.is_beating()}
    finally:
        kernel.close()


def listening(process: psutil.Process) -> list[int]:
    """The ports that a process listens on."""
    return [
        found.laddr.port
        for found in process.net_connections(kind="tcp")
        if found.status == psutil.CONN_LISTEN
    ]


def private() -> dict:
    """A kernel as the tasks start it: how it is reached, and what is left of it."""
    kernel = Kernel(PrivateKernelManager)
    try:
        sockets = os.path.dirname(kernel.manager.ip)
        return {
            "ports": listening(kernel.relay),
            "mode": oct(os.stat(sockets).st_mode & 0o777),
            "heard": [kernel.listen(kernel.send("console.log(1); 2"))],
            "folder": sockets,
        }
    finally:
        kernel.close()


def is_running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


if __name__ == "__main__":
    match sys.argv[1]:
        case "cells":
            result = cells(json.load(sys.stdin), at_once=False)
        case "cells-at-once":
            result = cells(json.load(sys.stdin), at_once=True)
        case "asked":
            result = asked(json.load(sys.stdin), relayed=True)
        case "asked-of-deno":
            result = asked(json.load(sys.stdin), relayed=False)
        case "endings":
            result = endings()
        case "restarts":
            result = restarts()
        case "attacked":
            result = attacked()
        case "private":
            result = private()
        case "orphan":
            result = orphan()
    print(json.dumps(result))
