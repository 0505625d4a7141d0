import { basename, join } from "node:path";
import { legible } from "../text/legible.ts";
import { readOwnText } from "../dataset/own_file.ts";
import { UnreadableError } from "../dataset/problem.ts";
import { escapeHtml } from "../text/escape_html.ts";
import type { Registers } from "../analysis/takes_registers.ts";

/** What the report says about the dataset it was made from. */
export interface DataPackage {
  readonly title: string;
  /** Whether the dataset itself has a title. */
  readonly titled: boolean;
  readonly description?: string;
  /** `YYYY-MM-DD`, when the dataset was made. */
  readonly date?: string;
  readonly version?: string;
  /** Who made it. */
  readonly creators: readonly string[];
  /** Under which terms: `CC-BY-4.0`. */
  readonly licence?: string;
  /**
   * For a measure, the measures of registers that its claims are held against:
   * the descriptor's own property `registers`.
   */
  readonly registers: Registers;
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "object" && item !== null)
    : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : undefined;
}

/** Lists of words by name; what is of another form is left out. */
function lists(value: unknown): Registers {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, list]) =>
      Array.isArray(list) && list.every((word) => typeof word === "string")
        ? [[name, list as string[]]]
        : []
    ),
  );
}

const NAME = "datapackage.json";

/** The object that a descriptor holds. */
function parse(text: string): Record<string, unknown> {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const { message } = error as SyntaxError;
    const [, line = "1", column = "1"] =
      /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    throw new UnreadableError(
      `${NAME}:${line}:${column} is not JSON; correct it, or remove the file: ` +
        legible(message),
    );
  }
  if (typeof found === "object" && found !== null && !Array.isArray(found)) {
    return found as Record<string, unknown>;
  }
  throw new UnreadableError(
    `${NAME}:1:1 is not a JSON object like {"title": "…"}; correct it, or ` +
      "remove the file",
  );
}

/**
 * Reads the title and date of the dataset in a folder, where it has them.
 *
 * @throws {UnreadableError} When there is a descriptor that cannot be read.
 */
export async function readDataPackage(folder: string): Promise<DataPackage> {
  const descriptor = await readOwnText(join(folder, NAME));
  const found: Record<string, unknown> = descriptor === undefined
    ? {}
    : parse(descriptor);
  const description = text(found.description);
  const date = text(found.created)?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];
  const version = text(found.version);
  const licence = objects(found.licenses).map(({ name, title }) =>
    text(name) ?? text(title)
  ).find((name) => name !== undefined);
  return {
    creators: objects(found.contributors).flatMap(({ title }) =>
      text(title) ?? []
    ),
    ...(licence === undefined ? {} : { licence }),
    title: text(found.title) ?? `Claims in ${basename(folder)}`,
    titled: text(found.title) !== undefined,
    registers: lists(found.registers),
    ...(description === undefined ? {} : { description }),
    ...(date === undefined ? {} : { date }),
    ...(version === undefined ? {} : { version }),
  };
}

/** How to cite the dataset: who, year, title, version, date and terms. */
export function citation(data: DataPackage): string {
  const { creators, date, title, version, licence } = data;
  const who = creators.length > 0 ? `${creators.join(", ")}` : "";
  const year = date && `(${date.slice(0, 4)})`;
  return [
    [who, year].filter(Boolean).join(" "),
    title,
    [version && `version ${version}`, date].filter(Boolean).join(", "),
    licence,
  ].filter(Boolean).join(". ") + ".";
}

/** The last line of every page: the data's date, never the day it was run. */
export function footerOf(data: DataPackage): string {
  const parts = [escapeHtml(data.title)];
  if (data.version) parts.push(`version ${escapeHtml(data.version)}`);
  if (data.date) {
    parts.push(`data of <time datetime="${data.date}">${data.date}</time>`);
  }
  return parts.join(" · ");
}
