"""Checks a dataset with frictionless: `check_frictionless.py FOLDER`. Prints
{"seconds", "memory", "claims", "problems"}; `seconds` is from the descriptor to
the report, `memory` the peak in kilobytes."""

import csv
import json
import resource
import sys
import time

from frictionless import Package

folder = sys.argv[1]

NUMBER = r"^([0-9]+\.?[0-9]*|\.[0-9]+)$"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"
RULES = {
    "kind": {"required": True, "enum": ["total", "rate", "ratio", "share", "none"]},
    "status": {"enum": ["official", "attributed", "unverified", "contested"]},
    "split": {"enum": ["full", "part"]},
    "hedge": {
        "enum": ["exact", "bare", "about", "nearly", "over", "at_least", "up_to"]
    },
    **{name: {"pattern": NUMBER} for name in ["stated", "stated_high", "rounding", "weight"]},
    **{
        name: {"pattern": DATE}
        for name in ["start", "end", "as_of", "of_start", "of_end", "published"]
    },
}


def key(field, resource, target):
    return {"fields": [field], "reference": {"resource": resource, "fields": [target]}}


def table(name, keys):
    with open(f"{folder}/{name}.csv", newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    id = header[0]
    fields = [
        {
            "name": column,
            "type": "string",
            "constraints": {"required": True} if column in {id, "measure"} else RULES.get(column, {}),
        }
        for column in header
    ]
    schema = {"fields": fields, "primaryKey": [id], "foreignKeys": keys}
    return {"name": name, "path": f"{name}.csv", "schema": schema}


began = time.perf_counter()
package = Package.from_descriptor(
    {
        "name": "bench",
        "resources": [
            table(
                "claims",
                [
                    key("measure", "measures", "measure"),
                    key("source_id", "sources", "source_id"),
                ],
            ),
            table("sources", []),
            table("measures", [key("part_of", "", "measure")]),
        ],
    },
    basepath=folder,
)
report = package.validate()
seconds = time.perf_counter() - began

print(
    json.dumps(
        {
            "seconds": seconds,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            "claims": report.tasks[0].stats["rows"],
            "problems": [
                f"{getattr(error, 'row_number', 0)} {error.type}"
                for task in report.tasks
                for error in task.errors
            ],
        }
    )
)
