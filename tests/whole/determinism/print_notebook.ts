// Runs the template notebook on the kernel, turns it into a page's body, and
// prints both: run under several time zones and languages by the test beside it.
import { join } from "node:path";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { executeNotebook } from "../../../lib/cli/jupyter/notebook/execute.ts";
import { TEMPLATE } from "../../../lib/site/make_pages.ts";
import { renderNotebooks } from "../../../lib/cli/report/render.ts";
import { withFolder } from "../files/folder.ts";

await withFolder(async (folder) => {
  const out = join(folder, "ışık.ipynb");
  await executeNotebook({
    notebook: join(ROOT, "notebooks", TEMPLATE),
    out,
    env: { TALLYSTICK_DATA: Deno.args[0]! },
  });
  console.log(await Deno.readTextFile(out));
  console.log(JSON.stringify(await renderNotebooks([out])));
});
