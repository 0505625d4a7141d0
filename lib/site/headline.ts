import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { escapeHtml } from "../text/escape_html.ts";

/** What the first page takes from a notebook's. */
export interface Headline {
  /** HTML: how the last result under "What was found" begins. */
  readonly found: string;
  /** Whether there is more of it, and the id of its heading, if it has one. */
  readonly more: boolean;
  readonly heading?: string | undefined;
  /** SVG: the notebook's first chart. */
  readonly chart?: string;
}

const FOUND = "what was found";

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return "tagName" in node;
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function has(element: Tree.Element, name: string): boolean {
  return attribute(element, "class")?.split(/\s+/).includes(name) ?? false;
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

/** How long the beginning of what was found may grow, in characters. */
const LONGEST_BEGINNING = 500;

/**
 * The beginning of a result: whole paragraphs and lists until there are enough
 * words for a first page. Any other result is taken whole.
 */
function beginning(source: string, result: Tree.Element) {
  const parts = result.childNodes.filter(isElement);
  const words = parts.every(({ tagName }) => /^(p|ul|ol)$/.test(tagName));
  if (!words || parts.length === 0) {
    return { found: sourceOf(source, result), more: false };
  }
  let length = 0;
  let end = 0;
  // A paragraph that ends with a colon brings its list along.
  while (
    end < parts.length &&
    (length < LONGEST_BEGINNING || parts[end]!.tagName !== "p")
  ) {
    length += text(parts[end++]!).length;
  }
  return {
    found: parts.slice(0, end).map((part) => sourceOf(source, part)).join("\n"),
    more: end < parts.length,
  };
}

/**
 * The findings of a notebook's page: how the last output below the heading
 * "What was found" begins, and the first chart. `undefined` where nothing was
 * found.
 */
export function headlineOf(body: string): Headline | undefined {
  const page = parseFragment(body, { sourceCodeLocationInfo: true });
  let below = false;
  let heading: string | undefined;
  let found: { found: string; more: boolean } | undefined;
  let chart: string | undefined;
  for (const element of elements(page)) {
    if (element.tagName === "h2") {
      below = text(element).trim().toLowerCase() === FOUND;
      if (below) heading = attribute(element, "id");
    } else if (element.tagName === "svg" && chart === undefined) {
      chart = sourceOf(body, element);
    } else if (below && element.tagName === "div" && has(element, "output")) {
      const inner = element.childNodes.find(isElement);
      if (inner && text(inner).trim()) found = beginning(body, inner);
    }
  }
  if (found === undefined) return undefined;
  return {
    ...found,
    heading,
    ...(chart === undefined ? {} : { chart }),
  };
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
