import { counts, Grid, World } from "./world.ts";
import { NONE } from "./fraction.ts";
import { Tableau } from "./simplex.ts";
import { Subsets } from "./subsets.ts";
import { wideSystem } from "./wide.ts";
import assert from "node:assert/strict";

Deno.test("every subset is as solving it alone finds it, of few that are solved", () => {
  let subsets = 0, solved = 0, refused = 0;
  for (let seed = 0; seed < 40; seed++) {
    const { input, options } = wideSystem(seed);
    const world = new World(input, options);
    const roots = new Set(
      world.said.map(({ count }) => world.component(count.measure)),
    );
    for (const root of roots) {
      const said = world.said.filter(({ count }) =>
        world.component(count.measure) === root
      );
      if (said.length > 6) continue;
      const all = new Subsets(world, root, said);
      for (let mask = (1 << said.length) - 1; mask > 0; mask--) {
        const own = said.filter((_, i) => mask & 1 << i);
        const grid = new Grid(world, root, own.flatMap(counts));
        for (const one of own) grid.claim(one, NONE);
        const { feasible } = new Tableau(grid.variables, grid.constraints);
        assert.equal(all.feasible(mask), feasible, `seed ${seed}, ${mask}`);
        subsets++;
        if (!feasible) refused++;
      }
      solved += all.solved;
    }
  }
  assert.ok(refused > 25 && solved * 3 < subsets, `${solved} of ${subsets}`);
});
