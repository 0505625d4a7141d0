"""How `deno task lab` sets JupyterLab up; options on the command line go before."""

import os
import shutil
import sys
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir

c = get_config()  # noqa: F821

c.MultiKernelManager.default_kernel_name = "deno"
c.KernelSpecManager.allowed_kernelspecs = {"deno"}

here = Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent / "kernel")]
c.MappingKernelManager.kernel_manager_class = "private_lab_kernel.PrivateLabKernelManager"

# Jupyter refuses to run as root, which containers do, unless told.
c.ServerApp.allow_root = hasattr(os, "geteuid") and os.geteuid() == 0
# Ctrl-C is meant.
c.ServerApp.answer_yes = True
# The address is not to drown in what is logged.
c.Application.log_level = "WARN"

# Nothing is fetched or started that the user did not ask for.
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
c.LabApp.extension_manager = "readonly"
c.LanguageServerManager.autodetect = False

# The page of a workbench comes in one message, at once.
c.ZMQChannelsWebsocketConnection.iopub_data_rate_limit = 100_000_000

# JupyterLab looks for styles in its own folder alone, which is in .cache/.
custom = Path(jupyter_config_dir()) / "custom"
custom.mkdir(parents=True, exist_ok=True)
shutil.copyfile(Path(__file__).with_name("custom.css"), custom / "custom.css")
c.LabApp.custom_css = True
