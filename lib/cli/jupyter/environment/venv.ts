import { join } from "node:path";
import { startChild } from "./child.ts";
import { sha256 } from "./digest.ts";
import { exists, removeIfThere } from "./exists.ts";
import { Interrupted, TaskFailure } from "./failure.ts";
import { ISOLATED } from "./isolated.ts";
import { writeKernelspec } from "./kernelspec.ts";
import { writeLabExtension } from "./lab_extension.ts";
import { writeLabSettings } from "./lab_settings.ts";
import { withLock } from "./lock.ts";
import { ROOT, venvPython } from "./paths.ts";
import { duration, Progress } from "./progress.ts";
import { findPython, type Python } from "./python.ts";

const STAMP = "tallystick.json";

/** What the stamp in a finished environment says. */
interface Stamp {
  readonly requirements: string;
  readonly python: string;
}

async function readStamp(root: string): Promise<Partial<Stamp>> {
  try {
    return JSON.parse(await Deno.readTextFile(join(root, ".venv", STAMP)));
  } catch {
    return {};
  }
}

async function isReady(root: string, requirements: string): Promise<boolean> {
  return (await readStamp(root)).requirements === requirements &&
    await exists(venvPython(root));
}

// What pip's words mean for the user; the first that matches.
const PIP_ADVICE: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /No space left on device/i,
    "The disk is full: about 300 MB are needed.",
  ],
  [
    /CERTIFICATE_VERIFY_FAILED|SSLError/i,
    "A secure connection could not be made. Behind a company's proxy, name its " +
    "certificate in PIP_CERT.",
  ],
  [
    /read timed out|IncompleteRead|RemoteDisconnected|ConnectionReset/i,
    "The package index stopped answering half way. Wait a little or use another one " +
    "(PIP_INDEX_URL).",
  ],
  [
    /name resolution|new connection|getaddrinfo|timed? ?out|ProxyError|unreachable|refused/i,
    "The package index could not be reached. Connect to the network (HTTPS_PROXY " +
    "names a proxy, PIP_INDEX_URL a mirror).",
  ],
  [
    /THESE PACKAGES DO NOT MATCH THE HASHES/i,
    "What the package index holds is not what requirements.txt names by its hash: " +
    "it was changed on its way or by the mirror. Use another index (PIP_INDEX_URL).",
  ],
  [/./s, "pip could not install Jupyter."],
];

function lastLines(said: string): string {
  return said.trim().split("\n").slice(-6).join("\n");
}

function pipAdvice(said: string): string {
  const advice = PIP_ADVICE.find(([words]) => words.test(said))?.[1] ?? "";
  return `${advice} Then run this again; it starts afresh.\nThe last that pip said:\n${
    lastLines(said)
  }`;
}

/** What `set_up.py` tells, one object a line. */
type Told =
  | { event: "made" | "installed" }
  | { event: "failed"; step: "venv" | "pip" | "proof"; said: string };

function failure({ step, said }: Told & { event: "failed" }): TaskFailure {
  if (step === "pip") return new TaskFailure(pipAdvice(said));
  return new TaskFailure(
    step === "venv"
      ? "Python could not make .venv. On Debian and Ubuntu: sudo apt-get install python3-venv.\n" +
        said
      : "Jupyter was installed into .venv and does not run there. Then run this again; " +
        `it starts afresh.\nWhat Python said:\n${lastLines(said)}`,
  );
}

/**
 * A Python of the system makes the environment and runs what is in it. Deno
 * denies writing to every program that a task may run, so a task that may run
 * .venv's Python could not replace it.
 */
async function build(
  root: string,
  pins: string,
  python: Python,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [command, ...first] = python.call;
  progress.start(`Making .venv with Python ${python.version}`);
  await using child = startChild(command!, {
    args: [
      ...[...first, ...ISOLATED, "-u"],
      join(ROOT, "lib", "cli", "jupyter", "environment", "set_up.py"),
      ...[join(root, ".venv"), pins],
    ],
    signal,
  });
  let failed: Told & { event: "failed" } | undefined;
  let installed = false;
  for await (const line of child.lines) {
    const told: Told = JSON.parse(line);
    if (told.event === "failed") failed = told;
    else if (told.event === "made") {
      progress.done();
      progress.start("Installing Jupyter into .venv (once; a minute or two)");
    } else installed = true;
  }
  const { success } = await child.status;
  if (signal?.aborted) {
    throw new Interrupted("\nStopped. The next run starts afresh.");
  }
  if (failed) throw failure(failed);
  if (!success || !installed) {
    throw new TaskFailure(
      `Python could not set .venv up.\n${lastLines(await child.complaints)}`,
    );
  }
  progress.done("Installed Jupyter into .venv");
}

/**
 * Makes `.venv` with Jupyter and the Deno kernel, unless it is there and whole.
 * A stamp written last, when what was installed has been imported, tells a whole
 * one from a half-made one, and names the requirements it was made from.
 *
 * @param root The folder for `.venv` and `.cache`.
 * @param pins What is installed: a file of releases and their hashes.
 * @throws {TaskFailure} When it could not be made; the next call starts afresh.
 * @throws {Interrupted} When the signal comes; nothing is left running.
 */
export async function ensureEnvironment(
  root: string,
  signal?: AbortSignal,
  pins: string = join(root, "requirements.txt"),
): Promise<void> {
  const requirements = sha256(await Deno.readTextFile(pins));
  if (!await isReady(root, requirements)) {
    const asked = performance.now();
    await withLock(
      join(root, ".cache", "setup.lock"),
      () => console.error("Another task is setting up .venv; waiting for it."),
      async () => {
        if (await isReady(root, requirements)) {
          console.error(
            `.venv is ready, after ${duration(performance.now() - asked)}.`,
          );
          return;
        }
        // Before anything is removed: without a Python nothing could replace it.
        const python = await findPython();
        const venv = join(root, ".venv");
        if (await exists(venv)) {
          const { requirements: made } = await readStamp(root);
          console.error(
            made === undefined
              ? ".venv is half-made (an earlier set-up was cut short); making it again."
              : made !== requirements
              ? ".venv was made from other requirements; making it again."
              : ".venv has lost its Python; making it again.",
          );
          await removeIfThere(venv);
        }
        const progress = new Progress();
        try {
          await build(root, pins, python, progress, signal);
        } finally {
          progress.drop();
        }
        const stamp: Stamp = { requirements, python: python.version };
        await removeIfThere(join(venv, "tmp"));
        await Deno.writeTextFile(
          join(venv, STAMP),
          JSON.stringify(stamp) + "\n",
        );
      },
      signal,
    );
  }
  await writeKernelspec(root);
  await writeLabSettings(root);
  await writeLabExtension(root);
}
