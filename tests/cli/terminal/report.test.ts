import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type {
  ReconcileInput,
  ReconcileOptions,
} from "../../../lib/reconcile/model/tables.ts";
import { explanation } from "../../../lib/cli/terminal/explanation.ts";
import { paintFor } from "../../../lib/cli/terminal/paint.ts";
import { report } from "../../../lib/cli/terminal/report.ts";

const PLAIN = paintFor(false, true);

function total(
  claim_id: string,
  stated: string,
  start: string,
  end: string,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id,
    measure: "cases",
    kind: "total",
    hedge: "exact",
    stated,
    start,
    end,
    ...cells,
  };
}

async function told(
  input: ReconcileInput,
  options: ReconcileOptions = {},
): Promise<string> {
  using result = await reconcile(input, options);
  return report(result, options, PLAIN);
}

const A = total("a", "10", "2024-01", "2024-01");
const B = total("b", "20", "2024-01", "2024-01");
const HALF = { measure: "deaths", hedge: "exact" } as const;

/** What a report says, and what it must not. */
const SAYS: [
  what: string,
  input: ReconcileInput,
  options: ReconcileOptions,
  says: RegExp[],
  not?: RegExp,
][] = [
  ["nothing is selected", [], {}, [/^No claim is selected: there is nothing/]],
  ["nothing is modelled", [{ ...A, kind: "none" }], {}, [
    /^No claim is modelled, so that nothing can be said: 1 claim is recorded only/,
  ], /can be true/],
  ["one claim", [A], {}, [/^1 claim: it can be true\.\n/]],
  [
    "what is recorded beside what is modelled",
    [A, { ...B, kind: "none" }],
    {},
    [
      /^1 claim: it can be true\.\n1 more is recorded and not modelled\./,
    ],
  ],
  // 0 and 10 agree only where the 10 gives wholly.
  [
    "a slack of 1 is all of it",
    [A, total("z", "0", "2024-01", "2024-01")],
    {},
    [
      /every bound gave by 100%\./,
    ],
  ],
  // 10,000 · (1 + t) = 10,008 · (1 − t): t is 8/20,008.
  [
    "a small slack is not nothing",
    [
      total("x", "10000", "2024-01", "2024-01"),
      total("y", "10008", "2024-01", "2024-01"),
    ],
    {},
    [/every bound gave by 0\.04%\./],
  ],
  ["what gives takes no side", [A, B], {}, [
    /What must give at the least, and where there is a choice\n {2}leave out either a or b\n {2}Weight 1; 2 repairs in all\./,
    /is\s+without\s+a:\s+the\s+first\s+in\s+the\s+order\s+of\s+ids/,
  ]],
  ["one repair that weighs the least", [A, { ...B, weight: "2" }], {}, [
    /What must give at the least: the cheapest repair\n {2}leave out a\n/,
  ], /several|either/i],
  // January to June has nothing; the year has.
  [
    "a year of which no month says anything",
    [
      total("year", "90", "2024-01", "2024-12", { hedge: "at_least" }),
    ],
    {},
    [/cases\n +at least +at most\n {4}2024 +90 +open/],
    /Nothing follows/,
  ],
  [
    "the last year of which something follows",
    [
      total("old", "5", "2010-01", "2010-01"),
      total("new", "0", "2015-03", "2015-03", { hedge: "at_least" }),
    ],
    {},
    [/January 2010 +5 +5\n {4}February to December 2010, each +0 +open/],
    /2015|Nothing/,
  ],
  [
    "for when nothing follows",
    [
      A,
      total("d", "0", "2015-03", "2016-02", { ...HALF, hedge: "at_least" }),
    ],
    {},
    [/Nothing follows from March 2015 to February 2016 for deaths\./],
  ],
  [
    "months with the same bounds are one line",
    [
      total("q", "30", "2024-01", "2024-03"),
    ],
    {},
    [/January to March 2024, each +0 +30\n {4}together +30 +30/],
  ],
  ["what was asked for", [A, total("d", "3", "2024-02", "2024-02", HALF)], {
    show: { per: "day", measures: ["deaths"], from: "2024-02-28" },
  }, [
    /deaths\n +at least +at most\n {4}28 to 29 February 2024, each +0 +3\n/,
  ], /^ {2}cases$/m],
  [
    "measures by their names",
    {
      claims: [A],
      measures: [{ measure: "cases", label: "Cases of measles" }],
    },
    {},
    [/^ {2}Cases of measles \(cases\)$/m],
  ],
  ["that the time ran out", [A, B], { seconds: 0 }, [
    /^The time ran out \(--seconds\): /m,
  ]],
];

