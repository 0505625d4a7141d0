/**
 * `deno task notebooks [--timeout SECONDS] [NAME…]`: formats the notebooks,
 * runs them again and writes their outputs into them, each only when all its
 * cells succeeded.
 *
 * @module
 */
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { removeIfThere } from "../lib/cli/jupyter/environment/exists.ts";
import {
  Interrupted,
  runTask,
  TaskFailure,
} from "../lib/cli/jupyter/environment/failure.ts";
import { withLock } from "../lib/cli/jupyter/environment/lock.ts";
import { inputFiles } from "../lib/cli/jupyter/environment/input_files.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { Progress } from "../lib/cli/jupyter/environment/progress.ts";
import { readSeconds } from "../lib/cli/jupyter/environment/seconds.ts";
import { interruption } from "../lib/cli/jupyter/environment/signals.ts";
import {
  InputsChanged,
  whileStill,
} from "../lib/cli/jupyter/environment/while_still.ts";
import { executeNotebook } from "../lib/cli/jupyter/notebook/execute.ts";
import { formatNotebook } from "../lib/cli/jupyter/notebook/format.ts";
import { listNotebooks } from "../lib/cli/jupyter/notebook/list.ts";

const HELP =
  `Formats the notebooks, runs them and writes their outputs into them.

Usage: deno task notebooks [--timeout SECONDS] [NAME…]

  NAME               a notebook whose file name contains this; all by default
  --timeout SECONDS  how long one cell may take (300)
  --help             this text`;

const FOLDER = join(ROOT, "notebooks");

/** What notebooks read, besides themselves. */
async function* files() {
  for (const name of ["data", "lib", "links", "deno.json", "deno.lock"]) {
    yield* inputFiles(ROOT, name);
  }
}

async function choose(names: readonly string[]): Promise<string[]> {
  const all = await listNotebooks(FOLDER);
  for (const name of names) {
    if (!all.some((path) => basename(path).includes(name))) {
      throw new TaskFailure(`No notebook's name contains "${name}".`);
    }
  }
  if (names.length === 0) return all;
  return all.filter((path) =>
    names.some((name) => basename(path).includes(name))
  );
}

const PREFIX = "notebooks-";

/** Removes what a run left behind that was killed. Hold the lock. */
async function clearLeft(): Promise<void> {
  const cache = join(ROOT, ".cache");
  for await (const { name, isDirectory } of Deno.readDir(cache)) {
    if (isDirectory && name.startsWith(PREFIX)) {
      await removeIfThere(join(cache, name));
    }
  }
}

async function runInPlace(
  path: string,
  timeout: number,
  signal: AbortSignal,
  check: () => Promise<void>,
): Promise<void> {
  const work = await Deno.makeTempDir({
    dir: join(ROOT, ".cache"),
    prefix: PREFIX,
  });
  const name = basename(path);
  const progress = new Progress();
  const started = performance.now();
  try {
    // Work on a copy: the notebook itself is whole at every moment.
    const copy = join(work, name);
    const out = join(work, `executed-${name}`);
    progress.start(`${name}: formatting`);
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(copy, await formatNotebook(text));
    progress.start(`${name}: starting the kernel`);
    await executeNotebook({
      notebook: copy,
      out,
      folder: FOLDER,
      timeout,
      signal,
      onCell: (cell, of) => progress.start(`${name}: cell ${cell} of ${of}`),
    });
    await check();
    // What somebody has written into it meanwhile is not lost.
    if (await Deno.readTextFile(path) !== text) throw new InputsChanged([name]);
    await Deno.rename(out, path);
    progress.done(name, performance.now() - started);
  } finally {
    progress.drop();
    await removeIfThere(work);
  }
}

await runTask(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      timeout: { type: "string", default: "300" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const timeout = readSeconds(values.timeout);
  const signal = interruption();
  try {
    await withLock(
      join(ROOT, ".cache", "notebooks.lock"),
      () =>
        console.error(
          "The notebooks are being run by another task; waiting for it.",
        ),
      async () => {
        await clearLeft();
        await whileStill({
          files,
          doing: "the notebooks ran",
          again: "all are run again",
          work: async (check) => {
            for (const path of await choose(positionals)) {
              await runInPlace(path, timeout, signal, check);
            }
          },
        });
      },
      signal,
    );
  } catch (error) {
    if (error instanceof Interrupted) {
      throw new Interrupted(
        "\nStopped. The notebook that was running is as it was.",
      );
    }
    throw error;
  }
});
