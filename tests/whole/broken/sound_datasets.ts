import type { Files } from "../files/folder.ts";

/** A dataset that looks odd and must be accepted. */
export interface Sound {
  /** What is odd about it. */
  readonly what: string;
  readonly files: Files;
  /** Its claims as `id measure stated`, in file order. */
  readonly claims: readonly string[];
  /** A bound that follows from them: measure, start, end, low, high. */
  readonly bound?: readonly [string, string, string, number, number | null];
}

const HEAD = "claim_id,measure,kind,stated,start,end";
const ROW = "a,cases,total,60000,2024-01,2024-10";
const TABLE = `${HEAD}\n${ROW}\n`;

function claims(text: string): Files {
  return { "claims.csv": text };
}

/** Datasets as spreadsheets, editors and people really leave them. */
export const SOUND: readonly Sound[] = [
  {
    what: "nothing but the required columns, and no line break at the end",
    files: claims(`${HEAD}\n${ROW}`),
    claims: ["a cases 60000"],
    bound: ["cases", "2024-01", "2024-10", 55000, 65000],
  },
  {
    what: "a byte order mark and the line ends of Windows",
    files: claims(`\ufeff${TABLE.replaceAll("\n", "\r\n")}`),
    claims: ["a cases 60000"],
    bound: ["cases", "2024-01", "2024-10", 55000, 65000],
  },
  {
    what: "words that another kind says, each a warning",
    files: claims(
      `${HEAD},of_measure,wording\n` +
        "a,cases,rate,100,2024-01,2024-01,,100 a day\n" +
        "b,cases,total,100,2024-02-01,2024-02-01,,100 now in hospital\n" +
        "c,cases,ratio,0.24,2024-03,2024-03,visits,up 24 %\n",
    ),
    claims: ["a cases 100", "b cases 100", "c cases 0.24"],
    // A hundred is rounded to hundreds.
    bound: ["cases", "2024-01", "2024-01", 50, 150],
  },
  {
    what: "blank lines within the table and after it",
    files: claims(`${HEAD}\n\n${ROW}\n\r\n\nb,cases,none,,,\n\n\n\n`),
    claims: ["a cases 60000", "b cases null"],
  },
  {
    what: "line breaks, commas and quotes in quoted fields",
    files: claims(
      `${HEAD},note\n${ROW},"one\n\ntwo, ""three""\r\nfour"\n"b,b","the ""cases""",none,,,,\n`,
    ),
    claims: ["a cases 60000", 'b,b the "cases" null'],
  },
  {
    what: "every field in quotes",
    files: claims(TABLE.replace(/[^,\n]+/g, '"$&"')),
    claims: ["a cases 60000"],
  },
  {
    what: "columns in another order, and columns of one's own",
    files: claims(
      "end,my colour,start,stated,kind,measure,claim_id,=1+1\n" +
        "2024-10,red,2024-01,60000,total,cases,a,=HYPERLINK(1)\n",
    ),
    claims: ["a cases 60000"],
  },
  {
    what: "columns named as the parts that every object has",
    files: claims(
      `${HEAD},constructor,toString,hasOwnProperty,length\n${ROW},1,2,3,4\n` +
        "constructor,toString,total,5,2024-01,2024-01,,,,\n",
    ),
    claims: ["a cases 60000", "constructor toString 5"],
    bound: ["toString", "2024-01", "2024-01", 5, 5],
  },
  {
    what: "a header and no claim",
    files: claims(`${HEAD}\n`),
    claims: [],
  },
  {
    what: "other tables with headers alone",
    files: {
      ...claims(`${HEAD},source_id\n${ROW},\n`),
      "readings.csv": "claim_id,reading,grounds\n",
      "sources.csv": "source_id\n",
      "relations.csv": "from,relation,to\n",
      "hedges.csv": "hedge,low,high",
    },
    claims: ["a cases 60000"],
  },
  {
    what: "files of one's own beside the tables",
    files: {
      ...claims(TABLE),
      "claims.xlsx": Uint8Array.of(0x50, 0x4b, 3, 4),
      "claims.csv.bak": "not,a,table\n1\n",
      ".~lock.claims.csv#": "me",
    },
    claims: ["a cases 60000"],
  },
  {
    what: "ids and measures in other scripts",
    files: claims(
      `${HEAD}\nсправа-1,справи,total,5,2024-01,2024-01\n` +
        "事件,事件,total,6,2024-01,2024-01\n🌊,наводнение,total,7,2024-01,2024-01\n",
    ),
    claims: ["справа-1 справи 5", "事件 事件 6", "🌊 наводнение 7"],
    bound: ["事件", "2024-01", "2024-01", 6, 6],
  },
  {
    what: "ids that differ in case, accents' encoding or inner spaces alone",
    files: claims(
      `${HEAD}\nA,m,total,5,2024-01,2024-01\na,m,total,5,2024-01,2024-01\n` +
        "é,m,total,5,2024-01,2024-01\ne\u0301,m,total,5,2024-01,2024-01\n" +
        "a b,m,total,5,2024-01,2024-01\na  b,m,total,5,2024-01,2024-01\n",
    ),
    claims: ["A m 5", "a m 5", "é m 5", "e\u0301 m 5", "a b m 5", "a  b m 5"],
  },
  {
    what: "zeros",
    files: claims(
      `${HEAD},stated_high\na,m,total,0,2024-01,2024-01,\n` +
        "b,m,total,0,2024-02,2024-02,0\nc,m,total,0.0,2024-03,2024-03,\n",
    ),
    claims: ["a m 0", "b m 0", "c m 0.0"],
    bound: ["m", "2024-01", "2024-02", 0, 0],
  },
  {
    what: "the greatest count that a double holds",
    files: claims(`${HEAD}\na,m,total,9007199254740991,2024-01,2024-01\n`),
    claims: ["a m 9007199254740991"],
    bound: [
      "m",
      "2024-01",
      "2024-01",
      9007199254740991,
      9007199254740991,
    ],
  },
  {
    what: "leading zeros, and points without digits on one side",
    files: claims(
      `${HEAD}\na,m,total,007,2024-01,2024-01\nb,n,total,12.,2024-01,2024-01\n` +
        "c,o,total,.5,2024-01,2024-01\n",
    ),
    claims: ["a m 007", "b n 12.", "c o .5"],
    bound: ["m", "2024-01", "2024-01", 7, 7],
  },
  {
    what: "one day, a leap day, and the first and last years",
    files: claims(
      `${HEAD}\na,m,total,5,2024-02-29,2024-02-29\nb,n,total,6,2000-02-29,2000-02-29\n` +
        "c,o,none,7,0001-01-01,9999-12-31\n",
    ),
    claims: ["a m 5", "b n 6", "c o 7"],
    bound: ["m", "2024-02-29", "2024-02-29", 5, 5],
  },
  {
    what: "claims that are all too vague to be modelled",
    files: claims(`${HEAD}\na,m,none,,,\nb,m,none,,2024-01,\n`),
    claims: ["a m null", "b m null"],
  },
  {
    what: "a note of 100,000 letters",
    files: claims(`${HEAD},note\n${ROW},${"long ".repeat(20_000)}\n`),
    claims: ["a cases 60000"],
  },
  {
    what:
      "control characters, marks that turn the text, and a replacement character",
    files: claims(`${HEAD},note\n${ROW},\u0007\u001b[31m\u202e\ufffd\n`),
    claims: ["a cases 60000"],
  },
];
