"""Every question of a file by highspy: one variable a milestone of each
measure's cumulative curve, one model kept warm, only costs and the sides of the
rows left out changed between solves. Reads {"columns", "rows": [[columns,
values, low or null, high or null], ...], "fixed", "asked": [{"of": [[column,
value], ...], "without": [row, ...]}, ...]} from standard input and writes
{"seconds", "answers", "memory"}; `seconds` is from the rows to the last
answer, `memory` the peak in kilobytes."""

import json
import resource
import sys
import time

import highspy
import numpy as np

case = json.load(sys.stdin)
inf = highspy.kHighsInf
began = time.perf_counter()
n = case["columns"]
rows = case["rows"]
model = highspy.Highs()
model.setOptionValue("output_flag", False)
model.addVars(n, np.zeros(n), np.full(n, inf))
for column in case["fixed"]:
    model.changeColBounds(column, 0.0, 0.0)
lower = np.array([-inf if row[2] is None else row[2] for row in rows])
upper = np.array([inf if row[3] is None else row[3] for row in rows])
lengths = [len(row[0]) for row in rows]
start = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int32)
index = np.array([c for row in rows for c in row[0]], dtype=np.int32)
value = np.array([v for row in rows for v in row[1]], dtype=float)
model.addRows(len(rows), lower, upper, len(index), start, index, value)

answers = []
for question in case["asked"]:
    for row in question["without"]:
        model.changeRowBounds(row, -inf, inf)
    pair = []
    for sign in (1.0, -1.0):
        for column, by in question["of"]:
            model.changeColCost(column, sign * by)
        model.run()
        optimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        pair.append(sign * model.getObjectiveValue() if optimal else None)
    for column, _ in question["of"]:
        model.changeColCost(column, 0.0)
    for row in question["without"]:
        model.changeRowBounds(row, lower[row], upper[row])
    answers.append(pair)
seconds = time.perf_counter() - began

memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
json.dump({"seconds": seconds, "answers": answers, "memory": memory}, sys.stdout)
