import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { knownByDates } from "../../lib/analysis/known_by_dates.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { formatPercent } from "../../lib/quantity/percent.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { tellConflicts } from "../../lib/reconcile/proof/tell_conflicts.ts";
import { realReport } from "../support/real_report.ts";

// Numbers of one thing are the same wherever the pages print them. Each has its
// sentences; a sentence that is gone fails too, so that none slips out unseen.

type Page = ReturnType<typeof parseHTML>["document"];

let pages: Promise<Map<string, Page>> | undefined;

/** The pages by the name up to its first dash or dot: "05", "index". */
function report(): Promise<Map<string, Page>> {
  return pages ??= realReport().then((found) =>
    new Map(found.map(({ name, html }) => {
      const { document } = parseHTML(html);
      for (const other of document.querySelectorAll("script,style,svg,pre")) {
        other.remove();
      }
      // Cells and paragraphs stand apart, though not in the text.
      for (const block of document.querySelectorAll("td,th,dt,dd,p,li,h3")) {
        block.append(" ");
      }
      return [name.split(/[-.]/)[0]!, document] as const;
    }))
  );
}

/** What a page says, in one line. */
async function words(name: string): Promise<string> {
  const page = (await report()).get(name);
  assert.ok(page, `there is no page ${name}`);
  return page.querySelector("main")!.textContent.replace(/\s+/g, " ");
}

/** What stands in the groups of a sentence, wherever it stands on the page. */
async function said(name: string, sentence: RegExp): Promise<string[][]> {
  const found = [
    ...(await words(name)).matchAll(new RegExp(sentence, "g")),
  ].map(([, ...groups]) => groups);
  assert.ok(found.length > 0, `${name} does not say ${sentence}`);
  return found;
}

/** Asserts that each sentence has the value, on its page. */
async function same(
  value: number | string,
  sentences: readonly (readonly [page: string, sentence: RegExp])[],
): Promise<void> {
  for (const [page, sentence] of sentences) {
    for (const [found] of await said(page, sentence)) {
      assert.equal(found, `${value}`, `${page}: ${sentence}`);
    }
  }
}

/** The cells of the rows of a page's tables that hold all of some texts. */
async function rows(name: string, ...texts: string[]): Promise<string[][]> {
  const page = (await report()).get(name)!;
  const found = [...page.querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("td")].map(({ textContent }) => textContent.trim())
  ).filter((cells) => texts.every((text) => cells.includes(text)));
  assert.ok(found.length > 0, `${name} has no row of ${texts.join(" and ")}`);
  return found;
}

const data = await loadDataset(new URL("../../data", import.meta.url));
const of = (collection: string) =>
  data.claims.filter((claim) => claim.collection === collection);
const isModelled = ({ kind }: { kind: string }) => kind !== "none";

Deno.test("claims, modelled claims and official figures are as many on every page", async () => {
  await same(of("reports").length, [
    ["index", /named here.*?(\d+) claims, \d+ of them modelled/],
    ["claims", /The reports: .*?together\. (\d+) claims,/],
    ["conflicts", /The reports: .*?together\. (\d+) claims,/],
    ["01", /hold (\d+) numeric statements/],
    ["07", /(\d+) claims were read/],
  ]);
  await same(of("reports").filter(isModelled).length, [
    ["index", /named here.*?\d+ claims, (\d+) of them modelled/],
    ["index", /Of the (\d+) modelled claims/],
    ["index", /among the (\d+) modelled claims/],
    ["claims", /The reports: .*?together\. \d+ claims, (\d+) of them modelled/],
    [
      "conflicts",
      /The reports: .*?together\. \d+ claims, (\d+) of them modelled/,
    ],
    ["01", /(\d+) of them count something/],
    ["01", /Of the (\d+) modelled claims/],
    ["05", /(\d+) claims of the reports are modelled/],
    ["05", /among the (\d+) modelled claims/],
    ["06", /of (\d+) claims repeat another/],
    ["07", /(\d+) of them are modelled/],
    ["07", /(\d+) modelled claims: they/],
    ["07", /The (\d+) modelled claims/],
  ]);
  await same(of("record").length, [
    ["index", /The record (\d+) claims,/],
    ["claims", /The record: .*?together\. (\d+) claims,/],
    ["conflicts", /The record: .*?together\. (\d+) claims,/],
    ["03", /The record holds (\d+) published figures/],
  ]);
  using record = await reconcile(data, { collections: ["record"], seconds: 0 });
  // Without what other rows of the record correct.
  await same(record.modelled.length, [
    ["index", /The record \d+ claims, (\d+) of them modelled/],
    ["claims", /The record: .*?together\. \d+ claims, (\d+) of them modelled/],
    [
      "conflicts",
      /The record: .*?together\. \d+ claims, (\d+) of them modelled/,
    ],
  ]);
  await same(data.claims.length, [["claims", /(\d+) claims Show all/]]);
  await same(
    of("record").filter(({ status }) => status === "official").length,
    [
      ["03", /(\d+) of them are official/],
      ["04", /beside (\d+) official figures/],
    ],
  );
});

