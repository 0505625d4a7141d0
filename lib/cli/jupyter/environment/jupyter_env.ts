import { join } from "node:path";

/** Keeps Jupyter inside the project: nothing of the user's is read or written. */
export function jupyterEnv(root: string): Record<string, string> {
  const own = join(root, ".cache", "jupyter");
  return {
    JUPYTER_CONFIG_DIR: join(own, "config"),
    JUPYTER_DATA_DIR: join(own, "data"),
    JUPYTER_RUNTIME_DIR: join(own, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(own, "lab", "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(own, "lab", "workspaces"),
    JUPYTER_PATH: "",
    JUPYTER_CONFIG_PATH: "",
    JUPYTER_PLATFORM_DIRS: "1",
    JUPYTER_PREFER_ENV_PATH: "1",
    IPYTHONDIR: join(own, "ipython"),
    // A kernel that reconciles often collects soon what it has left behind.
    DENO_V8_FLAGS: "--max-semi-space-size=2",
    // For the Pythons that Jupyter starts in turn; an empty one is none.
    PYTHONPATH: "",
    PYTHONHOME: "",
    PYTHONSTARTUP: "",
    PYTHONWARNINGS: "",
    PYTHONNOUSERSITE: "1",
    PYTHONUTF8: "1",
    PYTHONSAFEPATH: "1",
  };
}
