import { join } from "node:path";
import { TaskFailure } from "../jupyter/environment/failure.ts";
import { ISOLATED } from "../jupyter/environment/isolated.ts";
import { jupyterEnv } from "../jupyter/environment/jupyter_env.ts";
import { ROOT, venvPython, workshop } from "../jupyter/environment/paths.ts";

/** What nbconvert made of one notebook. */
export interface RenderedNotebook {
  /** The first heading; plain text. */
  readonly title: string;
  /** The first paragraph, which asks what the notebook answers; plain text. */
  readonly question: string;
  /** The headings of the second level. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  /** HTML. */
  readonly body: string;
}

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
  return JSON.parse(decoder.decode(stdout));
}
