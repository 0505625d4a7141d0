import { stringify } from "@std/csv";
import { join } from "node:path";

/** A text of a megabyte: one word, then many. */
export function megabyte(begins: string): string {
  return `${begins} ${"x".repeat(500_000)}${" y".repeat(250_000)}`;
}

/**
 * Writes a dataset of two claims that contradict each other. Every field that
 * takes text holds as much of it as `length` letters.
 */
export async function writeLongDataset(
  folder: string,
  length: number,
): Promise<void> {
  const long = (begins: string) => megabyte(begins).slice(0, length).trim();
  const tables = {
    claims: [1000, 2000].map((stated) => ({
      claim_id: long(`claim-${stated}`),
      measure: long("measure"),
      kind: "total",
      stated: String(stated),
      hedge: "exact",
      start: "2024-01",
      end: "2024-02",
      period_said: long("period"),
      collection: long("collection"),
      source_id: long("source"),
      locator: long("locator"),
      wording: long("wording"),
      speaker: long("speaker"),
      origin: long("origin"),
      note: long("note"),
      own: long("own"),
    })),
    sources: [{
      source_id: long("source"),
      publisher: long("publisher"),
      title: long("title"),
      author: long("author"),
      published: "2024-03",
      url: `https://example.org/${"x".repeat(length)}`,
      note: long("note"),
    }],
    measures: [{
      measure: long("measure"),
      label: long("label"),
      unit: long("unit"),
      definition: long("definition"),
    }],
  };
  for (const [name, rows] of Object.entries(tables)) {
    const text = stringify(rows, { columns: Object.keys(rows[0]!) });
    await Deno.writeTextFile(join(folder, `${name}.csv`), text);
  }
}
