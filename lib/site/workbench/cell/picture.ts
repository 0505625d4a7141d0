import { Buffer } from "node:buffer";
import { claimsTimeline } from "../../../chart/claims_timeline.ts";
import type { Dataset } from "../../../dataset/load.ts";
import type { Selection } from "../../../dataset/selection.ts";
import { reconcile } from "../../../notebook/reconcile.ts";
import type { ReconcileOptions } from "../../../reconcile/model/tables.ts";
import { plain } from "../../../text/plain.ts";
import { safe } from "../../../text/html.ts";

/** A picture of more claims would be as long as the page itself. */
const MOST_DRAWN = 150;

/** Seconds for the verdict: it stands for a page that will work it out anew. */
const SECONDS = 10;

/** What a notebook keeps of a workbench, in two media types. */
export interface Picture {
  readonly html: string;
  readonly text: string;
}

function drawn(data: Selection, shown: readonly string[]): string | undefined {
  if (shown.length === 0 || shown.length > MOST_DRAWN) return undefined;
  const ids = new Set(shown);
  const claims = data.claims.filter(({ claim_id }) => ids.has(claim_id));
  const { svg } = claimsTimeline({ ...data, claims } as Dataset);
  return `data:image/svg+xml;base64,${
    Buffer.from(plain(svg)).toString("base64")
  }`;
}

/**
 * The verdict on what a workbench holds, and its claims over time: what a saved
 * notebook shows, and whoever has no kernel that made it.
 *
 * @param options How the page takes it.
 * @param problems What is wrong with the tables, a line each.
 */
export async function pictureOf(
  data: Selection | undefined,
  options: ReconcileOptions,
  problems: readonly string[],
): Promise<Picture> {
  const more = "Run this cell in JupyterLab (deno task lab) to work in it.";
  const show = (words: string, image?: string): Picture => {
    const [first, ...others] = plain(words).split("\n");
    return {
      html:
        safe`<div class="mathjax_ignore"><p><strong>Workbench.</strong> ${first}</p>${
          others.length > 0 &&
          safe`<ul>${others.map((line) => safe`<li>${line}</li>`)}</ul>`
        }${
          image !== undefined &&
          safe`<p><img src="${image}" alt="The claims over time"></p>`
        }<p><small>${more}</small></p></div>`.markup,
      text: `Workbench. ${plain(words)}`,
    };
  };
  if (!data) {
    return show(
      ["The tables have problems.", ...problems.slice(0, 3)].join("\n"),
    );
  }
  if (data.claims.length === 0) return show("There are no claims yet.");
  using result = await reconcile(data, { seconds: SECONDS, ...options });
  return show(`${result}`, drawn(data, result.modelled));
}
