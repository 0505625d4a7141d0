import assert from "node:assert/strict";
import { renderMarkdown } from "../../../lib/site/claims/markdown.ts";

/** The least of three times, in milliseconds. */
function least(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

Deno.test("every heading has an id of its own, in the order of the headings", () => {
  const { body, headings } = renderMarkdown(
    "## a\n\n## a\n\n## a-2\n\n## A!\n\n## main\n\n## a-2\n\n[x](#a-2-2)\n",
  );
  assert.deepEqual(
    headings.map(({ id }) => id),
    ["a", "a-2", "a-2-2", "a-3", "main-2", "a-2-3"],
  );
  assert.match(`${body}`, /<a href="#a-2-2">x<\/a>/);
});

Deno.test("20,000 headings of one name take no longer than of as many names", () => {
  const n = 20_000;
  const text = (name: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => `# ${name(i)}\n`).join("\n");
  const many = text((i) => `part ${i}`);
  const one = text(() => "part");
  // Quadratic, they took some fifty times as long.
  const usual = least(() => renderMarkdown(many));
  const odd = least(() => renderMarkdown(one));
  assert.ok(odd < 8 * usual, `${odd} ms against ${usual} ms`);
});
