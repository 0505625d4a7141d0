"""Prints the most kilobytes that the descendants of a process held at once.

Looks twice a second until its input ends. What several processes share
counts once. Its own memory, and that of what it starts, is left out.
"""

import os
import re
import select
import sys


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def descendants(of):
    parents = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            # The name of the program, in brackets, may hold anything.
            fields = read(f"/proc/{name}/stat").rpartition(")")[2].split()
            if len(fields) > 1:
                parents[int(name)] = int(fields[1])
    found = [of]
    for one in found:
        found += [
            process
            for process, parent in parents.items()
            if parent == one and process != os.getpid()
        ]
    return found[1:]


def held(process):
    line = re.search(r"^Pss:\s+(\d+)", read(f"/proc/{process}/smaps_rollup"), re.M)
    return int(line[1]) if line else 0


peak = 0
while not select.select([sys.stdin], [], [], 0.5)[0]:
    peak = max(peak, sum(held(one) for one in descendants(int(sys.argv[1]))))
print(peak)
