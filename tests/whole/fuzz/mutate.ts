import type { Random } from "../../reconcile/oracle/random.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** What may be put between any two letters. */
const INSERTED = [
  ...['"', '""', ",", ";", "\t", "\n", "\r\n", "\r", " ", "\u00a0", "-", "."],
  ...["\0", "\u0007", "\u001b[31m", "\u202e", "\u200b", "\ufeff", "\ufffd"],
  ...["0", "9", "e5", "%", "é", "🌊", "=", "<script>"],
];

/** One way in which a table goes wrong; the same seed, the same damage. */
type Mutation = (table: Uint8Array, random: Random) => Uint8Array;

/** Some bytes after others; a spread would not take so many. */
function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Damages the text; a line break at the end stays where it is. */
function inText(change: (text: string, random: Random) => string): Mutation {
  return (table, random) =>
    encoder.encode(change(decoder.decode(table), random));
}

function inLines(
  change: (lines: string[], random: Random) => void,
): Mutation {
  return inText((text, random) => {
    const lines = text.split("\n");
    change(lines, random);
    return lines.join("\n");
  });
}

/** A line that is neither the header nor the empty one at the end. */
function anyLine(lines: readonly string[], random: Random): number {
  return random.whole(Math.min(1, lines.length - 1), lines.length - 2);
}

/** Changes the cells of a line, as a careless hand cuts them: at commas. */
function inCells(
  change: (cells: string[], random: Random) => void,
): Mutation {
  return inLines((lines, random) => {
    const at = anyLine(lines, random);
    const cells = lines[at]!.split(",");
    change(cells, random);
    lines[at] = cells.join(",");
  });
}

/** The ways, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "a bit flipped": (table, random) => {
    const copy = table.slice();
    copy[random.whole(0, copy.length - 1)]! ^= 1 << random.whole(0, 7);
    return copy;
  },
  "a byte lost": (table, random) => {
    const at = random.whole(0, table.length - 1);
    return join(table.slice(0, at), table.slice(at + 1));
  },
  "cut off": (table, random) =>
    table.slice(0, random.whole(0, table.length - 1)),
  "a page of zeros": (table, random) => {
    const copy = table.slice();
    const at = random.whole(0, copy.length - 1);
    return copy.fill(0, at, at + random.whole(1, 512));
  },
  "Latin-1": (table) =>
    Uint8Array.from(decoder.decode(table), (letter) => letter.charCodeAt(0)),
  "UTF-16": (table) => {
    const text = decoder.decode(table);
    const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
    return join(Uint8Array.of(0xff, 0xfe), new Uint8Array(units.buffer));
  },
  "read as Latin-1 and saved": (table) =>
    encoder.encode(Array.from(table, (b) => String.fromCharCode(b)).join("")),
  "a byte order mark": (table) => join(Uint8Array.of(0xef, 0xbb, 0xbf), table),
  "the line ends of Windows": inText((text) => text.replaceAll("\n", "\r\n")),
  "the line ends of the first Macs": inText((text) =>
    text.replaceAll("\n", "\r")
  ),
  "semicolons": inText((text) => text.replaceAll(",", ";")),
  "something inserted": inText((text, random) => {
    const at = random.whole(0, text.length);
    return text.slice(0, at) + random.pick(INSERTED) + text.slice(at);
  }),
  "a letter replaced": inText((text, random) => {
    const at = random.whole(0, text.length - 1);
    return text.slice(0, at) + random.pick(INSERTED) + text.slice(at + 1);
  }),
  "a line lost": inLines((lines, random) => {
    lines.splice(random.whole(0, lines.length - 2), 1);
  }),
  "a line twice": inLines((lines, random) => {
    const at = anyLine(lines, random);
    lines.splice(at, 0, lines[at]!);
  }),
  "two lines changed places": inLines((lines, random) => {
    const [a, b] = [anyLine(lines, random), anyLine(lines, random)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  }),
  "two lines made one": inLines((lines, random) => {
    const at = anyLine(lines, random);
    lines.splice(at, 2, lines[at]! + (lines[at + 1] ?? ""));
  }),
  "a cell lost": inCells((cells, random) => {
    cells.splice(random.whole(0, cells.length - 1), 1);
  }),
  "a cell emptied": inCells((cells, random) => {
    cells[random.whole(0, cells.length - 1)] = "";
  }),
  "two cells changed places": inCells((cells, random) => {
    const [a, b] = [0, 0].map(() => random.whole(0, cells.length - 1));
    [cells[a!], cells[b!]] = [cells[b!]!, cells[a!]!];
  }),
  "two columns changed places": inText((text, random) => {
    const [header = "", ...rest] = text.split("\n");
    const names = header.split(",");
    const [a, b] = [0, 0].map(() => random.whole(0, names.length - 1));
    [names[a!], names[b!]] = [names[b!]!, names[a!]!];
    return [names.join(","), ...rest].join("\n");
  }),
  "other digits": inCells((cells, random) => {
    const numbers = cells.flatMap((cell, i) => /^\d+$/.test(cell) ? [i] : []);
    if (numbers.length === 0) return;
    cells[random.pick(numbers)] = String(random.whole(0, 300_000));
  }),
  "another month": inCells((cells, random) => {
    const dates = cells.flatMap((cell, i) =>
      /^\d{4}-\d\d$/.test(cell) ? [i] : []
    );
    if (dates.length === 0) return;
    const month = String(random.whole(1, 12)).padStart(2, "0");
    cells[random.pick(dates)] = `${random.whole(2022, 2025)}-${month}`;
  }),
  "another hedge": inText((text, random) => {
    const hedges = ["about", "over", "exact", "at_least", "nearly", "up_to"];
    const all = [
      ...text.matchAll(/(?<=,)(about|over|exact|at_least|nearly)(?=,)/g),
    ];
    if (all.length === 0) return text;
    const { index, 0: word } = random.pick(all);
    return text.slice(0, index) + random.pick(hedges) +
      text.slice(index + word.length);
  }),
};

/** A table damaged once to three times, and how. */
export function mutate(
  table: Uint8Array,
  random: Random,
): { how: string[]; table: Uint8Array } {
  const how: string[] = [];
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times--) {
    const name = random.pick(Object.keys(MUTATIONS));
    how.push(name);
    if (table.length > 2) table = MUTATIONS[name]!(table, random);
  }
  return { how, table };
}
