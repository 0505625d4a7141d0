import { benchPython, run } from "./processes.ts";
import { type Sentence, sentences, type Wanted } from "./sentences.ts";

type Found = readonly [number, number | null, string];

/** What a reader found in each sentence, and megabytes a second. */
interface Answer {
  readonly found: readonly (readonly Found[])[];
  readonly rate: number;
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-8 + 1e-3 * Math.abs(b);

const isSame = ([value, high]: Found, [wanted, upper]: Wanted): boolean =>
  isNear(value, wanted) &&
  (upper === null ? high === null : high !== null && isNear(high, upper));

/** F1 in percent of values, and of values with their direction or hedge. */
function score(
  keys: readonly Sentence[],
  { found }: Answer,
): [value: number, change: number] {
  let [values, changes, size] = [0, 0, 0];
  keys.forEach(({ wanted }, i) => {
    const left = [...found[i]!];
    size += wanted.length + left.length;
    for (const one of wanted) {
      const same = left.filter((other) => isSame(other, one));
      const hit = same.find(([, , change]) => change === one[2]) ?? same[0];
      if (!hit) continue;
      left.splice(left.indexOf(hit), 1);
      values++;
      if (hit[2] === one[2]) changes++;
    }
  });
  return [200 * values / size, 200 * changes / size];
}

const deno = (script: string, ...flags: string[]) => (input: string) =>
  run(
    Deno.execPath(),
    ["run", "--quiet", "--no-prompt", ...flags, script],
    input,
  );

/**
 * The reader beside quantulum3 and Microsoft's recognizers, on sentences made
 * for it: every number written in several ways, with every hedge, beside
 * ranges, shares, changes, and digits that are no quantity. The others give no
 * hedge or direction, so that only their bare numbers can be right with it.
 */
export async function benchReading(): Promise<string[][]> {
  const python = await benchPython(
    ".cache/bench-reading-venv",
    "tasks/bench/reading_requirements.txt",
  );
  const keys = sentences();
  const input = JSON.stringify(keys.map(({ text }) => text));
  const readers: [string, (input: string) => Promise<string>][] = [
    [
      "quantulum3",
      (input) => run(python, ["-I", "tasks/bench/read_quantulum.py"], input),
    ],
    [
      "Recognizers-Text",
      deno("tasks/bench/read_recognizers.ts", "--no-lock", "--no-config", "-A"),
    ],
    ["the reader", deno("tasks/bench/read_sentences.ts", "--allow-read")],
  ];
  const rows = [[
    `reading: ${keys.length} sentences`,
    "value F1",
    "with change",
    "MB/s",
  ]];
  for (const [name, read] of readers) {
    const answer: Answer = JSON.parse(await read(input));
    const [value, change] = score(keys, answer);
    rows.push([
      name,
      value.toFixed(1),
      change.toFixed(1),
      answer.rate.toFixed(answer.rate < 0.1 ? 3 : 1),
    ]);
  }
  return rows;
}
