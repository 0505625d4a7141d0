import type { Files } from "../files/folder.ts";

/** A dataset that must be refused. */
export interface Broken {
  /** What is wrong with it. */
  readonly what: string;
  readonly files: Files;
  /** The problem that must be named: `file:line:column field: …`. */
  readonly at: string;
  /** Words of its message that say what would be right. */
  readonly says: string | RegExp;
  /** Whether nothing else is named: other tables are not to blame for it. */
  readonly alone?: true;
}

const HEAD = "claim_id,measure,kind,stated,start,end";
const ROW = "a,cases,total,60000,2024-01,2024-10";

/** One claims table. */
function claims(text: string): Files {
  return { "claims.csv": text };
}

/** A sound claim, and one that differs in some of its cells. */
function cells(changed: Record<string, string>): Files {
  const row: Record<string, string> = {
    claim_id: "b",
    measure: "cases",
    kind: "total",
    stated: "500",
    start: "2024-01",
    end: "2024-02",
    ...changed,
  };
  const names = Object.keys(row);
  const [, ...more] = names.slice(5);
  return claims(
    `${[HEAD, ...more].join(",")}\n${ROW}${",".repeat(more.length)}\n` +
      `${names.map((name) => row[name]).join(",")}\n`,
  );
}

/** A sound claims table beside others. */
function beside(tables: Record<string, string>): Files {
  const files = Object.entries(tables).map(([name, text]) => [
    `${name}.csv`,
    text,
  ]);
  return { ...claims(`${HEAD}\n${ROW}\n`), ...Object.fromEntries(files) };
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...encoder.encode(part)] : part
    ),
  );
}

function utf16(text: string): Uint8Array {
  return bytes(
    [0xff, 0xfe],
    [...text].flatMap((letter) => [letter.charCodeAt(0), 0]),
  );
}