Deno.test("conflicts, repairs and the slack of the reports are the same on every page", async () => {
  using result = await reconcile(data, { collections: ["reports"] });
  const clashing = new Set(result.conflicts.flatMap(({ claims }) => claims));
  await same(result.conflicts.length, [
    ["index", /The reports .*? There are (\d+) conflicts among/],
    ["index", /(\d+) conflicts stand among/],
    ["claims", /The reports .*? There are (\d+) conflicts among/],
    ["conflicts", /The reports .*? There are (\d+) conflicts among/],
    ["05", /(\d+) conflicts stand among/],
    ["06", /conflicts, of (\d+) with them/],
    ["06", /be true: (\d+) in all/],
    ["06", /leaves \d+ of (\d+) conflicts/],
    ["07", /: (\d+) conflicts and \d+ repairs/],
  ]);
  const listed = (await report()).get("conflicts")!
    .querySelectorAll('.conflicts > [id^="conflict-1-"]');
  const told = tellConflicts(result.conflicts, result.facts);
  assert.ok(told.length < result.conflicts.length);
  assert.equal(listed.length, told.length);
  await same(told.length, [
    ["conflicts", /The reports .*? The conflicts are told as (\d+)\./],
  ]);
  for (const [nothing] of [await rows("06", "(nothing)")]) {
    assert.equal(nothing?.[3], `${result.conflicts.length}`);
  }
  await same(clashing.size, [
    ["index", /The reports .*? conflicts among (\d+) claims/],
    ["conflicts", /The reports .*? conflicts among (\d+) claims/],
  ]);
  await same(result.claims.length - clashing.size, [
    ["05", /that are in no conflict \((\d+)\)/],
  ]);
  await same(result.repairs.length, [
    ["05", /there are (\d+) repairs in all/],
    ["07", /conflicts and (\d+) repairs were/],
  ]);
  await same(formatPercent(result.slack), [
    ["05", /if every bound gave by ([\d.]+%)/],
    ["06", /a slack of [\d.]+%, of ([\d.]+%) with them/],
    ["07", /if every bound gave by ([\d.]+%)/],
  ]);
  const { drop } = result.cheapestRepair;
  await same(drop.join(" and "), [
    ["05", /The cheapest repair leaves out ([^;.]*);/],
    ["07", /The cheapest repair leaves out ([^;.]*)\./],
  ]);
  const [[left]] = await said(
    "conflicts",
    /Leaving out 2 claims .*? leaves out ([^;.]*?) ?\. It is/,
  ) as [[string]];
  for (const id of drop) assert.ok(left.includes(id), left);
});

Deno.test("the conflicts of one width, less those gone, and those that come, are those of another", async () => {
  const sentence =
    /have (\d+) conflicts\. At width 1, (\d+) of these are gone, and (\d+|no) others are there, .*?: (\d+) in all\. From there to width 3, (\d+) go, (\d+|none) come and (\d+) are left\./;
  for (const page of ["06", "index"]) {
    for (const groups of await said(page, sentence)) {
      const [before, gone, come, one, go, more, last] = groups.map((n) =>
        Number(n) || 0
      );
      assert.equal(before! - gone! + come!, one);
      assert.equal(one! - go! + more!, last);
    }
  }
});

Deno.test("November and December 2024 have one bound", async () => {
  using result = await reconcile(data, { collections: ["reports"] });
  const { high } = result.bounds("proceedings", "2024-11", "2024-12");
  const shown = high!.toLocaleString("en-US");
  await same(shown, [
    ["05", /together imply at most ([\d,]+) proceedings if/],
  ]);
  // What was published later may have narrowed the first limit that followed.
  const gap = { measure: "proceedings", start: "2024-11", end: "2024-12" };
  const known = await knownByDates(data, [gap], { collections: ["reports"] });
  const first = known.find(({ bounds }) => bounds[0]!.high !== null);
  await same(first!.bounds[0]!.high!.toLocaleString("en-US"), [
    [
      "06",
      /at most ([\d,]+) proceedings in November and December 2024 first follows/,
    ],
  ]);
});

