/** How many tests a run had, by outcome. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts the tests in a JUnit report; `undefined` where there is none. */
export async function countTests(path: string): Promise<Counts | undefined> {
  let xml: string;
  try {
    xml = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const sum = (attribute: string) =>
    [...xml.matchAll(
      new RegExp(`<testsuite [^>]*\\b${attribute}="(\\d+)"`, "g"),
    )]
      .reduce((total, [, number]) => total + Number(number), 0);
  const failed = sum("failures") + sum("errors");
  const skipped = sum("disabled");
  return { passed: sum("tests") - failed - skipped, failed, skipped };
}

/** Counts of several runs together. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) =>
    all.reduce((total, counts) => total + counts[name], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
  };
}
