import { join } from "node:path";
import { sha256 } from "./digest.ts";
import { exists, removeIfThere } from "./exists.ts";
import { TaskFailure } from "./failure.ts";
import { writeKernelspec } from "./kernelspec.ts";
import { writeLabSettings } from "./lab_settings.ts";
import { withLock } from "./lock.ts";
import { venvPython } from "./paths.ts";
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
    /name resolution|new connection|getaddrinfo|timed? ?out|ProxyError|unreachable|refused/i,
    "The package index could not be reached. Connect to the network (HTTPS_PROXY " +
    "names a proxy, PIP_INDEX_URL a mirror).",
  ],
  [/./s, "pip could not install Jupyter."],
];

function pipAdvice(said: string): string {
  const advice = PIP_ADVICE.find(([words]) => words.test(said))?.[1] ?? "";
  const tail = said.trim().split("\n").slice(-6).join("\n");
  return `${advice} Then run this again; it starts afresh.\nThe last that pip said:\n${tail}`;
}

/**
 * Runs what follows as a program. Deno denies writing to every program that a
 * task may run, so a task that may run .venv's Python could not replace it.
 */
const LAUNCH = "import subprocess, sys; " +
  "sys.exit(subprocess.run(sys.argv[1:]).returncode)";

async function build(
  root: string,
  python: Python,
  progress: Progress,
): Promise<void> {
  const venv = join(root, ".venv");
  const decoder = new TextDecoder();
  progress.start(`Making .venv with Python ${python.version}`);
  const [command, ...first] = python.call;
  const made = await new Deno.Command(command!, {
    args: [...first, "-m", "venv", venv],
    stdin: "null",
  }).output();
  if (!made.success) {
    throw new TaskFailure(
      "Python could not make .venv. On Debian and Ubuntu: sudo apt-get install python3-venv.\n" +
        decoder.decode(made.stdout) + decoder.decode(made.stderr),
    );
  }
  progress.done();
  progress.start("Installing Jupyter into .venv (once; a minute or two)");
  const installed = await new Deno.Command(command!, {
    args: [
      ...[...first, "-c", LAUNCH, venvPython(root)],
      ...[
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--require-virtualenv",
      ],
      ...["--disable-pip-version-check", "--progress-bar", "off"],
      ...["--requirement", join(root, "requirements.txt")],
    ],
    env: { PIP_USER: "0", PYTHONNOUSERSITE: "1" },
    stdin: "null",
  }).output();
  if (!installed.success) {
    throw new TaskFailure(
      pipAdvice(
        decoder.decode(installed.stdout) + decoder.decode(installed.stderr),
      ),
    );
  }
  progress.done("Installed Jupyter into .venv");
}

/**
 * Makes `.venv` with Jupyter and the Deno kernel, unless it is there and whole.
 * A stamp written last tells a whole one from a half-made one, and names the
 * requirements it was made from.
 */
export async function ensureEnvironment(root: string): Promise<void> {
  const requirements = sha256(
    await Deno.readTextFile(join(root, "requirements.txt")),
  );
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
          await build(root, python, progress);
        } finally {
          progress.drop();
        }
        const stamp: Stamp = { requirements, python: python.version };
        await Deno.writeTextFile(
          join(venv, STAMP),
          JSON.stringify(stamp) + "\n",
        );
      },
    );
  }
  await writeKernelspec(root);
  await writeLabSettings(root);
}