for (const [what, input, options, says, not] of SAYS) {
  Deno.test(`the report tells: ${what}`, async () => {
    const text = await told(input, options);
    for (const words of says) assert.match(text, words);
    if (not) assert.doesNotMatch(text, not);
  });
}

Deno.test("a report works out nothing that others imply for a claim", async () => {
  using result = await reconcile([A, B]);
  const asked: string[] = [];
  const watched = new Proxy(result, {
    get(target, name) {
      asked.push(String(name));
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  report(watched, {}, PLAIN);
  assert.ok(asked.includes("modelled"));
  for (const slow of ["claims", "implied", "impliedCertain", "certain"]) {
    assert.ok(!asked.includes(slow), slow);
  }
});

Deno.test("an explanation names measures as a report does, and its own claims alone", async () => {
  const far = { start: "2020-01", end: "2020-01", ...HALF };
  using result = await reconcile({
    claims: [
      A,
      B,
      total("x", "1", "", "", far),
      total("y", "2", "", "", far),
    ],
    measures: [
      { measure: "cases", label: "Cases of measles" },
      { measure: "deaths" },
    ],
  });
  const told = {
    name: (id: string) => result.nameOf(id),
    facts: result.facts,
    certain: true,
    byOrigin: false,
  };
  const bounds = result.bounds("cases", "2024-01", "2024-02");
  const text = explanation(bounds, told, PLAIN);
  assert.match(text, /^Cases of measles \(cases\), January to February 2024\n/);
  assert.match(text, /Cases of measles is never negative, February 2024/);
  assert.match(
    text,
    /fewest claims, then the first in the\s+order of ids: a$/m,
  );
  const byOrigin = explanation(bounds, { ...told, byOrigin: true }, PLAIN);
  assert.match(
    byOrigin,
    /fewest\s+witnesses, then the first in the\s+order of names: a$/m,
  );
  assert.deepEqual(result.cheapestRepair.drop, ["a", "x"]);
});

Deno.test("an explanation says of what stands out, and of two counts, what is compared", async () => {
  const lone = { hedge: null, stated: null };
  const may = ["2024-05", "2024-05"] as const;
  using result = await reconcile({
    claims: [
      total("may", "90", ...may),
      total("record", "", ...may, {
        ...lone,
        kind: "highest",
        of_start: "2024-01",
        of_end: "2024-05",
      }),
      total("low", "", "2024-01", "2024-01", {
        ...lone,
        kind: "lowest",
        of_start: "2024-01",
        of_end: "2024-05",
      }),
      total("double", "2", ...may, {
        kind: "ratio",
        measure: "deaths",
        of_measure: "cases",
      }),
      total("more", "5", ...may, {
        kind: "difference",
        measure: "beds",
        of_measure: "cases",
      }),
      total("as-many", "1", ...may, {
        kind: "ratio",
        measure: "births",
        of_measure: "cases",
        of_start: "2024-04",
        of_end: "2024-04",
        hedge: "up_to",
      }),
    ],
  });
  const told = {
    name: (id: string) => result.nameOf(id),
    facts: result.facts,
    certain: true,
    byOrigin: false,
  };
  const explained = (measure: string, month: string) =>
    explanation(result.bounds(measure, month, month), told, PLAIN);
  assert.match(
    explained("cases", "2024-03"),
    /record: May 2024, the highest, at least as many as in March 2024 /,
  );
  assert.match(
    explained("cases", "2024-01"),
    /low: January 2024, the lowest, at most as many as in \w+ 2024 /,
  );
  const deaths = explained("deaths", "2024-05");
  assert.match(deaths, /double: at least 2 times cases, May 2024 /);
  assert.match(deaths, /double: at most 2 times cases, May 2024 /);
  assert.match(
    explained("beds", "2024-05"),
    /more: at most 5 more than cases, May 2024 /,
  );
  assert.match(
    explained("births", "2024-05"),
    /as-many: at most as many as cases, April 2024, May 2024 /,
  );
});
