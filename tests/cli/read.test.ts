import { join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { withFiles } from "../whole/files/folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const decoder = new TextDecoder();

/** Runs a command of the toolkit as its task does. */
async function run(name: string, args: readonly string[], input?: string) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read",
      "--allow-write",
      "--allow-env=NO_COLOR,INIT_CWD",
      join(root, "lib/cli.ts"),
      name,
      ...args,
    ],
    cwd: root,
    env: { NO_COLOR: "1", INIT_CWD: root },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  if (input !== undefined) await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

const TEXT = `300 homes lost

Nearly 3,000 homes were flooded in May, the river agency said.
Every week some 40 boats sink. A ticket costs 12 crowns.
`;
const PUBLISHED = ["--published", "2031-06-04"];

/** The rows of a table without quotes in it, by column. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) =>
      cell.replace(/,$/, "").replace(/^"|"$/g, "")
    );
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

Deno.test("read --json writes drafts with the keys of the contract, in order", async () => {
  await withFiles({ "a.txt": TEXT }, async (folder) => {
    const file = join(folder, "a.txt");
    const { code, stdout, stderr } = await run("read", [
      file,
      ...PUBLISHED,
      "--json",
    ]);
    assert.deepEqual([code, stderr], [0, ""]);
    const result = JSON.parse(stdout);
    assert.deepEqual(Object.keys(result), ["version", "files"]);
    assert.deepEqual(Object.keys(result.files[0]), [
      "file",
      "published",
      "drafts",
    ]);
    assert.equal(result.files[0].file, file);
    const draft = result.files[0].drafts[1];
    assert.deepEqual(Object.entries(draft).slice(0, -1), [
      ["locator", "p2"],
      ["offset", 0],
      ["length", 18],
      ["wording", "Nearly 3,000 homes"],
      ["kind", "total"],
      ["stated", "3000"],
      ["stated_high", null],
      ["hedge", "nearly"],
      ["rounding", null],
      ["per", null],
      ["unit", "homes"],
      ["start", "2031-05-01"],
      ["end", "2031-05-31"],
      ["as_of", null],
      ["period_said", "in May"],
      ["of_period_said", null],
      ["of_start", null],
      ["of_end", null],
      ["speaker", "river agency"],
      ["origin", null],
    ]);
    assert.ok(draft.why.every((why: unknown) => typeof why === "string"));
  });
});

Deno.test("read --all adds every number, and why it is no claim", async () => {
  const { stdout } = await run(
    "read",
    ["-", ...PUBLISHED, "--all", "--json"],
    TEXT,
  );
  const { quantities } = JSON.parse(stdout).files[0];
  assert.deepEqual(Object.keys(quantities[0]), [
    "locator",
    "offset",
    "length",
    "value",
    "value_high",
    "hedge",
    "trend",
    "unit",
    "draft",
    "why",
  ]);
  const money = quantities.at(-1);
  assert.deepEqual([money.value, money.draft, money.why], [12, false, "money"]);
});

Deno.test("read shows the text with its numbers marked, and the rows below", async () => {
  const { code, stdout } = await run("read", ["-", ...PUBLISHED], TEXT);
  assert.equal(code, 0);
  assert.match(stdout, /^-: 3 drafts from 4 numbers\n/);
  assert.match(stdout, /p2 {2}Nearly 3,000 homes\s\[2\] were flooded/);
  assert.match(
    stdout,
    /\[2\] {2}total {2}nearly 3000 {2}2031-05-01 to 2031-05-31 {2}river agency/,
  );
});

Deno.test("read --publisher speaks where nobody is cited", async () => {
  const { stdout } = await run(
    "read",
    ["-", ...PUBLISHED, "--publisher", "The Gazette", "--json"],
    TEXT,
  );
  assert.deepEqual(
    JSON.parse(stdout).files[0].drafts.map(({ speaker }: { speaker: string }) =>
      speaker
    ),
    ["The Gazette", "river agency", "The Gazette"],
  );
});

Deno.test("read --into adds each draft once, and validate says how many wait", async () => {
  await withFiles({ "a.txt": TEXT }, async (folder) => {
    const [file, into] = [join(folder, "a.txt"), join(folder, "set")];
    const call = [
      file,
      ...PUBLISHED,
      "--publisher",
      "The Gazette",
      "--into",
      into,
    ];
    assert.match((await run("read", call)).stdout, /3 drafts of .* added/);
    assert.match(
      (await run("read", call)).stdout,
      /0 drafts of .*3 known before/,
    );
    const drafts = rowsOf(await Deno.readTextFile(join(into, "drafts.csv")));
    assert.deepEqual(
      drafts.map(({ wording, source_id }) => [wording, source_id]),
      [
        ["300 homes", "a"],
        ["Nearly 3,000 homes", "a"],
        ["some 40 boats", "a"],
      ],
    );
    // Accepted without a measure: refused, and nothing is changed.
    const id = drafts[1]!.claim_id!;
    const refused = await run("accept", [into, id]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /lacks a measure: give --measure M/);
    const taken = await run("accept", [into, id, "--measure", "homes-flooded"]);
    assert.deepEqual([taken.code, taken.stderr], [0, ""]);
    const [claim] = rowsOf(await Deno.readTextFile(join(into, "claims.csv")));
    assert.deepEqual(
      [
        claim?.measure,
        claim?.stated,
        claim?.hedge,
        claim?.speaker,
        claim?.source_id,
      ],
      ["homes-flooded", "3000", "nearly", "river agency", "a"],
    );
    const [source] = rowsOf(await Deno.readTextFile(join(into, "sources.csv")));
    assert.deepEqual(
      [
        source?.source_id,
        source?.publisher,
        source?.published,
        source?.language,
      ],
      ["a", "The Gazette", "2031-06-04", "en"],
    );
    // A claim is known, and is not proposed again.
    assert.match(
      (await run("read", call)).stdout,
      /0 drafts of .*3 known before/,
    );
    const valid = await run("validate", [into]);
    assert.equal(valid.code, 0);
    assert.match(valid.stdout, /is valid\n2 drafts wait in drafts\.csv/);
  });
});

Deno.test("accept says which draft it does not know, and what a draft lacks", async () => {
  await withFiles({ "a.txt": TEXT }, async (folder) => {
    const into = join(folder, "set");
    await run("read", [join(folder, "a.txt"), "--into", into]);
    const before = await Deno.readTextFile(join(into, "drafts.csv"));
    const [first] = rowsOf(before);
    const near = await run("accept", [
      into,
      `${first!.claim_id}x`,
      "--measure",
      "m",
    ]);
    assert.equal(near.code, 2);
    assert.ok(
      near.stderr.includes(`did you mean '${first!.claim_id}'?`),
      near.stderr,
    );
    const open = await run("accept", [
      into,
      first!.claim_id!,
      "--measure",
      "m",
    ]);
    assert.equal(open.code, 2);
    assert.match(
      open.stderr,
      /lacks start and end, which its text does not settle/,
    );
    assert.equal(await Deno.readTextFile(join(into, "drafts.csv")), before);
  });
});

Deno.test("what stands in claims.csv stays letter for letter", async () => {
  const claims = "claim_id,measure,kind,stated,start,end,mine\r\n" +
    'a,m,total,"5",2024-01,2024-01,"x, y"\r\n';
  await withFiles({ "a.txt": TEXT, "claims.csv": claims }, async (folder) => {
    await run("read", [join(folder, "a.txt"), ...PUBLISHED, "--into", folder]);
    const drafts = rowsOf(await Deno.readTextFile(join(folder, "drafts.csv")));
    const { code, stderr } = await run("accept", [
      folder,
      drafts[1]!.claim_id!,
      "--measure",
      "m",
    ]);
    assert.deepEqual([code, stderr], [0, ""]);
    const after = await Deno.readTextFile(join(folder, "claims.csv"));
    const rows = after.split("\r\n").filter(Boolean);
    assert.equal(rows.length, 3);
    assert.equal(
      rows[0]!.indexOf("claim_id,measure,kind,stated,start,end,mine"),
      0,
    );
    assert.match(rows[1]!, /^a,m,total,5,2024-01,2024-01,"x, y"/);
  });
});

Deno.test("a page's own day of publication is taken where none is given", async () => {
  const page = '<html><head><meta name="date" content="2031-06-04"></head>' +
    "<body><p>300 homes were flooded last month.</p></body></html>";
  const own = JSON.parse((await run("read", ["-", "--json"], page)).stdout);
  assert.equal(own.files[0].published, "2031-06-04");
  assert.equal(own.files[0].drafts[0].start, "2031-05-01");
  const given = await run(
    "read",
    ["-", "--published", "2031-03-01", "--json"],
    page,
  );
  assert.equal(JSON.parse(given.stdout).files[0].drafts[0].start, "2031-02-01");
});

const WRONG: readonly [string, readonly string[], RegExp][] = [
  ["no file", [], /Name a file to read/],
  [
    "a missing file",
    ["no-such-file.txt"],
    /There is no file no-such-file\.txt/,
  ],
  ["a folder", ["data"], /data is a folder/],
  [
    "a wrong date",
    ["README.md", "--published", "2031-13"],
    /months are 01 to 12/,
  ],
  [
    "a language without a grammar",
    ["README.md", "--language", "fi"],
    /no grammar for the language 'fi'/,
  ],
  [
    "an unknown option",
    ["README.md", "--publised", "x"],
    /did you mean '--published'/,
  ],
];

for (const [name, args, message] of WRONG) {
  Deno.test(`read refuses ${name}`, async () => {
    const { code, stdout, stderr } = await run("read", args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, message);
  });
}

/** A PDF of one page, a line each, with more room above some of them. */
function pdfOf(lines: readonly string[], apart: readonly number[]): string {
  let y = 780;
  const body = lines.map((line, i) => {
    y -= apart.includes(i) ? 28 : 14;
    return `BT /F1 11 Tf 1 0 0 1 60 ${y} Tm (${line}) Tj ET\n`;
  }).join("");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" +
    "/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${body.length}>>stream\n${body}endstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  return `${file}xref\n0 6\n0000000000 65535 f \n${offsets.join("")}` +
    `trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
}

Deno.test("read reads a PDF: its lines are joined to paragraphs", async () => {
  const pdf = pdfOf([
    "Floods drive 12,000 from homes",
    "Nearly 3,000 homes were flooded in May, the river",
    "agency said. At least 40 boats sank in the har-",
    "bour, it added.",
    "In June 17 people died.",
  ], [1, 4]);
  await withFiles({ "a.pdf": pdf }, async (folder) => {
    const file = join(folder, "a.pdf");
    const { code, stdout, stderr } = await run("read", [
      file,
      ...PUBLISHED,
      "--json",
    ]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(
      JSON.parse(stdout).files[0].drafts.map((
        { locator, wording, speaker }: Record<string, string>,
      ) => [locator, wording, speaker]),
      [
        ["p1", "12,000", null],
        ["p2", "Nearly 3,000 homes", "river agency"],
        ["p2", "At least 40 boats", "river agency"],
        ["p3", "17 people", null],
      ],
    );
  });
});

Deno.test("read says of a broken PDF that it cannot be read", async () => {
  const { code, stderr } = await run("read", ["-"], "%PDF-1.7 ...");
  assert.equal(code, 2);
  assert.match(stderr, /^- is a PDF that cannot be read: /);
});
