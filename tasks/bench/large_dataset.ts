import { parse, stringify } from "@std/csv";
import { join } from "node:path";
import { month, randomFrom } from "./cases.ts";

const HEADER =
  "claim_id,measure,kind,stated,hedge,start,end,as_of,status,source_id," +
  "locator,wording,speaker,origin,note\n";

const HEDGES = ["", "bare", "exact", "about", "over", "nearly", "at_least"];
const STATUSES = ["official", "attributed", "unverified", "contested"];
const SPEAKERS = ["a spokesperson of the office", "the minister", "a lawyer"];

const MEASURES = 200;
const CLAIMS_A_SOURCE = 20;
const LINES_A_WRITE = 5000;

function day(i: number, random: (below: number) => number): string {
  return `${month(i)}-${String(1 + random(28)).padStart(2, "0")}`;
}

/** One line of a claims table: cells as people fill them, all of them sound. */
function claimLine(i: number, random: (below: number) => number): string {
  const from = random(170);
  const to = from + random(12);
  const sort = random(20);
  const kind = sort < 15 ? "total" : sort < 19 ? "rate" : "none";
  const stated = String((1 + random(9999)) * 10 ** random(3));
  // Half of the periods are whole months, as a rate's must be.
  const whole = kind === "rate" || random(2) === 0;
  const [start, end] = whole
    ? [month(from), month(to)]
    : [day(from, random), day(to + 1, random)];
  const source = Math.floor(i / CLAIMS_A_SOURCE);
  const cells = [
    `claim-${source}-${i}`,
    `measure-${random(MEASURES)}`,
    kind,
    stated,
    HEDGES[random(HEDGES.length)]!,
    start,
    end,
    random(4) === 0 ? day(to, random) : end,
    STATUSES[random(STATUSES.length)]!,
    `source-${source}`,
    `p${1 + random(40)}`,
    `"${stated} cases were opened, ${random(100)} of them ""closed"" since"`,
    SPEAKERS[random(SPEAKERS.length)]!,
    `origin-${random(5000)}`,
    random(3) === 0
      ? `"the text says so in its headline, and again in paragraph ${i % 30}"`
      : "as said in the text",
  ];
  return cells.join(",") + "\n";
}

function* lines(
  header: string,
  count: number,
  line: (i: number) => string,
): Generator<string> {
  let text = header;
  for (let i = 0; i < count; i++) {
    text += line(i);
    if (i % LINES_A_WRITE < LINES_A_WRITE - 1) continue;
    yield text;
    text = "";
  }
  yield text;
}

function write(path: string, ...table: Parameters<typeof lines>) {
  return Deno.writeTextFile(path, ReadableStream.from(lines(...table)));
}

/**
 * Writes a sound dataset of many claims, the same on every machine: a source
 * for every twenty claims, 200 measures, and the columns of the claims table
 * that people use most, all of them filled.
 */
export async function writeLargeDataset(
  folder: string,
  claims: number,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const random = randomFrom(claims);
  await write(
    join(folder, "claims.csv"),
    HEADER,
    claims,
    (i) => claimLine(i, random),
  );
  await write(
    join(folder, "sources.csv"),
    "source_id,publisher,title,published,language,url\n",
    Math.ceil(claims / CLAIMS_A_SOURCE),
    (i) =>
      `source-${i},publisher ${i % 97},"What became of it, part ${i}",` +
      `${day(i % 180, random)},en,https://example.org/${i}\n`,
  );
  await write(
    join(folder, "measures.csv"),
    "measure,label,unit,definition,part_of,split\n",
    MEASURES,
    (i) =>
      `measure-${i},Measure ${i},cases,"Cases of kind ${i}, as counted",` +
      `${i % 4 === 0 ? "" : `measure-${i - i % 4}`},${i % 4 ? "part" : ""}\n`,
  );
}

/** What {@linkcode breakDataset} writes: line of the table, column, cell. */
const MISTAKES: readonly (readonly [number, string, string])[] = [
  [100, "kind", "sum"],
  [200, "stated", "12%"],
  [300, "start", "2024-13"],
  [400, "measure", "measure-x"],
  [500, "source_id", "source-x"],
  [600, "claim_id", "claim-0-0"],
  [700, "status", "oficial"],
];

/**
 * Puts one mistake of every kind that all checkers know into the claims of a
 * dataset; gives the lines on which they stand.
 */
export async function breakDataset(folder: string): Promise<number[]> {
  const path = join(folder, "claims.csv");
  const records = parse(await Deno.readTextFile(path));
  for (const [line, column, cell] of MISTAKES) {
    records[line - 1]![records[0]!.indexOf(column)] = cell;
  }
  await Deno.writeTextFile(path, stringify(records));
  return MISTAKES.map(([line]) => line);
}
