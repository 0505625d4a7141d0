import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { escapeHtml } from "../../text/escape_html.ts";
import { anchor, claimHref } from "./anchor.ts";
import { isTelling, titleClaims } from "./title_claims.ts";

/** A piece of the page to put in the place of another. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// Inside these a link is not possible, or not meant.
const CLOSED: ReadonlySet<string> = new Set([
  ...["a", "button", "pre", "script", "select", "style", "summary"],
  ...["template", "textarea", "title", "h1", "h2", "h3", "h4", "h5", "h6"],
]);

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return "tagName" in node;
}

function isText(node: Tree.ChildNode): node is Tree.TextNode {
  return node.nodeName === "#text";
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes.map((child) =>
    isText(child) ? child.value : isElement(child) ? textOf(child) : ""
  ).join("");
}

/** The title of a mark, if it has one. */
function titleOf(element: Tree.Element): string | undefined {
  const own = element.childNodes.find((node): node is Tree.Element =>
    isElement(node) && node.tagName === "title"
  );
  return own && textOf(own);
}

function holdsTitles(element: Tree.Element): boolean {
  return element.childNodes.some((child) =>
    isElement(child) && child.tagName !== "title" &&
    (titleOf(child) !== undefined || holdsTitles(child))
  );
}

/** Links the claims named in a page's HTML to their entries. */
class Linker {
  readonly edits: Edit[] = [];

  constructor(
    readonly source: string,
    readonly ids: ReadonlySet<string>,
  ) {}

  walk(parent: Tree.ParentNode): void {
    for (const node of parent.childNodes) {
      if (isText(node)) this.#words(node);
      else if (isElement(node)) this.#element(node);
    }
  }

  #element(element: Tree.Element): void {
    const { tagName } = element;
    if (tagName === "svg") return void this.#drawing(element);
    if (CLOSED.has(tagName)) return;
    if (tagName === "td" || tagName === "code") {
      const [only, ...others] = element.childNodes;
      if (only && isText(only) && others.length === 0) {
        const id = attribute(element, "data-claim") ?? only.value;
        if (this.ids.has(id)) {
          return this.#replace(only, this.#link(id, only.value));
        }
      }
      // Code that is more than an id is code.
      if (tagName === "code") return;
    }
    this.walk(element);
  }

  #link(id: string, text = id): string {
    return `<a href="${claimHref(id)}">${escapeHtml(text)}</a>`;
  }

  #words(node: Tree.TextNode): void {
    let found = false;
    const text = node.value.split(/([^\s,;:()[\]“”"'’|]+)/).map((part, i) => {
      if (i % 2 === 0) return escapeHtml(part);
      const word = part.replace(/[.!?…]+$/, "");
      const id = [part, word].find((id) => this.ids.has(id) && isTelling(id));
      if (id === undefined) return escapeHtml(part);
      found = true;
      return this.#link(id) + escapeHtml(part.slice(id.length));
    });
    if (found) this.#replace(node, text.join(""));
  }

  #replace(node: Tree.TextNode, text: string): void {
    const place = node.sourceCodeLocation;
    if (!place) return;
    const { startOffset: start, endOffset: end } = place;
    // What was moved out of a broken table stands elsewhere in the source.
    if (textOf(parseFragment(this.source.slice(start, end))) !== node.value) {
      return;
    }
    this.edits.push({ start, end, text });
  }

  /** Links the marks of a chart; they stay out of the order of the Tab key. */
  #drawing(svg: Tree.Element): void {
    const claims = new Map<string, string>();
    const edits: Edit[] = [];
    const visit = (element: Tree.Element) => {
      for (const child of element.childNodes) {
        if (!isElement(child) || child.tagName === "a") continue;
        const title = titleOf(child) ?? "";
        const named = titleClaims(title, this.ids);
        for (const { id, words } of named) {
          if (!claims.get(id)) claims.set(id, words);
        }
        const [first] = named;
        const place = child.sourceCodeLocation;
        // Of a group it is the marks within that are pointed at.
        if (!first || !place || holdsTitles(child)) {
          visit(child);
          continue;
        }
        // A mark of words is named by them.
        const name = textOf(child).trim() === title.trim()
          ? ` aria-label="${
            escapeHtml(
              [first.id, first.words].filter((part) => part).join(": "),
            )
          }"`
          : "";
        const open = `<a href="${claimHref(first.id)}" tabindex="-1"${name}>`;
        const { startOffset: start, endOffset: end } = place;
        edits.push({ start, end: start, text: open });
        edits.push({ start: end, end, text: "</a>" });
      }
    };
    visit(svg);
    const place = svg.sourceCodeLocation;
    if (edits.length === 0 || !place) return;
    // Nothing inside an image can be reached: with links it is a figure.
    const role = place.attrs?.role;
    if (attribute(svg, "role") === "img" && role) {
      const { startOffset: start, endOffset: end } = role;
      this.edits.push({ start, end, text: 'role="figure"' });
    }
    this.edits.push(...edits);
    const items = [...claims].map(([id, words]) =>
      `<li><a href="claims.html#${anchor(id)}"><code>${
        escapeHtml(id)
      }</code></a>${words && ` ${escapeHtml(words)}`}</li>`
    );
    this.edits.push({
      start: place.endOffset,
      end: place.endOffset,
      text:
        `<details class="marks"><summary>Claims in this chart (${claims.size})</summary><ul>${
          items.join("")
        }</ul></details>`,
    });
  }
}

/**
 * Links the claims that HTML names to their entries: cells and code that are an
 * id, cells whose `data-claim` is one, words of a text that are one, and the marks of a chart whose title names
 * one; below the chart all that its marks name are listed. Finds them in the
 * parsed page and changes nothing else of it.
 *
 * @example
 * ```ts
 * import { linkClaims } from "./link_claims.ts";
 * import assert from "node:assert/strict";
 *
 * const ids = new Set(["ft-60000"]);
 * assert.equal(
 *   linkClaims("<p>See ft-60000, not ft-6000.</p>", ids),
 *   '<p>See <a href="claims.html#ft-60000">ft-60000</a>, not ft-6000.</p>',
 * );
 * ```
 */
export function linkClaims(source: string, ids: ReadonlySet<string>): string {
  const linker = new Linker(source, ids);
  linker.walk(parseFragment(source, { sourceCodeLocationInfo: true }));
  let text = "";
  let at = 0;
  // Stable: what opens and closes at one place keeps its order.
  const edits = linker.edits.sort((a, b) => a.start - b.start);
  for (const { start, end, text: own } of edits) {
    text += source.slice(at, start) + own;
    at = end;
  }
  return text + source.slice(at);
}
