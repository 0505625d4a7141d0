/**
 * `deno task cells [NOTEBOOK…]`: checks the notebooks' cells as everything
 * else is checked: format, lint and types. The kernel itself checks no types.
 *
 * @module
 */
import { basename, join, relative, resolve } from "node:path";
import { removeIfThere } from "../lib/cli/jupyter/environment/exists.ts";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import {
  type CellsModule,
  extractCells,
  locate,
} from "../lib/cli/jupyter/notebook/cells.ts";
import { formatNotebook } from "../lib/cli/jupyter/notebook/format.ts";
import { listNotebooks } from "../lib/cli/jupyter/notebook/list.ts";

interface Extracted {
  /** As a reader knows it: `notebooks/01-the-claims.ipynb`. */
  readonly notebook: string;
  readonly file: string;
  readonly module: CellsModule;
}

// One level below the project, like notebooks/, so that `../lib/mod.ts` resolves.
const FOLDER = join(ROOT, ".cache");

async function deno(
  args: string[],
  extracted: readonly Extracted[],
): Promise<boolean> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return true;
  const decoder = new TextDecoder();
  let said = decoder.decode(stdout) + decoder.decode(stderr);
  for (const { file, notebook, module } of extracted) {
    said = locate(said, file, notebook, module);
  }
  console.error(said.trim());
  return false;
}

await runTask(async () => {
  await Deno.mkdir(FOLDER, { recursive: true });
  const paths = Deno.args.length > 0
    ? Deno.args.map((path) => resolve(path))
    : await listNotebooks(join(ROOT, "notebooks"));
  const extracted: Extracted[] = [];
  let good = true;
  try {
    for (const path of paths) {
      const notebook = relative(ROOT, path);
      const text = await Deno.readTextFile(path);
      if (await formatNotebook(text) !== text) {
        console.error(
          `${notebook} is not formatted; \`deno task notebooks\` does that.`,
        );
        good = false;
      }
      const file = join(FOLDER, `cells-${basename(path, ".ipynb")}.ts`);
      const module = extractCells(text);
      await Deno.writeTextFile(file, module.code);
      extracted.push({ notebook, file, module });
    }
    if (extracted.length > 0) {
      const files = extracted.map(({ file }) => file);
      good = await deno(["lint", "--quiet", ...files], extracted) && good;
      good = await deno(["check", "--quiet", ...files], extracted) && good;
    }
  } finally {
    for (const { file } of extracted) await removeIfThere(file);
  }
  if (good) console.log(`Checked the cells of ${extracted.length} notebooks`);
  return good ? 0 : 1;
});
