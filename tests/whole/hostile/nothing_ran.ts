import assert from "node:assert/strict";
import { inPage, type open } from "../../support/open_page.ts";

/**
 * Fails where anything in a page ran, asked for something, leads to a script,
 * or turns the text round; first everything is pointed at, focused and clicked.
 */
export async function assertNothingRan(
  { page, said }: Awaited<ReturnType<typeof open>>,
  name: string,
): Promise<void> {
  await inPage(
    page,
    `for (const e of document.querySelectorAll("*")) {
      for (const type of ["mouseover", "focus", "click", "load", "error", "toggle"]) {
        e.dispatchEvent(new Event(type));
      }
    }`,
  );
  await page.waitForTimeout(100);
  assert.deepEqual(said, [], name);
  assert.deepEqual(
    await inPage(
      page,
      `({
        hit: globalThis.hit ?? null,
        foreign: [...document.querySelectorAll("script, iframe, base, link, img, image, use, a, object, embed, math, foreignObject, parsererror, form, meta:not([charset])")].map((e) => e.localName),
        handlers: [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
        unseen: (document.documentElement.textContent.match(/[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]/g) ?? []).length,
      })`,
    ),
    { hit: null, foreign: [], handlers: [], unseen: 0 },
    name,
  );
}
