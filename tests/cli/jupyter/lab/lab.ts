import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { exists } from "../../../../lib/cli/jupyter/environment/exists.ts";
import {
  ROOT,
  venvPython,
} from "../../../../lib/cli/jupyter/environment/paths.ts";
import { TextLineStream } from "../../../../lib/cli/jupyter/environment/text_lines.ts";

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/lab\?token=\w+/;

/** A port that nobody uses now. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Starts `deno task lab` on a folder, and ends it as Ctrl-C does. */
export async function withLab(
  folder: string,
  use: (address: URL) => Promise<void>,
): Promise<void> {
  // What JupyterLab remembers of its user.
  const own = await Deno.makeTempDir();
  const settings = join(own, "@jupyterlab", "notebook-extension");
  await Deno.mkdir(settings, { recursive: true });
  await Deno.writeTextFile(
    join(settings, "tracker.jupyterlab-settings"),
    // Every cell is to be found in the page, also what is out of sight.
    JSON.stringify({ windowingMode: "none" }),
  );
  const lab = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--allow-read"],
      // As the task of that name: it makes no environment.
      `--allow-run=${venvPython(ROOT)}`,
      ...[join(ROOT, "lib", "cli.ts"), "lab", "--no-browser"],
      ...[`--notebook-dir=${folder}`, `--port=${freePort()}`],
      `--LabApp.workspaces_dir=${own}`,
      `--LabApp.user_settings_dir=${own}`,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const said: string[] = [];
  const address = Promise.withResolvers<URL>();
  const reading = (async () => {
    const lines = lab.stderr.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream());
    for await (const line of lines) {
      said.push(line);
      const found = ADDRESS.exec(line);
      if (found) address.resolve(new URL(found[0]));
    }
    address.reject(new Error(`JupyterLab ended:\n${said.join("\n")}`));
  })();
  try {
    await use(await address.promise);
  } finally {
    if (await exists(own)) await Deno.remove(own, { recursive: true });
    try {
      lab.kill("SIGINT");
    } catch {
      // It has ended already.
    }
    await lab.status;
    await reading;
    address.promise.catch(() => {});
  }
}

/** A cell of a notebook, as far as the tests look at it. */
export interface Cell {
  cell_type: string;
  id: string;
  source: string[];
  metadata: object;
  outputs: { data?: Record<string, unknown> }[];
  execution_count: number | null;
}

/** A code cell that has not been run. */
export function codeCell(id: string, source: string): Cell {
  return {
    cell_type: "code",
    id,
    source: [source],
    metadata: {},
    outputs: [],
    execution_count: null,
  };
}

/** Waits until the page listens to a kernel; before that it asks for one. */
export async function whenConnected(address: URL): Promise<void> {
  for (let patience = 600; patience > 0; patience -= 1) {
    const url = `${address.origin}/api/kernels${address.search}`;
    // A server that is busy may have no answer yet.
    const found = await (await fetch(url)).json();
    const kernel = Array.isArray(found) ? found[0] : undefined;
    if (kernel?.connections > 0 && kernel.execution_state === "idle") return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail("JupyterLab did not connect to a kernel");
}

/** Opens a notebook of the folder, and waits for its kernel. */
export async function openNotebook(
  page: Page,
  address: URL,
  name: string,
): Promise<void> {
  await page.goto(
    `${address.origin}/lab/tree/${name}${address.search}`,
  );
  await whenConnected(address);
  await page.waitForSelector(
    '.jp-NotebookPanel-toolbar .jp-Notebook-ExecutionIndicator[data-status="idle"]',
  );
}

/** Runs a cell, and waits for its number. */
export async function runCell(
  page: Page,
  cell: number,
  number: number,
): Promise<void> {
  await page.locator(".jp-CodeCell .cm-content").nth(cell).click();
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(
    `document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")[${cell}]
      .textContent === "[${number}]:"`,
    undefined,
    { polling: 50 },
  );
}
