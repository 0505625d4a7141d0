import { parse } from "@std/csv";
import { readText } from "../../lib/reading/read_text.ts";
import type { Draft } from "../../lib/reading/types.ts";
import assert from "node:assert/strict";

/** The texts of a language, and the day of publication of each. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    birds: "2029-11-13",
    births: "2031-05-08",
    dam: "2035-06-24",
    election: "2030-09-16",
    fires: "2032-08-06",
    flights: "2030-08-02",
    flood: "2033-03-19",
    measles: "2029-05-15",
    migration: "2027-12-04",
    prisons: "2030-03-13",
    tourism: "2035-01-11",
    wolves: "2036-05-22",
    roads: "2032-07-15",
    hospital: "2034-12-16",
    hacks: "2036-01-31",
    mines: "2031-05-20",
    bees: "2038-06-21",
    evict: "2029-07-12",
    ferry: "2035-06-11",
    vacc: "2032-04-30",
    deluge: "2034-09-14",
    heat: "2033-02-09",
    courts: "2031-04-22",
    teachers: "2032-11-18",
    kasuma: "2035-11-06",
    cycling: "2030-05-27",
  },
  uk: {
    dezertyry: "2032-11-12",
    mytnytsia: "2034-07-04",
    powidky: "2033-03-20",
    ptahy: "2036-03-05",
    wyshi: "2031-09-10",
    zaliznytsia: "2035-02-03",
  },
  ru: {
    dorogi: "2036-04-11",
    gripp: "2033-12-08",
    les: "2032-08-07",
    metro: "2035-01-20",
    zavod: "2036-10-03",
  },
};

type Claim = Readonly<Record<string, string>>;
const FIELDS = [
  "hedge",
  "kind",
  "per",
  "start",
  "end",
  "of_start",
  "of_end",
  "speaker",
] as const;

const read = (name: string) =>
  Deno.readTextFileSync(new URL(`texts/${name}`, import.meta.url));

/** Two decimals of a fraction are the fraction. */
function isNear(stated: string, wanted: string): boolean {
  const [a, b] = [Math.abs(Number(stated)), Math.abs(Number(wanted))];
  return Math.abs(a - b) <= (Math.max(a, b) < 10 ? 0.02 * Math.max(a, b) : 0);
}

/** Whether a draft is of a claim: one place, words that overlap, one number. */
function isOf(draft: Draft, claim: Claim, lines: readonly string[]): boolean {
  if (draft.locator !== claim.locator) return false;
  const at = lines[Number(claim.locator!.slice(1)) - 1]!.indexOf(
    claim.wording!,
  );
  assert.ok(at >= 0, `the key's wording is not in the text: ${claim.wording}`);
  return draft.offset < at + claim.wording!.length &&
    draft.offset + draft.length > at && isNear(draft.stated, claim.value!) &&
    (!claim.value_high || draft.stated_high !== null &&
        isNear(draft.stated_high, claim.value_high));
}

function isRight(field: typeof FIELDS[number], draft: Draft, claim: Claim) {
  const [got, wanted] = [draft[field] ?? "", claim[field]!];
  if (field === "kind" && /^(ratio|share)$/.test(wanted)) {
    return /^(ratio|share)$/.test(got);
  }
  if (field === "end" && claim.kind === "level" && got === "") return true;
  if (field !== "speaker") return got === wanted;
  const [a, b] = [got.toLowerCase(), wanted.toLowerCase()];
  return a !== "" && (a.includes(b) || b.includes(a));
}

/** Shares over texts: of claims found, of drafts that are claims, of fields. */
function score(languages: readonly string[]) {
  let [claims, found, drafts] = [0, 0, 0];
  const right = Object.fromEntries(
    FIELDS.map((field) => [field, [0, 0]]),
  ) as Record<
    typeof FIELDS[number],
    [number, number]
  >;
  const texts = languages.flatMap((language) =>
    Object.entries(PUBLISHED[language]!).map(([name, published]) =>
      [`${language}/${name}`, published] as const
    )
  );
  for (const [name, published] of texts) {
    const text = read(`${name}.txt`);
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const [head, ...rows] = parse(read(`${name}.csv`));
    const key = rows.map((row): Claim =>
      Object.fromEntries(head!.map((column, i) => [column, row[i] ?? ""]))
    );
    const left = [...readText(text, { published }).drafts];
    drafts += left.length;
    claims += key.length;
    for (const claim of key) {
      const i = left.findIndex((draft) => isOf(draft, claim, lines));
      if (i < 0) continue;
      found++;
      const [draft] = left.splice(i, 1);
      for (const field of FIELDS) {
        if (!claim[field]) continue;
        right[field][1]++;
        if (isRight(field, draft!, claim)) right[field][0]++;
      }
    }
  }
  const share = ([a, b]: [number, number]) => a / b;
  return {
    recall: found / claims,
    precision: found / drafts,
    ...Object.fromEntries(
      FIELDS.map((field) => [field, share(right[field])]),
    ) as Record<typeof FIELDS[number], number>,
  };
}

/** What the texts of a language must reach. */
const LEAST: readonly [
  string,
  readonly string[],
  Readonly<Record<string, number>>,
][] = [
  ["English", ["en"], {
    recall: 0.95,
    precision: 0.9,
    hedge: 0.97,
    kind: 0.88,
    per: 0.95,
    start: 0.88,
    end: 0.9,
    speaker: 0.75,
  }],
  ["Ukrainian and Russian", ["uk", "ru"], {
    recall: 0.98,
    precision: 0.98,
    hedge: 0.98,
    kind: 0.98,
    per: 0.98,
    start: 0.95,
    end: 0.95,
    of_start: 0.95,
    of_end: 0.95,
    speaker: 0.95,
  }],
];

for (const [name, languages, least] of LEAST) {
  Deno.test(`of ${name} texts the claims are found, and what they mean`, () => {
    const shares = score(languages);
    for (const [field, wanted] of Object.entries(least)) {
      const got = shares[field as keyof typeof shares];
      assert.ok(got >= wanted, `${field}: ${got.toFixed(3)}, wanted ${wanted}`);
    }
  });
}
