import { decimalOf } from "../../lib/reading/decimal.ts";
import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

/** What must hold of every reading, whatever the text. */
export function assertHolds(
  text: string,
  published: string | undefined,
  language?: string,
): void {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/).filter((line) =>
    line.trim() !== ""
  );
  const { drafts, quantities } = readText(
    text,
    {
      ...(published === undefined ? {} : { published }),
      ...(language === undefined ? {} : { language }),
    },
  );
  for (const draft of drafts) {
    const line = lines[Number(draft.locator.slice(1)) - 1]!;
    assert.equal(
      line.slice(draft.offset, draft.offset + draft.length),
      draft.wording,
    );
    for (const number of [draft.stated, draft.stated_high]) {
      if (number !== null) decimalOf(number.replace(/^-/, ""));
    }
    if (draft.stated_high !== null) {
      assert.ok(Number(draft.stated) <= Number(draft.stated_high));
    }
    if (draft.start !== null && draft.end !== null) {
      assert.ok(draft.start <= draft.end, `${draft.start}..${draft.end}`);
    }
    assert.ok(draft.why.length > 0);
  }
  for (const { value, why, offset, length, locator } of quantities) {
    assert.ok(Number.isFinite(value));
    assert.notEqual(why, "");
    const line = lines[Number(locator.slice(1)) - 1]!;
    assert.ok(offset >= 0 && offset + length <= line.length && length > 0);
  }
}
