"""The manager of a kernel in JupyterLab: see lib/cli/jupyter/kernel/private_kernel.py."""

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from private_kernel import Private


class PrivateLabKernelManager(Private, ServerKernelManager):
    """A kernel whose sockets only this user can reach."""
