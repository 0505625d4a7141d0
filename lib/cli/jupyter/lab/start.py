"""Starts JupyterLab, as `python -m jupyterlab` does, some seconds sooner."""

import sys

# See execute.py: no setting of JupyterLab's is such an address.
sys.modules["rfc3987_syntax"] = None

from jupyterlab.labapp import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
