import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { buildReport } from "../../lib/cli/report/build.ts";
import { checkDataset } from "../../lib/dataset/load.ts";
import { formatProblem } from "../../lib/dataset/problem.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

// What is expected here was added up by hand, as the example's README.md tells,
// and not read off the engine.

const FOLDER = join(ROOT, "examples", "italy-march-2020");

const { dataset, problems, warnings } = await checkDataset(FOLDER);

/** Time enough on a busy machine: what is pinned is found in full. */
const seconds = 600;

const near = (a: number | null, b: number) =>
  assert.ok(a !== null && Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

Deno.test("the example is sound, and every claim has its place in a public page", () => {
  assert.deepEqual(problems.map(formatProblem), []);
  assert.deepEqual(warnings.map(formatProblem), []);
  const { claims, sources } = dataset!;
  assert.ok(claims.length >= 60 && claims.length <= 150, `${claims.length}`);
  assert.ok(sources.length >= 6, `${sources.length}`);
  const urls = sources.map(({ url }) => url!);
  assert.equal(new Set(urls).size, urls.length);
  for (const { source_id, url, accessed, published, note } of sources) {
    assert.match(url!, /^https?:\/\//);
    assert.ok(accessed);
    // Where an address has another year than its page, the note says why.
    const [, year] = /\/(20\d\d)\/\d{1,2}\//.exec(url!) ?? [];
    if (year && published && !published.startsWith(year)) {
      assert.match(note ?? "", new RegExp(`year ${year}`), source_id);
    }
    // A file of a repository is quoted at a commit.
    if (url!.includes("github.com")) assert.match(url!, /\/blob\/[0-9a-f]{40}/);
  }
  for (const { claim_id, wording, locator, source_id } of claims) {
    assert.ok(wording && locator && source_id, claim_id);
    assert.ok(wording.split(/\s+/).length <= 12, claim_id);
  }
});

Deno.test("it has a case of everything that it is there for", () => {
  const { claims, splits, balances, readings } = dataset!;
  const kinds = new Set(claims.map(({ kind }) => kind));
  for (
    const kind of ["total", "rate", "share", "level", "difference"] as const
  ) {
    assert.ok(kinds.has(kind), kind);
  }
  assert.ok(claims.some(({ hedge }) => hedge === "plural"));
  assert.ok(claims.some(({ kind, per }) => kind === "rate" && per === "day"));
  assert.ok(claims.some(({ series, as_of }) => series && as_of));
  const whole = splits.filter((row) =>
    row.whole === "positive" && row.split === "full"
  );
  assert.deepEqual([...new Set(whole.map((row) => row.dimension))], [
    "care",
    "region",
  ]);
  assert.deepEqual(balances.map(({ direction }) => direction), [
    "in",
    "out",
    "out",
  ]);
  assert.ok(readings.length > 0);
});

Deno.test("what its keepers replaced is set aside", async () => {
  using result = await reconcile(dataset!, { seconds });
  assert.deepEqual(
    result.setAside.map(({ claim, by, why }) => [claim, why, by]),
    [
      ["dpc-26-deaths", "corrected", "dpc-notice-26"],
      ["secolotrentino-26-deaths", "corrected", "dpc-notice-26"],
      ["report1-iss-deaths", "vintage", "report3-iss-march"],
      ["report1-iss-share", "superseded", "report3-iss-march"],
      ["report2-iss-two-months", "vintage", "report3-iss-two-months"],
    ],
  );
});

Deno.test("its conflicts are those that can be added up by hand", async () => {
  using result = await reconcile(dataset!, { seconds });
  const agencies = ["newsparliament-27-deaths", "reuters-27-deaths"];
  const day26 = [
    "inews24-26-recovered",
    "secolotrentino-26-new",
    "secolotrentino-26-rise",
  ];
  const expected = [
    // 969 against 919; 8,215 + 969 and 7,503 + 712 + 969 are 9,184 > 9,134.
    ...agencies.map((agency) => ["calciomercato-27-deaths", agency]),
    ["calciomercato-27-deaths", "dpc-27-deaths", "jhu-26-deaths"],
    [
      "calciomercato-27-deaths",
      "dpc-25-deaths",
      "dpc-27-deaths",
      "reuters-26-deaths",
    ],
    // 999 + 712 + 4,492 = 6,203 > 6,153, and 8,215 - 7,503 and
    // 9,134 - 919 - 7,503 are these 712 as well.
    [...day26, "reuters-26-deaths"],
    [...day26, "dpc-25-deaths", "jhu-26-deaths"],
    ...agencies.map((
      agency,
    ) => [...day26, "dpc-25-deaths", "dpc-27-deaths", agency]),
    // 41,035 - 35,713 = 5,322 > 4,480; and 4,480 more still positive leave no
    // room for 415 who recovered, or for 427 who died.
    ["corriereumbria-19-new", "dpc-18-cases", "dpc-19-cases"],
    [
      "corriereumbria-19-new",
      "corriereumbria-19-recovered",
      "vaitaormina-19-rise",
    ],
    [
      "corriereumbria-19-new",
      "corriereumbria-19-deaths",
      "vaitaormina-19-rise",
    ],
    // 2,107 against 4,053.
    ["corriereumbria-31-new", "open-31-new"],
    // 3,695 + 5,010 = 8,705 > 6,913.
    [
      "notizieora-28-home-veneto",
      "notizieora-28-positive-veneto",
      "notizieora-28-wards-veneto",
    ],
    // 25,345 against 25,354, and 65,592 + 25,345 = 90,937 < 90,946.
    ["fantacalcio-excess", "palermo-excess"],
    ["fantacalcio-excess", "report1-excess"],
    ["fantacalcio-excess", "report1-all", "report1-usual"],
    // 13,691 against 13,710.
    ["report1-agency-covid", "report1-covid"],
    // 14,420 / 26,350 = 0.547 > 0.545.
    ["report2-covid", "report2-excess", "report2-share"],
    // 15,133 + 13,777 = 28,910 < 28,967; with 4,014 they are 32,924 < 32,981.
    ["report3-iss-april", "report3-iss-march", "report3-iss-two-months"],
    [
      "report3-iss-all",
      "report3-iss-april",
      "report3-iss-march",
      "report3-iss-may",
    ],
  ];
  const sorted = (sets: readonly (readonly string[])[]) =>
    sets.map((set) => set.toSorted().join(" ")).sort();
  assert.deepEqual(
    sorted(result.conflicts.map(({ claims }) => claims)),
    sorted(expected),
  );
  assert.equal(result.conflictsComplete, true);
  const told = result.conflicts.map(({ text }) => text).join("\n");
  assert.match(told, /41,035 .* is more than the 40,193/);
  assert.match(told, /add up to 6,203, more than 6,153/);
  // 4,053 and 2,107 are furthest apart: 4053 (1 - t) = 2107 (1 + t).
  assert.ok(Math.abs(result.slack - 1946 / 6160) < 2e-6, `${result.slack}`);
});

Deno.test("read as the rise of those still positive, and less the 50, the pages fit the bulletins", async () => {
  const reading = {
    "corriereumbria-19-new": "rise-of-positive",
    "corriereumbria-31-new": "rise-of-positive",
    "calciomercato-27-deaths": "less-50",
  };
  using result = await reconcile(dataset!, { seconds, reading });
  const among = (id: string) =>
    result.conflicts.filter(({ claims }) => claims.includes(id));
  assert.equal(result.conflictsComplete, true);
  assert.deepEqual(among("corriereumbria-19-new"), []);
  assert.deepEqual(among("corriereumbria-31-new"), []);
  // 919 fits the bulletins; of the day before, 50 are then too many.
  for (const { claims } of among("calciomercato-27-deaths")) {
    assert.ok(claims.includes("secolotrentino-26-rise"));
  }
  near(result.bounds("deaths", "2020-03-27", "2020-03-27").low, 919);
});

Deno.test("the balance gives a day's cases and the eve of the first day", async () => {
  using without = await reconcile(dataset!, {
    seconds,
    without: ["corriereumbria-19-new", "dpc-18-cases", "dpc-19-cases"],
  });
  // 4,480 more still positive, 415 recovered, 427 dead.
  const cases = without.bounds("cases", "2020-03-19", "2020-03-19");
  assert.deepEqual([cases.low, cases.high], [5322, 5322]);
  // 50,418 + 7,432 + 6,077 = 63,927.
  const eve = without.bounds("positive", "2020-02-20", "2020-02-20");
  assert.deepEqual([eve.low, eve.high], [0, 0]);
});

Deno.test("two breakdowns of one whole agree, and each fills a gap of its own", async () => {
  using result = await reconcile(dataset!, {
    seconds,
    without: [
      "wallstreetitalia-18-lombardia",
      "siracusapost-18-home",
      "siracusapost-18-share",
      "ilmattino-18-share",
    ],
  });
  const day = (measure: string) => {
    const { low, high } = result.bounds(measure, "2020-03-18", "2020-03-18");
    return [low, high];
  };
  // 28,710 less the other twenty regions, and less 14,363 and 2,257.
  assert.deepEqual(day("positive-lombardia"), [12266, 12266]);
  assert.deepEqual(day("home"), [12090, 12090]);
  assert.deepEqual(day("positive"), [28710, 28710]);
});

Deno.test("shares and rates bound what no page counts", async () => {
  using result = await reconcile(dataset!, { seconds });
  // 6% of 50,418 in intensive care: 5.5% to 6.5%.
  const care = result.bounds("intensive", "2020-03-23", "2020-03-23");
  near(care.low, 0.055 * 50418);
  near(care.high, 0.065 * 50418);
  // Hundreds a day from the 11th to the 17th, of 2,629 by then.
  const workers = result.bounds("health-workers", "2020-03-11", "2020-03-17");
  assert.deepEqual([workers.low, workers.high], [700, 2629]);
  // 1,344 less five days of 90 to 100.
  const emilia = result.bounds("deaths-emilia", "2020-02-21", "2020-03-23");
  assert.deepEqual([emilia.low, emilia.high], [844, 894]);
});

Deno.test("as it stood that evening, both sides of the 50 deaths speak", async () => {
  const evening = dataset!.only({ measures: ["deaths"] });
  // 8,165 + 969 = 9,134 agrees with the bulletins, 919 does not, nor 8,215.
  using result = await reconcile(evening, { seconds, vintages: "all" });
  const sets = result.conflicts.map(({ claims }) =>
    claims.toSorted().join(" ")
  );
  assert.ok(sets.includes("dpc-26-deaths jhu-26-deaths"));
  assert.ok(sets.includes("dpc-26-deaths dpc-27-deaths reuters-27-deaths"));
  assert.ok(
    !sets.includes("calciomercato-27-deaths dpc-26-deaths dpc-27-deaths"),
  );
  assert.deepEqual(result.setAside, []);
});

Deno.test("an agency's text in other words is one witness", async () => {
  using result = await reconcile(dataset!, { seconds, echoes: "once" });
  const ids = result.claims.map(({ claim }) => claim);
  assert.ok(ids.includes("reuters-27-deaths"));
  assert.ok(!ids.includes("newsparliament-27-deaths"));
});

Deno.test("its notebook runs, and a report of it shows the verdict", async () => {
  const work = join(ROOT, ".cache", "tests", "italy-march-2020");
  const out = join(work, "report");
  await buildReport({
    project: ROOT,
    work,
    out,
    force: true,
    // Enough for the verdict; the conflicts are counted above.
    seconds: 10,
    other: { data: FOLDER, notebooks: [join(FOLDER, "explore.ipynb")] },
  });
  const index = await Deno.readTextFile(join(out, "index.html"));
  assert.match(index, /as pages told it day by day/);
  const notebook = await Deno.readTextFile(join(out, "explore.html"));
  assert.match(notebook, /they cannot all be true/);
  assert.match(
    notebook,
    /by care they add up to 28,710, by region to\s+28,710/i,
  );
  const claims = await Deno.readTextFile(join(out, "claims.html"));
  assert.match(claims, /di cui 50 sono relative a ieri/);
});
