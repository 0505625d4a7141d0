import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { buildReport } from "../../lib/cli/report/build.ts";
import { documentLibrary } from "../../tasks/library/document.ts";
import { executedNotebook } from "./executed.ts";

/** A page of the report. */
export interface ReportPage {
  readonly name: string;
  /** `file:` address. */
  readonly url: string;
  readonly html: string;
}

const FOLDER = join(ROOT, ".cache", "tests", "report");
let pages: Promise<ReportPage[]> | undefined;

async function build(): Promise<ReportPage[]> {
  const work = join(ROOT, ".cache", "tests");
  await Deno.mkdir(work, { recursive: true });
  // Made once for all tests, and again only when something has changed.
  const doc = join(work, "library.json");
  await Deno.writeTextFile(doc, await documentLibrary(ROOT, "--json"));
  await buildReport({
    project: ROOT,
    out: FOLDER,
    work,
    doc,
    // The notebooks' own tests have run them, or do when their turn comes.
    execute: async ({ notebook, out }) =>
      await Deno.copyFile((await executedNotebook(notebook)).out, out),
  });
  const found: ReportPage[] = [];
  for await (const { name } of Deno.readDir(FOLDER)) {
    if (!name.endsWith(".html")) continue;
    const path = join(FOLDER, name);
    found.push({
      name,
      url: pathToFileURL(path).href,
      html: await Deno.readTextFile(path),
    });
  }
  return found.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** The pages of the report on the shipped notebooks. */
export function realReport(): Promise<ReportPage[]> {
  return pages ??= build();
}