Deno.test("each pair of an estimate and a register is on one side, as its own row says", async () => {
  const sentence =
    /Of (\d+) pairs of an estimate and a register, (\d+) have an estimate that is certainly more than the register's count, (\d+) one that is certainly less, and (\d+) one that may be either/;
  const page = (await report()).get("04")!;
  const table = [...page.querySelectorAll("table")].find((table) =>
    table.textContent.includes("Estimate divided by the register's count")
  )!;
  const ratios = [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].slice(-2).map(({ textContent }) =>
      textContent === "–" ? null : Number(textContent)
    )
  );
  const more = ratios.filter(([low]) => low !== null && low! > 1).length;
  const less = ratios.filter(([, high]) => high !== null && high! < 1).length;
  for (const name of ["04", "index"]) {
    for (const groups of await said(name, sentence)) {
      assert.deepEqual(groups.map(Number), [
        ratios.length,
        more,
        less,
        ratios.length - more - less,
      ]);
    }
  }
});

Deno.test("October by the official figures of the table is the same on three pages, and another by what was published", async () => {
  const pair = ["wtat-21600-october", "Monthly table, both articles"];
  const [low, open] = ["10,915", "–"];
  const [monthly] = await rows("02", ...pair);
  assert.deepEqual(
    [monthly?.[1], ...monthly!.slice(7, 9)],
    ["✓ yes", low, open],
  );
  const beside = await rows("03", ...pair);
  // Once dated, once set beside, and once by the number published for it.
  assert.deepEqual(
    beside.map((cells) => cells.includes(low) && cells.includes("✓ yes")),
    [true, true, false],
  );
  assert.ok(beside[2]!.includes("21,185") && beside[2]!.includes("✗ no"));
  const [against] = await rows("05", ...pair);
  assert.deepEqual(
    [against?.[1], ...against!.slice(-2)],
    ["✓ yes", low, open],
  );
  assert.match(
    await words("02"),
    /at least 10,915 by the official figures of Monthly table, both articles; published is 21,185 \(record-table-2025-10-nakanune, attributed\)/,
  );
});

Deno.test("the pairs that cannot both be true are the same twice, and named three times", async () => {
  const [[two]] = await said("02", /Those that cannot: (\d+)\./) as [[string]];
  await same(two, [
    ["03", /those that cannot both be true: (\d+)\./],
  ]);
  for (const claim of ["wtat-21600-october", "wtat-230000-cases"]) {
    for (const name of ["02", "03", "05"]) {
      assert.ok((await words(name)).includes(claim), `${name}: ${claim}`);
    }
  }
});

Deno.test("a date is shown as the dataset gives it", async () => {
  for (const { source_id, published } of data.sources) {
    if (!of("reports").some((claim) => claim.source_id === source_id)) continue;
    const [row] = await rows("01", source_id);
    assert.equal(row?.[3], published ?? "–", source_id);
  }
  const months = data.sources.flatMap(({ published }) =>
    published && /^\d{4}-\d{2}$/.test(published) ? [published] : []
  );
  assert.ok(months.length > 0);
});

Deno.test("no page has a sentence about none, or a range that runs backwards", async () => {
  for (const name of (await report()).keys()) {
    // What scripts may call is documented with invented numbers.
    if (name === "api") continue;
    const text = await words(name);
    const none =
      /\b(?:in 0 (?:it|of)|in the other [01]\b|0 (?:warnings|times|conflicts stand))/i
        .exec(text);
    assert.equal(none, null, `${name}: ${none}`);
    for (
      const [whole, from, to] of text.matchAll(
        /(?<![\d.,–-])([-−]?\d[\d,]*(?:\.\d+)?) to ([-−]?\d[\d,]*(?:\.\d+)?)(?![.,]?\d)/g,
      )
    ) {
      const number = (text: string) =>
        Number(text.replaceAll(",", "").replace("−", "-"));
      // Years and days are no numbers of this kind.
      if (/^\d{1,4}$/.test(from!) && /^\d{1,4}$/.test(to!)) continue;
      assert.ok(number(from!) <= number(to!), `${name}: ${whole}`);
    }
  }
});
