import { stringify } from "@std/csv";
import { join } from "node:path";

/** Text that would run, fetch, or turn the page round, were it not kept as text. */
export const HOSTILE = [
  `<script>globalThis.hit = "script"; alert(1)</script>`,
  `"><img src=x onerror="globalThis.hit='img'">`,
  `'><svg onload=globalThis.hit='svg'><script>globalThis.hit=1</script></svg>`,
  `</style></script></title></textarea><iframe src="https://example.invalid/">`,
  "[a](javascript:globalThis.hit='md') ![i](https://example.invalid/i.png) `x`",
  "{{constructor.constructor('globalThis.hit=1')()}} ${globalThis.hit=1} <%= 1 %>",
  "\u202eright to left\u202c \u2066isolated\u2069 \u200fmark \u0007 \u001b[31mred",
  `<a href="javascript:globalThis.hit='a'" autofocus onfocus="globalThis.hit=1">`,
  `&lt;script&gt;globalThis.hit=1&lt;/script&gt; &#x3c;b&#x3e; --><!-- <math>`,
  `<base href="https://example.invalid/"><link rel=stylesheet href=//example.invalid>`,
  `@import url(https://example.invalid/); } * { display: none } url(#x)`,
];

/** Addresses that must not become links. */
export const ADDRESSES = [
  "javascript:globalThis.hit='url'",
  " javascript:alert(1)",
  "data:text/html,<script>globalThis.hit=1</script>",
  "//example.invalid/",
  "file:///etc/hosts",
  "https://example.org@example.invalid/",
  'https://" onmouseover="globalThis.hit=1',
];

/** Writes a dataset with hostile text in every field that takes text. */
export async function writeHostileDataset(folder: string): Promise<void> {
  let turn = 0;
  const bad = () => HOSTILE[turn++ % HOSTILE.length]!;
  const id = (text: string) => text.trim();
  const rows = HOSTILE.map((text, i) => ({
    claim_id: id(text),
    measure: id(HOSTILE[i % 3]!),
    kind: "total",
    stated: String(100 + i),
    start: "2024-01",
    end: "2024-03",
    period_said: bad(),
    status: ["official", "attributed", "unverified", "contested"][i % 4]!,
    collection: i < 6 ? HOSTILE[0]! : HOSTILE[1]!,
    source_id: id(HOSTILE[i]!),
    locator: bad(),
    wording: HOSTILE[(i + 1) % HOSTILE.length]!,
    speaker: bad(),
    origin: bad(),
    note: bad(),
    [HOSTILE[1]!]: bad(),
  }));
  const tables: Record<string, Record<string, string>[]> = {
    claims: rows,
    sources: HOSTILE.map((text, i) => ({
      source_id: id(text),
      publisher: bad(),
      publisher_kind: bad(),
      title: bad(),
      author: bad(),
      published: "2024-05",
      language: bad(),
      translated_by: bad(),
      url: ADDRESSES[i % ADDRESSES.length]!,
      note: bad(),
    })),
    measures: HOSTILE.slice(0, 3).map((text) => ({
      measure: id(text),
      label: bad(),
      unit: bad(),
      definition: bad(),
      register: bad(),
    })),
    relations: rows.slice(1).map((row) => ({
      from: row.claim_id!,
      relation: "contests",
      to: rows[0]!.claim_id!,
      note: bad(),
    })),
    readings: rows.map((row) => ({
      claim_id: row.claim_id!,
      reading: id(bad()),
      end: "2024-04",
      grounds: bad(),
    })),
  };
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, rows] of Object.entries(tables)) {
    const text = stringify(rows, { columns: Object.keys(rows[0]!) });
    await Deno.writeTextFile(join(folder, `${name}.csv`), text);
  }
  await Deno.writeTextFile(
    join(folder, "README.md"),
    `# ${HOSTILE[0]}\n\n${HOSTILE.join("\n\n")}\n\n## ${HOSTILE[1]}\n\n` +
      `[x]: javascript:globalThis.hit=1\n\n[x] <javascript:alert(1)> ` +
      `[y](data:text/html,<script>1</script>) [z](../secret.html)\n`,
  );
  await Deno.writeTextFile(
    join(folder, "datapackage.json"),
    JSON.stringify({
      title: HOSTILE[0],
      description: HOSTILE[1],
      version: HOSTILE[2],
      created: `2024-01-01${HOSTILE[3]}`,
      licenses: [{ name: HOSTILE[4] }],
      contributors: [{ title: HOSTILE[6] }],
    }),
  );
}
