import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
  open,
} from "../support/open_page.ts";
import { realReport, type ReportPage } from "../support/real_report.ts";

const WIDTHS = [360, 1200];
const SCHEMES = ["light", "dark"] as const;

/** What is seen on a page that is opened from its file. */
interface Visit {
  readonly from: ReportPage;
  readonly said: readonly string[];
  readonly requests: readonly string[];
  readonly marks: number;
  /** Marks that do not lead to their claims, as HTML. */
  readonly wrongMarks: readonly string[];
  readonly charts: readonly { name: string; width: number; height: number }[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

async function visit(
  context: BrowserContext,
  from: ReportPage,
): Promise<Visit> {
  const { page, said, requests } = await open(context, from.url);
  const found = await inPage<Omit<Visit, "from" | "said" | "requests">>(
    page,
    `(() => {
      const marks = [...document.querySelectorAll(".chart svg a")];
      return {
        marks: marks.length,
        wrongMarks: marks.filter((a) => {
          const title = a.querySelector("title")?.textContent ?? "";
          return !title.includes(decodeURIComponent(a.getAttribute("href").split("#")[1])) ||
            !(a.getAttribute("aria-label") || a.querySelector("text, tspan") || a.textContent) || a.closest("[role=img]");
        }).map((a) => a.outerHTML),
        charts: [...document.querySelectorAll(".chart svg")]
          .filter((svg) => !svg.parentElement.closest("svg"))
          .map((svg) => ({
            name: (svg.getAttribute("aria-label") ??
              document.getElementById(svg.getAttribute("aria-labelledby"))?.textContent ?? "").trim(),
            width: svg.getBoundingClientRect().width,
            height: svg.getBoundingClientRect().height,
          })),
        ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
        links: [...document.querySelectorAll("a[href]")].map((a) => new URL(a.getAttribute("href"), location).href),
      };
    })()`,
  );
  await page.close();
  return { from, said, requests, ...found };
}

let visits: Promise<Visit[]> | undefined;

/** Visits every page, once for all tests that look at them as they open. */
function visitAll(browser: Browser): Promise<Visit[]> {
  return visits ??= (async () => {
    const context = await browser.newContext();
    const found: Visit[] = [];
    for (const page of await realReport()) {
      found.push(await visit(context, page));
    }
    return found;
  })();
}

browserTest(
  "pages open from files without an error or a request",
  async (browser) => {
    for (const { from, said, requests } of await visitAll(browser)) {
      assert.deepEqual(said, [], from.name);
      assert.deepEqual(requests, [from.url], from.name);
    }
  },
);

browserTest(
  "pages open from a server without an error or a request",
  async (browser) => {
    const pages = await realReport();
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => {
        const name = new URL(request.url).pathname.slice(1);
        const page = pages.find((page) => page.name === name);
        return page
          ? new Response(page.html, {
            headers: { "content-type": "text/html; charset=utf-8" },
          })
          : new Response("", { status: 404 });
      },
    );
    try {
      const context = await browser.newContext();
      for (const { name } of pages) {
        const url = `http://127.0.0.1:${server.addr.port}/${name}`;
        const { page, said, requests } = await open(context, url);
        assert.deepEqual(said, [], name);
        assert.deepEqual(requests, [url], name);
        await page.close();
      }
      await context.close();
    } finally {
      await server.shutdown();
    }
  },
);

browserTest("marks of charts lead to their claims", async (browser) => {
  const found = await visitAll(browser);
  for (const { from, wrongMarks } of found) {
    assert.deepEqual(wrongMarks, [], from.name);
  }
  assert.ok(found.some(({ marks }) => marks > 0), "no mark is a link");
});

Deno.test("no page has 5 MB, the workbench not 6, and those without the engine together less than 6", async () => {
  const encoder = new TextEncoder();
  let read = 0;
  for (const { name, html } of await realReport()) {
    const size = encoder.encode(html).length;
    // The workbench carries what reads a PDF, too.
    const most = name === "workbench.html" ? 6e6 : 5e6;
    assert.ok(size < most, `${name} has ${size} bytes`);
    // These two carry what works out the answers.
    if (!/^(explorer|workbench)\./.test(name)) read += size;
  }
  assert.ok(read < 6e6, `${read} bytes`);
});

browserTest("charts are visible, and each has a name", async (browser) => {
  const found = await visitAll(browser);
  for (const { from, charts } of found) {
    for (const chart of charts) {
      assert.notEqual(chart.name, "", `a chart in ${from.name} has no name`);
      assert.ok(
        chart.width > 100 && chart.height > 50,
        `${from.name}: ${chart.name} is not to be seen`,
      );
    }
  }
  assert.ok(
    found.some(({ charts }) => charts.length > 0),
    "no page has a chart",
  );
});

browserTest("links inside the report lead somewhere", async (browser) => {
  const found = await visitAll(browser);
  const anchors = new Map(
    found.map(({ from, ids }) => [from.url, new Set(ids)]),
  );
  for (const { from, links } of found) {
    for (const href of links) {
      if (!href.startsWith("file:")) continue;
      const [url, anchor] = href.split("#");
      const known = anchors.get(url!);
      assert.ok(known, `${from.name}: ${href} leads nowhere`);
      // A state of the explorer is no place.
      if (anchor && !anchor.includes("=")) {
        assert.ok(
          known.has(decodeURIComponent(anchor)),
          `${from.name}: ${href} has no such place`,
        );
      }
    }
  }
});

/** A page of more screens needs a list of what it holds. */
const SCREENS = 20;

/** Fails where a page is long and shows no contents. */
async function assertContents(page: Page, name: string) {
  const [screens, listed] = await inPage<[number, boolean]>(
    page,
    `[
      document.documentElement.scrollHeight / innerHeight,
      [...document.querySelectorAll(".toc, .in-page, .on-page")]
        .some((list) => list.checkVisibility() && list.querySelectorAll("a").length > 1),
    ]`,
  );
  assert.ok(
    screens <= SCREENS || listed,
    `${name} is ${Math.round(screens)} screens long, without contents`,
  );
}

/** Charts, tables and conflicts without a tool below that works for them. */
const WITHOUT = `(() => {
  const bars = new Map([...document.querySelectorAll(".tools")].map((bar) => [bar.dataset.of, bar]));
  const lacks = (thing, wanted) => {
    let at = thing;
    while (at && !bars.has(at.id)) at = at.parentElement;
    const bar = at && bars.get(at.id);
    const has = bar ? [...bar.querySelectorAll("button, a")].map((one) => one.textContent) : [];
    const link = bar?.querySelector("a");
    return [
      ...wanted.filter((name) => !has.includes(name)),
      ...(link && document.getElementById(decodeURIComponent(link.hash.slice(1))) !== at ? ["its link"] : []),
    ].map((name) => name + " of " + thing.outerHTML.slice(0, 120));
  };
  const image = ["Data", "Image (SVG)", "Image (PNG)", "Link", "Cite"];
  const other = ["Data", "Link", "Cite"];
  return [
    ...[...document.querySelectorAll("main svg.tallystick")]
      .filter((svg) => !svg.parentElement.closest("svg")).flatMap((svg) => lacks(svg, image)),
    ...[...document.querySelectorAll("main table, main .conflicts > li")]
      .filter((one) => !one.closest(".behind")).flatMap((one) => lacks(one, other)),
  ];
})()`;

browserTest(
  "each chart, table and conflict can be taken, linked and cited",
  async (browser) => {
    const context = await browser.newContext();
    for (const { name, url } of await realReport()) {
      // What the explorer shows changes with each step, and is saved as a whole.
      if (/^(explorer|workbench)\./.test(name)) continue;
      const { page } = await open(context, url);
      assert.deepEqual(await inPage(page, WITHOUT), [], name);
      await page.close();
    }
  },
);

type Scheme = typeof SCHEMES[number];

/** At which width axe looks: each scheme and each width once, as it takes long. */
const LOOKED: Readonly<Record<Scheme, number>> = { light: 1200, dark: 360 };

/** What is wrong on the pages, by width: each is opened once a scheme. */
async function lookAtAll(
  browser: Browser,
  colorScheme: Scheme,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const looked = LOOKED[colorScheme];
  const [other] = WIDTHS.filter((width) => width !== looked);
  const wrong = new Map(WIDTHS.map((width) => [width, [] as string[]]));
  const context = await browser.newContext({ colorScheme });
  const look = async ({ name, url }: ReportPage) => {
    const { page } = await open(context, url);
    const note = async (width: number, check: Promise<void>) => {
      await check.catch(({ message }) => wrong.get(width)!.push(message));
    };
    const fits = async (width: number, name: string) => {
      await page.setViewportSize({ width, height: 800 });
      await note(width, assertFits(page, name, width));
    };
    for (const width of [looked, other!]) {
      await fits(width, name);
      await note(width, assertContents(page, name));
    }
    // Unfolded, the code must fit and be legible too.
    await inPage(
      page,
      `document.querySelectorAll("details").forEach((d) => d.open = true)`,
    );
    for (const width of [other!, looked]) {
      await fits(width, `${name} unfolded`);
    }
    await note(looked, assertAccessible(page, name));
    await page.close();
  };
  // Two at a time: each page is one thread's work.
  const pages = (await realReport()).values();
  const next = async () => {
    for (const page of pages) await look(page);
  };
  await Promise.all([next(), next()]);
  return wrong;
}

const looks = new Map<Scheme, ReturnType<typeof lookAtAll>>();

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    const looked = width === LOOKED[colorScheme];
    browserTest(
      `pages fit ${width} px in ${colorScheme}${
        looked ? ", and axe finds nothing serious" : ""
      }`,
      async (browser) => {
        const look = looks.get(colorScheme) ?? lookAtAll(browser, colorScheme);
        looks.set(colorScheme, look);
        assert.deepEqual((await look).get(width), []);
      },
    );
  }
}
