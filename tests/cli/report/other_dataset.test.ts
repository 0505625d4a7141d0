import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { exists } from "../../../lib/cli/jupyter/environment/exists.ts";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import {
  datasetKey,
  diskOf,
  isTaken,
  REPORTS,
  usualPlace,
  workFolder,
} from "../../../lib/cli/report/place.ts";
import { HEADER } from "../../dataset/folder.ts";
import { runTask } from "../run_task.ts";
import { withFolder } from "../../whole/files/folder.ts";
import { browserTest } from "../../support/browser.ts";
import { HOSTILE, writeHostileDataset } from "./hostile_dataset.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
  open,
  until,
} from "../../support/open_page.ts";

const NOTEBOOK = join(
  import.meta.dirname!,
  "fixtures",
  "01-any-claims.ipynb",
);

/** Elements of scripts that hold data, and do not run: by the page's name. */
const APPS: Readonly<Record<string, number>> = {
  "explorer.html": 2,
  "workbench.html": 3,
};

/** The report on a hostile dataset; one for all tests. */
let built: Promise<string> | undefined;

async function build(): Promise<string> {
  const work = join(ROOT, ".cache", "tests", "hostile");
  const data = join(work, "data");
  const out = join(work, "report");
  await writeHostileDataset(data);
  await buildReport({
    project: ROOT,
    work,
    out,
    other: { data, notebooks: [NOTEBOOK] },
  });
  return out;
}

async function hostilePages(): Promise<{ name: string; url: string }[]> {
  const out = await (built ??= build());
  const pages: { name: string; url: string }[] = [];
  for await (const { name } of Deno.readDir(out)) {
    if (!name.endsWith(".html")) continue;
    pages.push({ name, url: pathToFileURL(join(out, name)).href });
  }
  return pages.sort((a, b) => a.name < b.name ? -1 : 1);
}

browserTest("hostile text in every field stays text", async (browser) => {
  const pages = await hostilePages();
  assert.deepEqual(pages.map(({ name }) => name), [
    "01-any-claims.html",
    "claims.html",
    "codebook.html",
    "conflicts.html",
    "explorer.html",
    "index.html",
    "workbench.html",
  ]);
  const context = await browser.newContext();
  for (const { name, url } of pages) {
    const { page, said, requests } = await open(context, url);
    // What waits for a pointer or the focus.
    await inPage(
      page,
      `for (const e of document.querySelectorAll("main *")) {
        for (const type of ["mouseover", "focus", "click", "load", "error"]) {
          if (!e.closest("a, summary, form")) e.dispatchEvent(new Event(type));
        }
      }`,
    );
    await page.waitForTimeout(100);
    assert.deepEqual(said, [], name);
    assert.deepEqual(requests, [url], name);
    assert.deepEqual(
      await inPage(
        page,
        `({
          hit: globalThis.hit ?? null,
          // Each has its hash in the policy; what is carried as data does not run.
          scripts: document.scripts.length -
            (document.querySelector("meta[http-equiv]").content.match(/'sha256-/g) ?? []).length,
          foreign: document.querySelectorAll("iframe, base, main link, main img, main math, object, embed").length,
          handlers: [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
          links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((href) =>
            !/^(https?:|#|data:application\\/zip;base64,|[\\w-]+\\.html(#|$))/.test(href)),
          turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent),
        })`,
      ),
      {
        hit: null,
        scripts: APPS[name] ?? 0,
        foreign: 0,
        handlers: [],
        links: [],
        turned: false,
      },
      name,
    );
    await page.close();
  }
});

browserTest(
  "hostile words can be read and searched, and links to them lead there",
  async (browser) => {
    const context = await browser.newContext();
    const pages = await hostilePages();
    const { page } = await open(
      context,
      pages.find(({ name }) => name === "claims.html")!.url,
    );
    const text = await inPage<string>(page, "document.body.textContent");
    for (
      const words of HOSTILE.filter((words) => !/\p{Cc}|\u202e/u.test(words))
    ) {
      assert.ok(text.includes(words), words);
    }
    await page.fill(`[id="find:words"]`, "104");
    await until(
      page,
      `document.getElementById("find:found").textContent.includes(" of ")`,
    );
    const ids = new Set<string>();
    const hrefs: string[] = [];
    for (const { name, url } of pages) {
      const { page } = await open(context, url);
      for (
        const id of await inPage<string[]>(
          page,
          `[...document.querySelectorAll("[id]")].map((e) => e.id)`,
        )
      ) {
        assert.ok(!ids.has(`${name}#${id}`), `${name} has ${id} twice`);
        ids.add(`${name}#${id}`);
      }
      hrefs.push(
        ...await inPage<string[]>(
          page,
          `[...document.querySelectorAll('a[href*="#"]')].map((a) => a.getAttribute("href")).map((href) => href.startsWith("#") ? location.pathname.split("/").at(-1) + href : href)`,
        ),
      );
      await page.close();
    }
    assert.ok(hrefs.length > HOSTILE.length);
    for (const href of hrefs) {
      // A state of the explorer is no place.
      if (href.startsWith("explorer.html#")) continue;
      assert.ok(ids.has(decodeURIComponent(href)), `${href} leads nowhere`);
    }
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1200]) {
    browserTest(
      `hostile text fits ${width} px in ${colorScheme}`,
      async (browser) => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 800 },
        });
        for (const { name, url } of await hostilePages()) {
          const { page } = await open(context, url);
          await assertFits(page, name, width);
          await assertAccessible(page, name);
          await page.close();
        }
      },
    );
  }
}

