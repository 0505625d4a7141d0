import { strToU8, zipSync } from "fflate";
import { type About, datasetFiles } from "../folder.ts";
import type { Selection } from "../selection.ts";
import type { ResultJson } from "../../../reconcile/result.ts";
import { el } from "./dom.ts";

/** Has the browser save a file. */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  el("a", { href: url, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves a selection as a zipped dataset folder. */
export function saveDataset(selection: Selection, about: About): void {
  const files = Object.entries(datasetFiles(selection, about)).map((
    [name, text],
  ) => [`selection/${name}`, strToU8(text)] as const);
  const zip = zipSync(Object.fromEntries(files), {
    level: 6,
    // The same selection gives the same bytes.
    mtime: new Date(1980, 0, 1),
  });
  saveFile("selection.zip", "application/zip", [
    zip as Uint8Array<ArrayBuffer>,
  ]);
}

/** Saves a result as `deno task reconcile --json` writes it. */
export function saveResult(result: ResultJson): void {
  saveFile("result.json", "application/json", [`${JSON.stringify(result)}\n`]);
}
