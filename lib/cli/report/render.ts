import { basename, join } from "node:path";
import { TaskFailure } from "../jupyter/environment/failure.ts";
import { ISOLATED } from "../jupyter/environment/isolated.ts";
import { jupyterEnv } from "../jupyter/environment/jupyter_env.ts";
import { ROOT, venvPython, workshop } from "../jupyter/environment/paths.ts";
import type { RenderedNotebook } from "../../site/rendered_notebook.ts";

/** Turns executed notebooks into the bodies of pages, with nbconvert. */
export async function renderNotebooks(
  paths: readonly string[],
): Promise<RenderedNotebook[]> {
  if (paths.length === 0) return [];
  const folder = join(ROOT, "lib", "cli", "report");
  const { success, stdout, stderr } = await new Deno.Command(
    venvPython(workshop()),
    {
      args: [
        ...ISOLATED,
        join(folder, "render.py"),
        join(folder, "template"),
        ...paths,
      ],
      env: jupyterEnv(workshop()),
      stdin: "null",
    },
  ).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new TaskFailure(`nbconvert failed:\n${decoder.decode(stderr)}`);
  }
  const rendered: Omit<RenderedNotebook, "file">[] = JSON.parse(
    decoder.decode(stdout),
  );
  return rendered.map((notebook, i) => ({
    file: basename(paths[i]!),
    ...notebook,
  }));
}
