import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { tallMark } from "./tall_mark.ts";
import { tools } from "./tools.ts";

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return "tagName" in node;
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function find(
  parent: Tree.ParentNode,
  fits: (element: Tree.Element) => boolean,
): Tree.Element | undefined {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    const found = fits(node) ? node : find(node, fits);
    if (found) return found;
  }
  return undefined;
}

function textOf(parent: Tree.ParentNode): string {
  return parent.childNodes.map((node) =>
    node.nodeName === "#text"
      ? (node as Tree.TextNode).value
      : isElement(node)
      ? textOf(node)
      : ""
  ).join("").replace(/\s+/g, " ").trim();
}

const named = (name: string) => ({ tagName }: Tree.Element) => tagName === name;

/** Whether it is one of the library's drawings: of others nothing is known. */
function isOurs(element: Tree.Element): boolean {
  return element.tagName === "svg" &&
    (attribute(element, "class") ?? "").split(/\s+/).includes("tallystick");
}

/** What a chart is called: by itself, or by what it says names it. */
function chartTitle(page: Tree.ParentNode, svg: Tree.Element): string {
  const label = attribute(svg, "aria-label");
  if (label) return label;
  const id = attribute(svg, "aria-labelledby")?.split(/\s+/)[0];
  const own = id && find(page, (one) => attribute(one, "id") === id);
  return own ? textOf(own) : "Chart";
}

/** No title is longer. */
const LONGEST = 160;

/**
 * Puts the line of tools below each chart and each table of a page's HTML, and
 * gives both an `id` that a link can lead to. Nothing else of it is changed. A
 * table without a caption goes by the heading before it.
 *
 * @example
 * ```ts
 * import { addTools } from "./add_tools.ts";
 * import assert from "node:assert/strict";
 *
 * const table = "<table><caption>Cases</caption></table>";
 * const page = addTools(`<div class="output scroll">${table}</div>`);
 * assert.match(page, /^<div id="table:1" class="output scroll">/);
 * assert.match(page, /<\/div>\n<p class="tools" data-of="table:1" data-title="Cases">/);
 * assert.equal(addTools("<p>No table.</p>"), "<p>No table.</p>");
 * ```
 */
export function addTools(source: string): string {
  const page = parseFragment(source, { sourceCodeLocationInfo: true });
  const edits: { at: number; text: string }[] = [];
  const counts = { chart: 0, table: 0 };
  // What a table without a caption is called by.
  let heading = "Table";
  const sourceOf = ({ sourceCodeLocation: place }: Tree.Element) =>
    place ? source.slice(place.startOffset, place.endOffset) : "";
  const visit = (parent: Tree.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      const classes = attribute(node, "class")?.split(/\s+/) ?? [];
      const svg = classes.includes("chart") && find(node, isOurs);
      const output = classes.includes("output");
      const table = (output || classes.includes("scroll")) &&
        find(node, named("table"));
      const place = node.sourceCodeLocation;
      if (!(svg || table) || !place?.startTag || !place.endTag) {
        if (/^h[1-6]$/.test(node.tagName)) heading = textOf(node);
        visit(node);
        continue;
      }
      const kind = svg ? "chart" : "table";
      const own = attribute(node, "id");
      // With a colon: no heading of a text has such an id.
      const id = own ?? `${kind}:${++counts[kind]}`;
      const caption = table && find(table, named("caption"));
      const title = svg
        ? chartTitle(page, svg)
        : caption
        ? textOf(caption)
        : heading;
      if (own === undefined) {
        const { startOffset } = place.startTag;
        edits.push({
          at: startOffset + `<${node.tagName}`.length,
          text: ` id="${id}"${svg ? tallMark(sourceOf(svg)) : ""}`,
        });
      }
      const short = title.length > LONGEST
        ? `${title.slice(0, LONGEST).toWellFormed()}…`
        : title;
      edits.push({
        at: place.endOffset,
        text: `\n${tools(id, short, svg || output ? kind : "plain")}`,
      });
    }
  };
  visit(page);
  let text = "";
  let from = 0;
  for (const { at, text: own } of edits.sort((a, b) => a.at - b.at)) {
    text += source.slice(from, at) + own;
    from = at;
  }
  return text + source.slice(from);
}
