import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { tellAlternatives } from "../../../lib/reconcile/proof/tell_alternatives.ts";

const N = Array.from({ length: 9 }, (_, i) => `c${i + 1}`);

const CASES: [options: string[][], complete: boolean, text: string][] = [
  [[["a"]], true, "a"],
  [[["a", "b"]], true, "a and b"],
  [[N], true, "c1, c2, c3, c4, c5, c6 and 3 more"],
  [[["a"], ["b"]], true, "either a or b"],
  [[["a"], ["b", "c"]], true, "either a, or b and c"],
  [[["x", "a"], ["x", "b"]], true, "x, and either a or b"],
  // Of options that are not all known nothing is shared for certain.
  [[["a", "b"], ["a", "c"]], false, "a and b (others may weigh as little)"],
  [N.map((id) => [id]), true, "one of 9: c1, c2, c3, c4, c5, c6 and 3 more"],
  [[["a", "b"], ["b", "c"], ["a", "c"]], true, "any 2 of a, b and c"],
  [
    N.map((id) => N.filter((other) => other !== id)),
    true,
    "any 8 of these 9: c1, c2, c3, c4, c5, c6 and 3 more",
  ],
  [
    [["a"], ["b", "c"], ["b", "d"], ["e", "f"], ["g"]],
    true,
    "one of 5 sets of 1 to 2, of a, b, c, d, e, f and g",
  ],
];

for (const [options, complete, text] of CASES) {
  Deno.test(`what may give: ${text}`, () => {
    assert.equal(tellAlternatives({ options, complete }), text);
  });
}

function total(
  claim_id: string,
  stated: string,
  month: string,
  weight?: string,
): Claim {
  return {
    claim_id,
    measure: "cases",
    kind: "total",
    hedge: "exact",
    stated,
    start: month,
    end: month,
    weight,
  };
}

async function choices(claims: Claim[]): Promise<string[]> {
  using result = await reconcile(claims);
  return result.alternatives.map(tellAlternatives);
}

Deno.test("independent conflicts are choices apart, the one that is used first", async () => {
  const claims = [
    total("b", "10", "2024-01"),
    total("a", "20", "2024-01"),
    total("d", "7", "2024-05"),
    total("c", "8", "2024-05"),
    total("e", "9", "2024-09"),
  ];
  assert.deepEqual(await choices(claims), ["either a or b", "either c or d"]);
  using result = await reconcile(claims);
  assert.deepEqual(
    result.alternatives.flatMap(({ options }) => options[0]),
    result.cheapestRepair.drop,
  );
});

Deno.test("choices are apart within one component too", async () => {
  // A year joins the months, and contradicts none of them.
  const year: Claim = {
    ...total("year", "100", "2024-01"),
    end: "2024-12",
    hedge: "up_to",
  };
  assert.deepEqual(
    await choices([
      year,
      total("a", "1", "2024-01"),
      total("b", "2", "2024-01"),
      total("c", "3", "2024-05"),
      total("d", "4", "2024-05", "2"),
    ]),
    ["either a or b", "c"],
  );
});

Deno.test("more claims that weigh as little are an alternative", async () => {
  assert.deepEqual(
    await choices([
      total("a", "1", "2024-01", "2"),
      total("b", "2", "2024-01"),
      total("c", "2", "2024-01"),
    ]),
    ["either a, or b and c"],
  );
  assert.deepEqual(await choices([total("a", "1", "2024-01")]), []);
});
