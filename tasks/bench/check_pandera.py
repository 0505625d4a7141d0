"""Checks a dataset with Polars and pandera: `check_pandera.py FOLDER`. Prints
{"seconds", "memory", "claims", "problems"}; `seconds` is from the files to the
verdict, `memory` the peak in kilobytes."""

import json
import resource
import sys
import time

import pandera.polars as pa
import polars as pl

folder = sys.argv[1]

NUMBER = r"^([0-9]+\.?[0-9]*|\.[0-9]+)$"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"


def one_of(words):
    return pa.Column(str, pa.Check.isin(words), nullable=True)


def matching(pattern):
    return pa.Column(str, pa.Check.str_matches(pattern), nullable=True)


def read(name):
    return pl.read_csv(f"{folder}/{name}.csv", infer_schema=False)


began = time.perf_counter()
claims, sources, measures = read("claims"), read("sources"), read("measures")
measure_ids = measures["measure"].to_list()
source_ids = sources["source_id"].to_list()
schemas = [
    (
        measures,
        pa.DataFrameSchema(
            {
                "measure": pa.Column(str, unique=True),
                "part_of": one_of(measure_ids),
                "split": one_of(["full", "part"]),
            }
        ),
    ),
    (
        sources,
        pa.DataFrameSchema(
            {"source_id": pa.Column(str, unique=True), "published": matching(DATE)}
        ),
    ),
    (
        claims,
        pa.DataFrameSchema(
            {
                "claim_id": pa.Column(str, unique=True),
                "measure": pa.Column(str, pa.Check.isin(measure_ids)),
                "kind": pa.Column(
                    str, pa.Check.isin(["total", "rate", "ratio", "share", "none"])
                ),
                "hedge": one_of(
                    ["exact", "bare", "about", "nearly", "over", "at_least", "up_to"]
                ),
                "status": one_of(["official", "attributed", "unverified", "contested"]),
                "source_id": one_of(source_ids),
                **{
                    name: matching(NUMBER)
                    for name in ["stated"]
                },
                **{
                    name: matching(DATE)
                    for name in ["start", "end", "as_of"]
                },
            }
        ),
    ),
]
problems = []
for frame, schema in schemas:
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        for case in error.failure_cases.iter_rows(named=True):
            problems.append(f"{case['index'] + 2} {case['column']}")
seconds = time.perf_counter() - began

print(
    json.dumps(
        {
            "seconds": seconds,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            "claims": claims.height,
            "problems": problems,
        }
    )
)
