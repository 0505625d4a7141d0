/**
 * `tallystick lab [PATH] [OPTION…]`: opens JupyterLab with the Deno kernel on a
 * folder of notebooks, or on a notebook.
 *
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { CallError } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { ISOLATED } from "./jupyter/environment/isolated.ts";
import { jupyterEnv } from "./jupyter/environment/jupyter_env.ts";
import {
  isClone,
  ROOT,
  venvPython,
  workshop,
} from "./jupyter/environment/paths.ts";
import { readyJupyter } from "./jupyter/environment/ready.ts";
import { interruption } from "./jupyter/environment/signals.ts";

const HELP =
  `Opens JupyterLab with the Deno kernel on a folder of notebooks, or on one
notebook. It listens on this machine alone, and nothing of your own Jupyter is
read or changed.

Usage: tallystick lab [PATH] [option of JupyterLab]…

PATH comes first; without it the folder is that of Tallystick's own notebooks,
or, where there are none, the one that you are in. Options go to JupyterLab:

  --no-browser   print the address, and open nothing
  --port N       another port than 8888
  --help         this text

Exit status: that of JupyterLab, 1 where it cannot be started, 2 where PATH is
wrong.

Example: tallystick lab my-claims --no-browser`;

/** What JupyterLab is to open. */
async function placeOf(path: string | undefined): Promise<string[]> {
  if (path === undefined) {
    // The clone's notebooks are named in jupyter_server_config.py.
    return isClone() ? [] : [`--ServerApp.root_dir=${Deno.cwd()}`];
  }
  const place = resolve(await datasetFolder(path));
  const info = await Deno.stat(place).catch(() => undefined);
  if (info?.isDirectory) return [`--ServerApp.root_dir=${place}`];
  if (info?.isFile && place.endsWith(".ipynb")) {
    return [`--ServerApp.root_dir=${dirname(place)}`, place];
  }
  throw new CallError(
    info
      ? `'${path}' is no notebook; name a folder, or a file .ipynb`
      : `There is no '${path}'; name a folder of notebooks, or a notebook`,
  );
}

async function run({ args }: Asked): Promise<number> {
  const named = args[0] !== undefined && !args[0].startsWith("-");
  const place = await placeOf(named ? args[0] : undefined);
  const signal = interruption();
  await readyJupyter(signal);
  const folder = workshop();
  const lab = new Deno.Command(venvPython(folder), {
    args: [
      ...[...ISOLATED, "-m", "jupyterlab", ...place],
      ...(named ? args.slice(1) : args),
    ],
    // What else it is told is in the folder: an option given twice is an error.
    env: {
      ...jupyterEnv(folder),
      JUPYTER_CONFIG_PATH: join(ROOT, "lib", "cli", "jupyter", "lab"),
    },
  }).spawn();
  let ended = false;
  signal.addEventListener("abort", () => {
    // JupyterLab ends its kernels, and then itself.
    if (!ended) lab.kill("SIGTERM");
  });
  const { code } = await lab.status;
  ended = true;
  return code;
}

/** The verb `lab`. */
export const lab: Verb = { help: HELP, run };
