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
import { copyNotebooks } from "./jupyter/lab/copies.ts";
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

PATH comes first, and its notebooks are edited where they lie. Without it the
folder is lab/ in Tallystick's own, with copies of its notebooks: run and change
them as you like, and put notebooks of your own beside them; what you have edited
is never copied over. Where Tallystick has no notebooks, it is the folder that you
are in. Options go to JupyterLab:

  --no-browser   print the address, and open nothing
  --port N       another port than 8888
  --help         this text

Exit status: that of JupyterLab, 1 where it cannot be started, 2 where PATH is
wrong.

Example: tallystick lab my-claims --no-browser`;

/** How long JupyterLab may take to end, in milliseconds. */
const LONGEST_END = 10_000;

/** Options of JupyterLab that name a folder of their own. */
const NAMES_FOLDER = /^--(?:notebook-dir|ServerApp\.root_dir)\b/;

/** Where copies of the clone's notebooks lie, after telling what that means. */
async function copies(): Promise<string> {
  // As deep as notebooks/, so that what they import and read is found.
  const folder = join(ROOT, "lab");
  const { behind } = await copyNotebooks(join(ROOT, "notebooks"), folder);
  console.error(
    `Copies of the notebooks lie in ${folder}: what is run or changed there ` +
      "leaves the project's own as they are, which `deno task lab notebooks` opens.",
  );
  for (const name of behind) {
    console.error(
      `${name} has changed in the project, and in your copy, which is kept; ` +
        "rename or remove it to have the new one.",
    );
  }
  return folder;
}

/** What JupyterLab is to open. */
async function placeOf(
  path: string | undefined,
  options: readonly string[],
): Promise<string[]> {
  if (path === undefined) {
    if (options.some((option) => NAMES_FOLDER.test(option))) return [];
    return [`--ServerApp.root_dir=${isClone() ? await copies() : Deno.cwd()}`];
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
  const options = named ? args.slice(1) : args;
  const place = await placeOf(named ? args[0] : undefined, options);
  const signal = interruption();
  await readyJupyter(signal);
  const folder = workshop();
  const lab = new Deno.Command(venvPython(folder), {
    args: [
      ...ISOLATED,
      join(ROOT, "lib", "cli", "jupyter", "lab", "start.py"),
      ...place,
      ...options,
    ],
    // What else it is told is in the folder: an option given twice is an error.
    env: {
      ...jupyterEnv(folder),
      JUPYTER_CONFIG_PATH: join(ROOT, "lib", "cli", "jupyter", "lab"),
    },
  }).spawn();
  let ended = false;
  let late: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => {
    // JupyterLab ends its kernels, and then itself.
    if (ended) return;
    lab.kill("SIGTERM");
    // Where it waits in vain for a kernel that was restarted; its kernels end
    // with it.
    late = setTimeout(() => lab.kill("SIGKILL"), LONGEST_END);
  });
  const { code } = await lab.status;
  ended = true;
  clearTimeout(late);
  return code;
}

/** The verb `lab`. */
export const lab: Verb = { help: HELP, run };
