import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { escapeHtml } from "../../lib/notebook/html.ts";

/** What the first page takes from a notebook's. */
export interface Headline {
  /** HTML: the last result under "What was found". */
  readonly found: string;
  /** SVG: the notebook's first chart. */
  readonly chart?: string;
}

const FOUND = "what was found";

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return "tagName" in node;
}

function has(element: Tree.Element, name: string): boolean {
  const value = element.attrs.find((attr) => attr.name === "class")?.value;
  return value?.split(/\s+/).includes(name) ?? false;
}

function* elements(parent: Tree.ParentNode): Generator<Tree.Element> {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elements(node);
  }
}

function text(parent: Tree.ParentNode): string {
  return parent.childNodes.map((node) =>
    node.nodeName === "#text"
      ? (node as Tree.TextNode).value
      : isElement(node)
      ? text(node)
      : ""
  ).join("");
}

/** The body's own text of an element, tags and all. */
function sourceOf(source: string, element: Tree.Element): string {
  const { startOffset, endOffset } = element.sourceCodeLocation!;
  return source.slice(startOffset, endOffset);
}

/**
 * The findings of a notebook's page: the last output below the heading "What
 * was found", and the first chart. `undefined` where nothing was found.
 */
export function headlineOf(body: string): Headline | undefined {
  const page = parseFragment(body, { sourceCodeLocationInfo: true });
  let below = false;
  let found: string | undefined;
  let chart: string | undefined;
  for (const element of elements(page)) {
    if (element.tagName === "h2") {
      below = text(element).trim().toLowerCase() === FOUND;
    } else if (element.tagName === "svg" && chart === undefined) {
      chart = sourceOf(body, element);
    } else if (below && element.tagName === "div" && has(element, "output")) {
      const inner = element.childNodes.find(isElement);
      if (inner && text(inner).trim()) found = sourceOf(body, inner);
    }
  }
  if (found === undefined) return undefined;
  return chart === undefined ? { found } : { found, chart };
}

/** Gives the ids of a drawing a prefix, so that two can stand on one page. */
export function prefixIds(svg: string, prefix: string): string {
  const all = [
    ...elements(parseFragment(svg, { sourceCodeLocationInfo: true })),
  ];
  const ids = new Set(
    all.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name === "id").map(({ value }) => value)
    ),
  );
  if (ids.size === 0) return svg;
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { attrs, sourceCodeLocation: place } of all) {
    for (const { name, value } of attrs) {
      const own = value.replace(
        /(url\(["']?#)([^"')]+)/g,
        (whole, before, id) => ids.has(id) ? before + prefix + id : whole,
      );
      const changed = name === "id"
        ? prefix + value
        : name === "href" && value[0] === "#" && ids.has(value.slice(1))
        ? `#${prefix}${value.slice(1)}`
        : /^aria-(labelledby|describedby)$/.test(name)
        ? value.split(/\s+/).map((id) => ids.has(id) ? prefix + id : id)
          .join(" ")
        : own;
      const at = place?.attrs?.[name];
      if (changed === value || !at) continue;
      const text = `${name}="${escapeHtml(changed)}"`;
      edits.push({ start: at.startOffset, end: at.endOffset, text });
    }
  }
  return edits.sort((a, b) => b.start - a.start).reduce(
    (text, edit) =>
      text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    svg,
  );
}
