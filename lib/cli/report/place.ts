import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { sha256 } from "../jupyter/environment/digest.ts";

/** The folder of reports on other datasets. */
export const REPORTS = "reports";

/** A folder that a report cannot be written to. */
export class OutError extends Error {
  override readonly name = "OutError";
}

/** Where a report on another dataset comes from, is made, and goes to. */
export interface Place {
  /** The dataset's folder. */
  readonly data: string;
  /** The report's folder. */
  readonly out: string;
  /** Where it is made: no other report is made there. */
  readonly work: string;
}

/** A folder's name without what could lead elsewhere or be hidden. */
function plainName(folder: string): string {
  const name = basename(folder).replace(/[^\p{L}\p{N}_.-]+/gu, "-")
    .replace(/^[.-]+/, "");
  return name || "dataset";
}

/**
 * Where the report on a dataset goes: `reports/NAME`, or another folder within
 * `reports/`, the only one that the task may write to besides `report/`.
 *
 * @throws {OutError} When the chosen folder is not within `reports/`.
 */
export function reportPlace(
  root: string,
  folder: string,
  chosen?: string,
): Place {
  const data = resolve(root, folder);
  const reports = join(root, REPORTS);
  const out = chosen === undefined
    ? join(reports, plainName(data))
    : resolve(root, chosen);
  const name = relative(reports, out);
  if (name === "" || name.split(sep)[0] === ".." || isAbsolute(name)) {
    throw new OutError(
      `--out ${chosen}: give a folder within ${REPORTS}/, such as ${REPORTS}/${
        plainName(out)
      }; it can be moved anywhere once it is made`,
    );
  }
  // One level, however deep the report lies, and never another report's.
  const plain = name.split(sep).map(plainName).join("+");
  const work = plain === name ? name : `${plain}-${sha256(name).slice(0, 12)}`;
  return { data, out, work: join(root, ".cache", REPORTS, work) };
}
