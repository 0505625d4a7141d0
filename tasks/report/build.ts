import { basename, join } from "node:path";
import { removeIfThere } from "../environment/exists.ts";
import { Interrupted, TaskFailure } from "../environment/failure.ts";
import { withLock } from "../environment/lock.ts";
import { Progress } from "../environment/progress.ts";
import { executeNotebook } from "../notebook/execute.ts";
import { listNotebooks } from "../notebook/list.ts";
import { footerOf, readDataPackage } from "./data_package.ts";
import { fingerprint } from "./fingerprint.ts";
import { indexPage } from "./index_page.ts";
import { notebookPage } from "./notebook_page.ts";
import { makeWorkFolder, publish, recover } from "./publish.ts";
import { renderNotebooks } from "./render.ts";
import { isMadeFrom, writeStamp } from "./stamp.ts";
import style from "./style.css" with { type: "text" };
import highlighting from "./highlighting.css" with { type: "text" };

/** How to build a report. */
export interface BuildOptions {
  /** The folder that holds `notebooks/`, `data/` and the rest. */
  readonly project: string;
  /** The report's folder; `report/` in the project by default. */
  readonly out?: string;
  /** Where to work; `.cache/` in the project by default, and on the same disk as `out`. */
  readonly work?: string;
  /** Run all, even where nothing has changed. */
  readonly force?: boolean;
  /** Seconds that one cell may take. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** Whether the report was built, or was up to date. */
export type BuildResult = "built" | "unchanged";

/** The file name of a notebook's page. */
function pageName(notebook: string): string {
  return basename(notebook, ".ipynb") + ".html";
}

async function executeAll(
  options: BuildOptions,
  notebooks: readonly string[],
  folder: string,
  progress: Progress,
): Promise<string[]> {
  const executed: string[] = [];
  for (const [index, notebook] of notebooks.entries()) {
    const name = basename(notebook, ".ipynb");
    const place = `[${index + 1}/${notebooks.length}] ${name}`;
    const out = join(folder, basename(notebook));
    const started = performance.now();
    progress.start(`${place}: starting the kernel`);
    await executeNotebook({
      notebook,
      out,
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onCell: (cell, of) => progress.start(`${place}: cell ${cell} of ${of}`),
    });
    progress.done(place, performance.now() - started);
    executed.push(out);
  }
  return executed;
}

async function makePages(
  project: string,
  executed: string[],
): Promise<Map<string, string>> {
  const data = await readDataPackage(join(project, "data"));
  const footer = footerOf(data);
  const css = style + highlighting;
  const notebooks = (await renderNotebooks(executed)).map((
    rendered,
    index,
  ) => ({
    ...rendered,
    title: rendered.title || basename(executed[index]!, ".ipynb"),
    href: pageName(executed[index]!),
  }));
  const pages = new Map([[
    "index.html",
    indexPage(data, notebooks, footer, css),
  ]]);
  const contents = { href: "index.html", title: "Contents" };
  for (const [index, notebook] of notebooks.entries()) {
    const around = {
      previous: notebooks[index - 1] ?? contents,
      next: notebooks[index + 1],
    };
    pages.set(notebook.href, notebookPage(notebook, around, footer, css));
  }
  return pages;
}

async function build(
  options: Required<Pick<BuildOptions, "out" | "work">> & BuildOptions,
) {
  const { project, out, work } = options;
  await recover(work, out);
  const inputs = await fingerprint(project);
  if (!options.force && await isMadeFrom(out, inputs)) return "unchanged";
  const notebooks = await listNotebooks(join(project, "notebooks"));
  if (notebooks.length === 0) {
    throw new TaskFailure(`No notebooks in ${join(project, "notebooks")}.`);
  }
  const folder = await makeWorkFolder(work);
  const progress = new Progress();
  try {
    const executed = await executeAll(options, notebooks, folder, progress);
    progress.start("Writing the pages");
    const pages = await makePages(project, executed);
    const aside = join(folder, "pages");
    await Deno.mkdir(aside);
    for (const [name, html] of pages) {
      await Deno.writeTextFile(join(aside, name), html);
    }
    await writeStamp(aside, inputs, pages);
    if (options.signal?.aborted) throw new Interrupted("Stopped.");
    await publish(aside, out, folder);
    return "built";
  } finally {
    progress.drop();
    await removeIfThere(folder);
  }
}

/**
 * Runs every notebook of a project and writes its report, unless nothing has
 * changed. When anything fails, the earlier report stays as it was.
 */
export async function buildReport(options: BuildOptions): Promise<BuildResult> {
  const out = options.out ?? join(options.project, "report");
  const work = options.work ?? join(options.project, ".cache");
  return await withLock(
    join(work, "report.lock"),
    () => console.error("Another report is being made here; waiting for it."),
    () => build({ ...options, out, work }),
  );
}
