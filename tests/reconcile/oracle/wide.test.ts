import { Oracle } from "./oracle.ts";
import { wideSystem } from "./wide.ts";
import assert from "node:assert/strict";

Deno.test("wide systems use every kind, hedge, option and depth of parts", () => {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  let conflicting = 0, least = Infinity, most = 0;
  for (let seed = 0; seed < 400; seed++) {
    const { input, options } = wideSystem(seed);
    assert.deepEqual(wideSystem(seed), { input, options });
    const ids = input.claims.map(({ claim_id }) => claim_id);
    assert.equal(new Set(ids).size, ids.length);
    for (const claim of input.claims) {
      see(`kind ${claim.kind}`);
      see(`hedge ${claim.hedge}`);
      if (claim.spread) see(`spread ${claim.spread}`);
      if (claim.of_measure && claim.of_measure !== claim.measure) see("other");
      if (claim.of_start) see("other period");
      if (/\.\d{4}$/.test(claim.stated!)) see("decimals");
      const size = Number(claim.stated);
      if (size > 0 && claim.kind === "total") {
        least = Math.min(least, size);
        most = Math.max(most, size);
      }
    }
    const parents = new Map(
      input.measures?.map(({ measure, part_of }) => [measure, part_of]),
    );
    for (const id of parents.keys()) {
      let depth = 0;
      for (let up = parents.get(id); up; up = parents.get(up)) depth++;
      see(`depth ${depth}`);
    }
    for (const { split } of input.measures ?? []) see(`split ${split}`);
    for (const { low, high } of input.hedges ?? []) see(`${low}, ${high}`);
    for (const option of Object.keys(options)) see(option);
    see(`width ${options.width}`);
    if (!new Oracle(input, options).consistent) conflicting++;
  }
  const wanted = [
    ...["total", "rate", "ratio", "share"].map((kind) => `kind ${kind}`),
    ...["exact", "bare", "about", "nearly", "over", "at_least", "up_to"]
      .map((hedge) => `hedge ${hedge}`),
    ...["each", "mean"].map((spread) => `spread ${spread}`),
    ...["full", "part", "null"].map((split) => `split ${split}`),
    ...["depth 3", "other", "other period", "decimals"],
    ...["inf, 0.5", "hedge dozens", "hedge most"],
    ...["knownBy", "collections", "without", "withoutSources", "same"],
    ...["reading", "echoes", "by", "weights", "most", "show"],
    ...[0, 0.25, 0.5, 1, 1.35, 2, 3].map((width) => `width ${width}`),
  ];
  for (const one of wanted) assert.ok(seen.has(one), one);
  assert.ok(most / least > 1e7, `${least} to ${most}`);
  assert.ok(conflicting > 120 && conflicting < 280, `${conflicting} of 400`);
});
