"""Validates data packages, as `frictionless validate datapackage.json --json` does
in each folder, but loads Frictionless once: validate_packages.py FOLDER…

Prints one JSON list of reports.
"""

import json
import os
import sys

# As in execute.py: no schema of a data package asks for such addresses.
sys.modules["rfc3987_syntax"] = None

from frictionless import Resource  # noqa: E402


def report(folder: str) -> dict:
    """The report on the package in a folder."""
    os.chdir(folder)
    return json.loads(Resource(source="datapackage.json").validate().to_json())


print(json.dumps([report(folder) for folder in sys.argv[1:]]))