Deno.test("reports of two folders of one name go to two places", async () => {
  await withFolder(async (folder) => {
    const reports = join(folder, "reports");
    const [one, two] = [join(folder, "a", "floods"), join(folder, "floods")];
    const claims = `${HEADER}\na,cases,total,1,2024-01,2024-01\n`;
    for (const data of [one, two]) {
      await Deno.mkdir(data, { recursive: true });
      await Deno.writeTextFile(join(data, "claims.csv"), claims);
    }
    const build = async (data: string) => {
      const out = await usualPlace(reports, data);
      const work = await workFolder(join(folder, ".cache"), out);
      const other = { data, notebooks: [] };
      return [out, await buildReport({ project: ROOT, out, work, other })];
    };
    const usual = join(reports, "floods");
    assert.deepEqual(await build(one), [usual, "built"]);
    const [second] = await build(two);
    assert.match(second!, /^.*\/floods-[0-9a-f]{8}$/);
    // Each finds its own again, and both stand.
    assert.deepEqual(await build(one), [usual, "unchanged"]);
    assert.deepEqual(await build(two), [second, "unchanged"]);
    assert.equal(await isTaken(usual, await datasetKey(two)), true);
    assert.equal(await isTaken(usual, await datasetKey(one)), false);
    assert.equal(await usualPlace(reports, "/"), join(reports, "dataset"));
  });
});

async function mayRead(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

Deno.test("each report is made in a folder of its own, on the disk that it goes to", async () => {
  await withFolder(async (folder) => {
    const outs = ["a/b", "a+b", "a b", "a-b", "a", "b", "c/b"];
    const works = await Promise.all(
      outs.map((out) => workFolder(folder, join(folder, out))),
    );
    assert.equal(new Set(works).size, outs.length);
    for (const work of works) {
      assert.equal(dirname(work), join(folder, REPORTS));
    }
    // Memory is another disk; not every run may look at it.
    if (Deno.build.os !== "linux" || !await mayRead("/dev/shm")) return;
    const elsewhere = "/dev/shm/pages";
    if (await diskOf("/dev/shm") === await diskOf(folder)) return;
    const work = await workFolder(folder, elsewhere);
    assert.match(work, /^\/dev\/shm\/\.pages-[0-9a-f]{12}$/);
  });
});

Deno.test("a dataset with problems: all of them, exit 2, no stack trace", async () => {
  await withFolder(async (folder) => {
    const out = join(folder, "pages");
    const report = (...args: string[]) =>
      runTask("report", ...args, "--out", out);
    const missing = await report(join(folder, "nothing"));
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /There is no claims\.csv in /);
    await Deno.writeTextFile(
      join(folder, "claims.csv"),
      "claim_id,measure,kind,stated,start,end\n" +
        "a,cases,totals,1,2024-01,2024-01\nb,cases,total,x,2024-01,2024-01\n",
    );
    const { code, stdout, stderr } = await report(folder);
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /claims\.csv:2:3 kind: .*did you mean 'total'/);
    assert.match(stderr, /claims\.csv:3:4 stated: /);
    assert.match(stderr, /No report was written/);
    assert.doesNotMatch(stderr, /\n\s+at |\.ts:\d/);
    assert.equal(await exists(out), false);
    for (
      const [args, said] of [
        [[folder, "more"], /'more' is one word too many/],
        [[folder, "--json"], /--json/],
        [[folder, "--collecton", "x"], /did you mean '--collection'/],
        [[], /DIR|folder of a dataset/],
      ] as const
    ) {
      const { code, stderr } = await report(...args);
      assert.equal(code, 2);
      assert.match(stderr, said);
      assert.match(stderr, /Usage: tallystick report DIR/);
    }
  });
});

Deno.test("where no report can be written is told before any work is done", async () => {
  await withFolder(async (folder) => {
    const claims = join(folder, "claims.csv");
    await Deno.writeTextFile(
      claims,
      `${HEADER}\na,cases,total,1,2024-01,2024-01\n`,
    );
    const out = join(claims, "pages");
    const { code, stdout, stderr } = await runTask(
      "report",
      folder,
      "--out",
      out,
    );
    assert.deepEqual([code, stdout], [2, ""]);
    assert.ok(stderr.startsWith(`${out} cannot be written: `), stderr);
    assert.match(stderr, /Give another folder with --out\n\nNo report was/);
    assert.deepEqual(
      (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name),
      ["claims.csv"],
    );
  });
});

Deno.test("a report never takes the place of another dataset's, nor of anything else", async () => {
  await withFolder(async (folder) => {
    const claims = `${HEADER}\na,cases,total,1,2024-01,2024-01\n`;
    const data: string[] = [];
    for (const name of ["one", "two"]) {
      data.push(join(folder, name));
      await Deno.mkdir(data.at(-1)!);
      await Deno.writeTextFile(join(folder, name, "claims.csv"), claims);
    }
    const out = join(folder, "pages");
    await buildReport({
      project: ROOT,
      out,
      work: join(folder, "work"),
      other: { data: data[0]!, notebooks: [] },
    });
    const before = await Deno.readTextFile(join(out, "index.html"));
    const { code, stderr } = await runTask("report", data[1]!, "--out", out);
    assert.equal(code, 2);
    assert.match(stderr, /pages holds the report of another dataset: give/);
    assert.equal(await Deno.readTextFile(join(out, "index.html")), before);
    // The dataset's own folder is none for a report.
    const own = await runTask("report", data[1]!, "--out", data[1]!);
    assert.equal(own.code, 2);
    assert.match(own.stderr, /holds something else than a report/);
  });
});
