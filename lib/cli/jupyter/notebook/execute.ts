import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { startChild } from "../environment/child.ts";
import { Interrupted, TaskFailure } from "../environment/failure.ts";
import { explainWords } from "../environment/fault.ts";
import { ISOLATED } from "../environment/isolated.ts";
import { jupyterEnv } from "../environment/jupyter_env.ts";
import { ROOT, venvPython, workshop } from "../environment/paths.ts";

/** A notebook failed: which, in which cell, and why. */
export class NotebookFailure extends TaskFailure {
  override name = "NotebookFailure";
  /** The file's name. */
  readonly notebook: string;
  /** The number in the cell's brackets: code cells from 1; 0 before the first. */
  readonly cell: number;
  /** What the kernel said, in one line. */
  readonly reason: string;

  constructor(notebook: string, cell: number, reason: string, details: string) {
    const place = cell === 0 ? "before its first cell" : `in cell [${cell}]`;
    super(`${notebook} failed ${place}: ${reason}${details && `\n${details}`}`);
    this.notebook = notebook;
    this.cell = cell;
    this.reason = reason;
  }
}

/** What `execute.py` tells, one object a line. */
type Told =
  | { event: "cell"; cell: number; of: number }
  | { event: "done"; cells: number; seconds: number }
  | { event: "log"; text: string }
  | {
    event: "failed";
    kind: "error" | "unexplained" | "late" | "timeout" | "died" | "kernel";
    cell: number;
    of: number;
    message: string;
    traceback?: string;
  };

/** How to run a notebook. */
export interface ExecuteOptions {
  /** The notebook to run. */
  readonly notebook: string;
  /** Where to write it with its outputs, once all cells succeeded. */
  readonly out: string;
  /** The kernel's working directory; the notebook's own folder by default. */
  readonly folder?: string;
  /** Seconds that one cell may take; 300 by default. */
  readonly timeout?: number;
  /** Variables of the environment that the notebook sees besides the usual. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called when a cell begins. */
  readonly onCell?: (cell: number, of: number) => void;
  /** Ends the kernel and rejects with {@linkcode Interrupted}. */
  readonly signal?: AbortSignal;
}

const ADVICE: Partial<Record<string, string>> = {
  late:
    "Nothing awaits this, so the kernel alone would have passed over it in silence. " +
    "It was set off by this cell or one before it; `await` it there.",
  timeout:
    "Give cells longer with --timeout SECONDS, or look for an `await` that never ends.",
  died: "It may have run out of memory or called Deno.exit().",
  kernel:
    "The kernel did not start or stopped answering. Run it again; if it stays so, remove .venv.",
};

/** Errors are shown in the terminal: keep colours there only if it has any. */
function plain(text: string): string {
  return stripVTControlCharacters(text).trim();
}

function indent(text: string): string {
  return text && text.split("\n").map((line) => `    ${line}`).join("\n");
}

function failure(
  name: string,
  told: Told & { event: "failed" },
  log: string,
): NotebookFailure {
  const reason = plain(told.message);
  const traceback = plain(told.traceback ?? "");
  const details = [
    // A traceback that only repeats the reason says nothing new.
    traceback === reason ? "" : indent(traceback),
    ADVICE[told.kind] ?? "",
    told.kind === "died" || told.kind === "kernel" ||
      told.kind === "unexplained"
      ? indent(kernelWords(log))
      : "",
  ];
  return new NotebookFailure(
    name,
    told.cell,
    reason,
    details.filter(Boolean).join("\n"),
  );
}

/** The kernel's own last words, without its standing remark. */
function kernelWords(log: string): string {
  return plain(log).split("\n")
    .filter((line) =>
      !line.includes('"deno jupyter" is unstable') &&
      !line.startsWith("Download ")
    )
    .slice(-8).join("\n");
}

/**
 * Runs one notebook on the Deno kernel, and writes it with its outputs.
 *
 * @throws {NotebookFailure} when a cell fails; nothing is written then.
 */
export async function executeNotebook(options: ExecuteOptions): Promise<void> {
  const { notebook, out, timeout = 300, signal } = options;
  const name = basename(notebook);
  if (signal?.aborted) throw new Interrupted("Stopped.");
  let failed: Told & { event: "failed" } | undefined;
  let done = false;
  let log = "";
  const child = startChild(venvPython(workshop()), {
    args: [
      ...[...ISOLATED, "-u"],
      join(ROOT, "lib", "cli", "jupyter", "notebook", "execute.py"),
      notebook,
      out,
      ...["--folder", options.folder ?? dirname(notebook)],
      ...["--timeout", String(timeout)],
      // Of the caller's own variables none that changes a page gets there.
      ...Object.keys(options.env ?? {}).flatMap((name) => ["--keep", name]),
    ],
    env: { ...jupyterEnv(workshop()), ...options.env },
    signal,
  });
  {
    await using telling = child;
    for await (const line of telling.lines) {
      if (!line.startsWith("{")) continue;
      const told: Told = JSON.parse(line);
      if (told.event === "cell") options.onCell?.(told.cell, told.of);
      else if (told.event === "failed") failed = told;
      else if (told.event === "log") log = told.text;
      else done = true;
    }
  }
  const { success } = await child.status;
  const said = await child.complaints;
  if (signal?.aborted) throw new Interrupted("Stopped.");
  if (failed) throw failure(name, failed, log);
  if (!success || !done) {
    const advice = explainWords(said);
    if (advice) throw new TaskFailure(`${name} could not be run. ${advice}`);
    throw new NotebookFailure(
      name,
      0,
      "Jupyter could not run it",
      indent(plain(said)),
    );
  }
}
