"""Reads the sentences of standard input with quantulum3: what it found, and how fast."""

import json
import sys
import time

from quantulum3 import parser

texts = json.load(sys.stdin)


def read(text):
    found = []
    for quantity in parser.parse(text):
        spread = quantity.uncertainty
        if spread:
            found.append([quantity.value - spread, quantity.value + spread, "="])
        else:
            found.append([quantity.value, None, "="])
    return found


found = [read(text) for text in texts]
start = time.perf_counter()
for text in texts:
    read(text)
seconds = time.perf_counter() - start
print(json.dumps({"found": found, "rate": len("\n".join(texts)) / 1e6 / seconds}))