/** Datasets as people get them wrong. */
export const BROKEN: readonly Broken[] = [
  // The file as a whole.
  {
    what: "an empty file",
    files: claims(""),
    at: "claims.csv:1:1 (header)",
    says: "its first line names the columns, claim_id,measure,kind",
  },
  {
    what: "nothing but blank lines",
    files: claims("\n\n\r\n\n"),
    at: "claims.csv:1:1 (header)",
    says: "its first line names the columns",
  },
  {
    what: "UTF-16, as some programs save Unicode",
    files: { "claims.csv": utf16(`${HEAD}\n${ROW}\n`) },
    at: "claims.csv:1:",
    says: "save the table as UTF-8",
  },
  {
    what: "a Latin-1 letter in the third line",
    files: {
      "claims.csv": bytes(`${HEAD},note\n${ROW},\n`, "b,cases,total,5,", [
        0xe9,
      ]),
    },
    at: "claims.csv:3:",
    says: "save the table as UTF-8",
  },
  {
    what: "bytes that are not UTF-8 in another table",
    files: { ...beside({}), "sources.csv": bytes("source_id\nx", [0xff]) },
    at: "sources.csv:2:",
    says: "save the table as UTF-8",
  },
  {
    what: "another table that is empty",
    files: beside({ measures: "" }),
    at: "measures.csv:1:1 (header)",
    says: "its first line names the columns, measure at least",
    alone: true,
  },
  {
    what: "a web page in place of a table",
    files: claims(`<!DOCTYPE html>\n<html><body class="x">404</body></html>\n`),
    at: "claims.csv:",
    says: /column is missing|double quotes/,
  },
  {
    what: "a picture in place of a table",
    files: { "claims.csv": bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0]) },
    at: "claims.csv:1:",
    says: "save the table as UTF-8",
  },

  // Records.
  {
    what: "semicolons between the fields",
    files: claims(`${HEAD}\n${ROW}\n`.replaceAll(",", ";")),
    at: "claims.csv:1:",
    says: /separat/,
  },
  {
    what: "tabs between the fields",
    files: claims(`${HEAD}\n${ROW}\n`.replaceAll(",", "\t")),
    at: "claims.csv:1:",
    says: /separat/,
  },
  {
    what: "a quote that is never closed",
    files: claims(
      `${HEAD},note\n${ROW},\nb,cases,total,5,2024-01,2024-01,"so\n`,
    ),
    at: "claims.csv:3:",
    says: "in double quotes",
  },
  {
    what: "a quote within a field",
    files: claims(`${HEAD},note\n${ROW},he said "many" deserted\n`),
    at: "claims.csv:2:",
    says: `double the quotes inside it ("")`,
  },
  {
    what: "text after a closing quote",
    files: claims(`${HEAD},note\n${ROW},"so" and so\n`),
    at: "claims.csv:2:",
    says: `double the quotes inside it ("")`,
  },
  {
    what: "a record that breaks off",
    files: claims(`${HEAD}\n${ROW}\nb,cases,total,5\n`),
    at: "claims.csv:3:5 start",
    says: "the record has 4 fields; the header names 6",
  },
  {
    what: "an unquoted comma",
    files: claims(`${HEAD}\na,cases,total,60,000,2024-01,2024-10\n`),
    at: "claims.csv:2:7 (record)",
    says: "put a field with commas in double quotes",
  },
  {
    what: "a line of white space alone",
    files: claims(`${HEAD}\n${ROW}\n   \n`),
    at: "claims.csv:3:2 measure",
    says: "the record has 1 field; the header names 6",
  },
  {
    what: "a faulty record after a field of several lines",
    files: claims(
      `${HEAD},note\n${ROW},"one\ntwo\nthree"\nb,cases,totals,5,2024-01,2024-01,\n`,
    ),
    at: "claims.csv:5:3 kind",
    says: "did you mean 'total'?",
  },

  // The header.
  {
    what: "a column that is missing",
    files: claims("claim_id,measure,kind,start,end\na,cases,total,,\n"),
    at: "claims.csv:1:6 stated",
    says: "required are claim_id, measure, kind, stated, start, end",
  },
  {
    what: "a column's name misspelt",
    files: claims(`${HEAD.replace("measure", "mesure")}\n${ROW}\n`),
    at: "claims.csv:1:2 measure",
    says: "is it the one named 'mesure'?",
  },
  {
    what: "a column twice",
    files: claims(`${HEAD},start\n${ROW},2024-02\n`),
    at: "claims.csv:1:7 start",
    says: "is column 5 too; keep one of them",
  },
  {
    what: "a column without a name",
    files: claims(`${HEAD},\n${ROW},\n`),
    at: "claims.csv:1:7 (header)",
    says: "name it or drop it",
  },
  {
    what: "a column named as a part of every object",
    files: claims(`${HEAD},__proto__\n${ROW},x\n`),
    at: "claims.csv:1:7 __proto__",
    says: "rename it",
  },
  {
    what: "no header",
    files: claims(`${ROW}\n`),
    at: "claims.csv:1:",
    says: "required are claim_id, measure, kind, stated, start, end",
  },

  // Ids.
  {
    what: "an empty id",
    files: cells({ claim_id: "" }),
    at: "claims.csv:3:1 claim_id",
    says: "is empty; every row needs one",
  },
  {
    what: "an id with a space after it",
    files: cells({ claim_id: "b " }),
    at: "claims.csv:3:1 claim_id",
    says: "write 'b'",
  },
  {
    what: "an id twice",
    files: cells({ claim_id: "a" }),
    at: "claims.csv:3:1 claim_id",
    says: "'a' stands on line 2 too; ids are unique",
  },

  // Words from a list.
  {
    what: "a kind misspelt",
    files: cells({ kind: "totals" }),
    at: "claims.csv:3:3 kind",
    says: "'totals' is not a kind; did you mean 'total'?",
  },
  {
    what: "a kind in capitals",
    files: cells({ kind: "Total" }),
    at: "claims.csv:3:3 kind",
    says: "did you mean 'total'?",
  },
  {
    what: "no kind",
    files: cells({ kind: "" }),
    at: "claims.csv:3:3 kind",
    says: "is empty; use one of total, rate, ratio, share, level",
  },
  {
    what: "a status that is none",
    files: cells({ status: "oficial" }),
    at: "claims.csv:3:7 status",
    says: "did you mean 'official'?",
  },
  {
    what: "a spread that is none",
    files: cells({ kind: "rate", spread: "weekly" }),
    at: "claims.csv:3:7 spread",
    says: "use mean, each",
  },
  {
    what: "a hedge that nobody defined",
    files: cells({ hedge: "perhaps" }),
    at: "claims.csv:3:7 hedge",
    says: "use exact, bare, about, nearly, over, at_least, up_to",
  },

  // Numbers.
  {
    what: "a thousands separator",
    files: cells({ stated: '"60,000"' }),
    at: "claims.csv:3:4 stated",
    says: "write 60000",
  },
  {
    what: "a narrow space between the thousands",
    files: cells({ stated: "60\u202f000" }),
    at: "claims.csv:3:4 stated",
    says: "write 60000",
  },
  {
    what: "an exponent",
    files: cells({ stated: "6e4" }),
    at: "claims.csv:3:4 stated",
    says: /write .*60000/,
  },
  {
    what: "a number below zero",
    files: cells({ stated: "-101" }),
    at: "claims.csv:3:4 stated",
    says: /negative.*difference/,
  },
  {
    what: "a percent sign",
    files: cells({ stated: "20%" }),
    at: "claims.csv:3:4 stated",
    says: "write 0.2",
  },
  {
    what: "words around the number",
    files: cells({ stated: "lots of them" }),
    at: "claims.csv:3:4 stated",
    says: "write it like 60000 or 0.25",
  },
  {
    what: "a hedge beside the number",
    files: cells({ stated: '">220,000"' }),
    at: "claims.csv:3:4 stated",
    says: "write 220000 with hedge over",
  },
  {
    what: "a hedge in words, and a word for thousands",
    files: cells({ stated: "about 60 thousand" }),
    at: "claims.csv:3:4 stated",
    says: "write 60000 with hedge about",
  },
  {
    what: "a range in one cell",
    files: cells({ stated: "12–15" }),
    at: "claims.csv:3:4 stated",
    says: "write 12 in stated and 15 in stated_high",
  },
  {
    what: "an exponent that hides a rounding",
    files: cells({ stated: "7.80E+09" }),
    at: "claims.csv:3:4 stated",
    says: "write 7800000000 with rounding 10000000",
  },
  {
    what: "a cell that says it is empty",
    files: cells({ stated: "n/a" }),
    at: "claims.csv:3:4 stated",
    says: "leave the cell empty and write kind none",
  },
  {
    what: "a week in place of a day",
    files: cells({ start: "2020-W05", end: "2024-02" }),
    at: "claims.csv:3:5 start",
    says: "a week starts on 2020-01-27 and ends on 2020-02-02",
  },
  {
    what: "digits of another script",
    files: cells({ stated: "٦٠٠" }),
    at: "claims.csv:3:4 stated",
    says: "plain digits",
  },
  {
    what: "a count that doubles cannot hold",
    files: cells({ stated: "9007199254740993" }),
    at: "claims.csv:3:4 stated",
    says: "state it in a larger unit",
  },
  {
    what: "more digits than a double holds",
    files: cells({ stated: "1234567890123.4567" }),
    at: "claims.csv:3:4 stated",
    says: "write it with 15 digits at most",
  },
  {
    what: "a number as long as a page",
    files: cells({ stated: "1".repeat(3000) }),
    at: "claims.csv:3:4 stated",
    says: "write the number with 40 at most",
  },
  {
    what: "a distance that no double holds",
    files: beside({ hedges: `hedge,low,high\nmost,0,${"9".repeat(30)}\n` }),
    at: "hedges.csv:2:3 high",
    says: "state it in a larger unit",
  },
  {
    what: "a share in percent",
    files: cells({ kind: "share", stated: "20", of_measure: "cases" }),
    at: "claims.csv:3:4 stated",
    says: "state 20% as 0.2",
  },
  {
    what: "no number",
    files: cells({ stated: "" }),
    at: "claims.csv:3:4 stated",
    says: "a total needs a number, or kind none",
  },
  {
    what: "a range that runs downwards",
    files: cells({ stated_high: "400" }),
    at: "claims.csv:3:7 stated_high",
    says: "500 to 400; swap them",
  },
  {
    what: "the high end of a range alone",
    files: cells({ kind: "none", stated: "", stated_high: "400" }),
    at: "claims.csv:3:7 stated_high",
    says: "no low end",
  },
  {
    what: "a rounding unit of zero",
    files: cells({ rounding: "0" }),
    at: "claims.csv:3:7 rounding",
    says: "leave the cell empty for the default",
  },
  {
    what: "a weight that is no number",
    files: cells({ weight: "high" }),
    at: "claims.csv:3:7 weight",
    says: "write it like",
  },

  // Dates.
  {
    what: "a date with points",
    files: cells({ start: "31.01.2024" }),
    at: "claims.csv:3:5 start",
    says: "2024-01-31",
  },
  {
    what: "a year alone",
    files: cells({ start: "2024" }),
    at: "claims.csv:3:5 start",
    says: "is not a date like 2024-01-31 or 2024-01",
  },
  {
    what: "a thirteenth month",
    files: cells({ end: "2024-13" }),
    at: "claims.csv:3:6 end",
    says: "months are 01 to 12",
  },
  {
    what: "the 30th of February",
    files: cells({ end: "2024-02-30" }),
    at: "claims.csv:3:6 end",
    says: "2024-02 has days 01 to 29",
  },
  {
    what: "a period that runs backwards",
    files: cells({ start: "2024-03" }),
    at: "claims.csv:3:6 end",
    says: "before it starts: 2024-03",
  },
  {
    what: "a period without an end",
    files: cells({ end: "" }),
    at: "claims.csv:3:6 end",
    says: "a total needs a period, or kind none",
  },
  {
    what: "a monthly rate over half a month",
    files: cells({ kind: "rate", start: "2024-01-15" }),
    at: "claims.csv:3:5 start",
    says: "give the months, or state it as a total",
  },
  {
    what: "a rate of each month, with a slip in its year",
    files: cells({ kind: "rate", start: "0204-01", spread: "each" }),
    at: "claims.csv:3:6 end",
    says: "check the years",
  },
  {
    what: "a day of speaking that is none",
    files: cells({ as_of: "today" }),
    at: "claims.csv:3:7 as_of",
    says: "is not a date like 2024-01-31 or 2024-01",
  },

  // Other counts.
  {
    what: "a ratio to nothing",
    files: cells({ kind: "ratio", stated: "2" }),
    at: "claims.csv:3:7 of_measure",
    says: "a ratio is of another count: name it",
  },
  {
    what: "half of another period",
    files: cells({
      kind: "ratio",
      stated: "2",
      of_measure: "cases",
      of_start: "2023-01",
      of_end: "",
    }),
    at: "claims.csv:3:9 of_end",
    says: "give both dates of the other count, or neither",
  },

  // Tables that do not fit each other.
  {
    what: "a measure that is in no table",
    files: beside({ measures: "measure\ncase\n" }),
    at: "claims.csv:2:2 measure",
    says: "did you mean 'case'?",
  },
  {
    what: "a measure twice",
    files: beside({ measures: "measure\ncases\ncases\n" }),
    at: "measures.csv:3:1 measure",
    says: "stands on line 2 too",
  },
  {
    what: "measures that are parts of each other",
    files: beside({ measures: "measure,part_of\ncases,all\nall,cases\n" }),
    at: "measures.csv:2:2 part_of",
    says: "makes 'cases' a part of itself",
  },
  {
    what: "a part of a whole that is not there",
    files: beside({ measures: "measure,part_of\ncases,all\n" }),
    at: "measures.csv:2:2 part_of",
    says: "'all' is not in this table",
  },
  {
    what: "a split misspelt",
    files: beside({
      measures: "measure,part_of,split\nall,,\ncases,all,ful\n",
    }),
    at: "measures.csv:3:3 split",
    says: "did you mean 'full'?",
    alone: true,
  },
  {
    what: "a source that is in no table",
    files: {
      ...claims(`${HEAD},source_id\n${ROW},paper\n`),
      "sources.csv": "source_id\npapers\n",
    },
    at: "claims.csv:2:7 source_id",
    says: "did you mean 'papers'?",
  },
  {
    what: "a source published on no day",
    files: beside({ sources: "source_id,published\npaper,2024-02-31\n" }),
    at: "sources.csv:2:2 published",
    says: "2024-02 has days 01 to 29",
  },
  {
    what: "a reading of a claim that is not there",
    files: beside({ readings: "claim_id,reading\nb,wider\n" }),
    at: "readings.csv:2:1 claim_id",
    says: "use a",
  },
  {
    what: "a reading that makes no statement",
    files: beside({ readings: "claim_id,reading,end\na,back,2023-12\n" }),
    at: "readings.csv:2:3 end",
    says: "before it starts: 2024-01",
  },
  {
    what: "a reading named as the claim's own",
    files: beside({ readings: "claim_id,reading\na,default\n" }),
    at: "readings.csv:2:2 reading",
    says: "rename it",
  },
  {
    what: "a relation to a claim that is not there",
    files: beside({ relations: "from,relation,to\na,contests,b\n" }),
    at: "relations.csv:2:3 to",
    says: "use a",
  },
  {
    what: "a relation misspelt",
    files: beside({ relations: "from,relation,to\na,contest,a\n" }),
    at: "relations.csv:2:2 relation",
    says: "did you mean 'contests'?",
  },
  {
    what: "a hedge without a distance",
    files: beside({ hedges: "hedge,low\ndozens,1\n" }),
    at: "hedges.csv:2:3 high",
    says: "or inf for open",
  },
  {
    what: "a hedge with a distance in words",
    files: beside({ hedges: "hedge,low,high\ndozens,some,inf\n" }),
    at: "hedges.csv:2:2 low",
    says: "write plain digits, or inf for open",
  },
];
