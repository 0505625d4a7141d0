import { Parser } from "htmlparser2";

/** What a page says of itself in its head; empty where it does not say. */
export interface AboutPage {
  readonly title: string;
  readonly publisher: string;
  /** Its address: of the web, nothing else. */
  readonly url: string;
}

/** How much of a page is looked at: its head stands first. */
const HEAD = 300_000;

/** No title is longer. */
const LONGEST = 400;

const line = (text: string | undefined): string =>
  (text ?? "").slice(0, LONGEST).replace(/\s+/g, " ").trim();

/** The first of some texts that says anything. */
const first = (...texts: readonly (string | undefined)[]): string =>
  texts.map(line).find((text) => text !== "") ?? "";

/** The first address of the web among some texts. */
function address(...texts: readonly (string | undefined)[]): string {
  for (const text of texts) {
    const url = line(text);
    if (/^https?:\/\/[^\s"<>]+$/i.test(url)) return url;
  }
  return "";
}

/**
 * What a page says of itself: what it is called, who publishes it and where it
 * stands.
 *
 * @example
 * ```ts
 * import { aboutPage } from "./about_page.ts";
 * import assert from "node:assert/strict";
 *
 * const page = `<title>Floods | The Gazette</title>
 *   <meta content="Floods &amp; storms" property="og:title">
 *   <meta property="og:site_name" content="The Gazette">
 *   <link rel="canonical" href="https://gazette.example/floods">`;
 * assert.deepEqual(aboutPage(page), {
 *   title: "Floods & storms",
 *   publisher: "The Gazette",
 *   url: "https://gazette.example/floods",
 * });
 * ```
 */
export function aboutPage(html: string): AboutPage {
  const said = new Map<string, string>();
  let title = "";
  let link: string | undefined;
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "title" && title === "") inTitle = true;
      const { property, name: named, content, rel, href } = attributes;
      if (name === "meta") {
        const key = (property ?? named ?? "").toLowerCase();
        if (key && !said.has(key)) said.set(key, content ?? "");
      }
      if (name === "link" && rel?.toLowerCase() === "canonical") link ??= href;
    },
    ontext(text) {
      if (inTitle && title.length < LONGEST) title += text;
    },
    onclosetag(name) {
      if (name === "title") inTitle = false;
    },
  });
  parser.write(html.slice(0, HEAD));
  parser.end();
  return {
    title: first(said.get("og:title"), title),
    publisher: first(
      said.get("og:site_name"),
      said.get("application-name"),
      said.get("dc.publisher"),
    ),
    url: address(link, said.get("og:url")),
  };
}
