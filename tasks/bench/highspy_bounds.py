"""Every monthly bound by highspy: one variable a milestone of the cumulative
curve, one row a claim, one model kept warm, only the cost changed between
solves. Reads {"milestones", "rows": [[from, to, low, high or null], ...]} from
standard input and writes {"seconds", "bounds", "memory"}; `seconds` is from the
rows to the last bound, `memory` the peak in kilobytes."""

import json
import resource
import sys
import time

import highspy
import numpy as np

case = json.load(sys.stdin)
n = case["milestones"]
rows = case["rows"]

began = time.perf_counter()
inf = highspy.kHighsInf
model = highspy.Highs()
model.setOptionValue("output_flag", False)
# The curve starts at zero and never falls.
model.addVars(n, np.zeros(n), np.full(n, inf))
model.changeColBounds(0, 0.0, 0.0)
steps = n - 1
m = len(rows) + steps
lower = np.zeros(m)
upper = np.full(m, inf)
index = np.empty(2 * m, dtype=np.int32)
for i, (a, b, low, high) in enumerate(rows):
    lower[i] = low
    upper[i] = inf if high is None else high
    index[2 * i], index[2 * i + 1] = a, b
for k in range(steps):
    i = len(rows) + k
    index[2 * i], index[2 * i + 1] = k, k + 1
value = np.tile([-1.0, 1.0], m)
start = np.arange(0, 2 * m, 2, dtype=np.int32)
model.addRows(m, lower, upper, 2 * m, start, index, value)
built = time.perf_counter()

bounds = []
for k in range(steps):
    pair = []
    for sign in (1.0, -1.0):
        model.changeColCost(k, -sign)
        model.changeColCost(k + 1, sign)
        model.run()
        if model.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            pair.append(sign * model.getObjectiveValue())
        else:
            pair.append(None)
    model.changeColCost(k, 0.0)
    model.changeColCost(k + 1, 0.0)
    bounds.append(pair)
ended = time.perf_counter()

json.dump(
    {
        "seconds": ended - began,
        "building": built - began,
        "bounds": bounds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    },
    sys.stdout,
)
