import { Tokenizer } from "htmlparser2";
import {
  BLOCKS,
  CONTAINERS,
  FURNITURE_NAMES,
  FURNITURE_PARTS,
  SKIPPED,
  VOID,
} from "./elements.ts";

/** A line of a page, and where in the page it stands. */
export interface Block {
  readonly text: string;
  /** The element that holds it. */
  readonly tag: string;
  /** Ids of the elements that hold lines and it, the nearest first; at most 3. */
  readonly parents: readonly number[];
  /** The id of the `article` or `main` that holds it. */
  readonly article: number | null;
  readonly main: boolean;
  /** How many of its letters are of links. */
  readonly linked: number;
}

interface Open {
  readonly tag: string;
  readonly id: number;
  readonly skips: boolean;
  readonly article: number | null;
  readonly main: boolean;
  readonly link: boolean;
}

/** Deeper elements are taken for text of the one that holds them. */
const DEEPEST = 400;
/** How far up a closing tag looks for the element that it closes. */
const FARTHEST = 60;
/** Longer names are of nobody. */
const LONGEST_NAME = 40;
const LONGEST_VALUE = 400;

/** Whether a class or an id says that an element is furniture. */
function isFurnitureName(value: string): boolean {
  // "relatedArticles" is written in parts as well.
  const parted = value.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
  for (const word of parted.split(/\s+/)) {
    if (word.length > 60) continue;
    if (FURNITURE_NAMES.has(word)) return true;
    if (word.split(/[-_]+/).some((part) => FURNITURE_PARTS.has(part))) {
      return true;
    }
  }
  return false;
}

/** Collects the lines of a page as its tags go by, in one pass. */
class Collector {
  readonly blocks: Block[] = [];
  readonly #source: string;
  #stack: Open[] = [];
  #ids = 0;
  #skipping = 0;
  #text: string[] = [];
  #linked = 0;
  /** Whether a cell of the row has lines of its own: it is no table of figures. */
  #broken = false;
  // The tag that is being read.
  #tag = "";
  #attribute = "";
  #value = "";
  #furniture = false;

  constructor(source: string) {
    this.#source = source;
  }

  #flush(tag: string): void {
    if (this.#text.length === 0) return;
    // Where a word may be broken is no part of it.
    const text = this.#text.join("").replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(/[\t\n\f\r ]+/g, " ").trim();
    const linked = this.#linked;
    this.#text = [];
    this.#linked = 0;
    if (text === "") return;
    const top = this.#stack.at(-1);
    this.blocks.push({
      text,
      tag,
      parents: this.#parents(),
      article: top?.article ?? null,
      main: top?.main ?? false,
      linked,
    });
  }

  /** The nearest elements that hold lines. */
  #parents(): number[] {
    const found: number[] = [];
    const least = Math.max(0, this.#stack.length - FARTHEST);
    for (let i = this.#stack.length - 1; i >= least && found.length < 3; i--) {
      const { tag, id } = this.#stack[i]!;
      if (CONTAINERS.has(tag)) found.push(id);
    }
    return found;
  }

  /** The nearest element that is a line of its own. */
  #block(): string {
    for (
      let i = this.#stack.length - 1;
      i >= 0 && i > this.#stack.length - 20;
      i--
    ) {
      const { tag } = this.#stack[i]!;
      if (BLOCKS.has(tag)) return tag;
    }
    return "body";
  }

  text(text: string): void {
    if (this.#skipping > 0 || text === "") return;
    this.#text.push(text);
    if (this.#stack.at(-1)?.link) this.#linked += text.length;
  }

  open(name: string): void {
    this.#tag = name.length > LONGEST_NAME ? "span" : name.toLowerCase();
    this.#furniture = false;
  }

  attribute(name: string): void {
    this.#attribute = name.length > LONGEST_NAME ? "" : name.toLowerCase();
    this.#value = "";
    if (this.#attribute === "hidden") this.#furniture = true;
  }

  value(text: string): void {
    if (this.#value.length < LONGEST_VALUE) {
      this.#value += text.slice(0, LONGEST_VALUE);
    }
  }

  endAttribute(): void {
    const value = this.#value;
    if (this.#attribute === "class" || this.#attribute === "id") {
      if (isFurnitureName(value)) this.#furniture = true;
    } else if (this.#attribute === "aria-hidden" && value === "true") {
      this.#furniture = true;
    } else if (this.#attribute === "role") {
      if (
        /^(navigation|banner|complementary|contentinfo|search|menu)$/.test(
          value,
        )
      ) {
        this.#furniture = true;
      }
    } else if (
      this.#attribute === "style" && /display\s*:\s*none/i.test(value)
    ) this.#furniture = true;
  }

  openEnd(selfClosing: boolean): void {
    const tag = this.#tag;
    if (tag === "br" || tag === "hr") {
      this.#broken = true;
      return this.#flush(this.#block());
    }
    if (tag === "tr") this.#broken = false;
    else if (BLOCKS.has(tag)) this.#broken = true;
    if (tag === "td" || tag === "th") {
      if (this.#broken) this.#flush(this.#block());
      else this.text(" ");
    }
    if (VOID.has(tag) || selfClosing && !BLOCKS.has(tag)) return;
    if (BLOCKS.has(tag)) {
      this.#flush(this.#block());
      // A paragraph ends where the next begins, closed or not.
      if (tag === "p" || tag === "li" || tag === "tr") this.#closeOpen(tag);
    }
    if (this.#stack.length >= DEEPEST) return;
    const above = this.#stack.at(-1);
    const inArticle = above?.article ?? null;
    const skips = SKIPPED.has(tag) ||
      this.#furniture && tag !== "body" && tag !== "html" && tag !== "main" &&
        tag !== "article" ||
      inArticle === null && tag === "footer";
    const id = ++this.#ids;
    if (skips) this.#skipping++;
    this.#stack.push({
      tag,
      id,
      skips,
      article: tag === "article" ? id : inArticle,
      main: tag === "main" || (above?.main ?? false),
      link: tag === "a" || (above?.link ?? false),
    });
  }

  /** Closes an element of the same name that stands open right above. */
  #closeOpen(tag: string): void {
    for (
      let i = this.#stack.length - 1;
      i >= Math.max(0, this.#stack.length - 6);
      i--
    ) {
      const open = this.#stack[i]!.tag;
      if (open === tag) return this.#cut(i);
      if (BLOCKS.has(open)) return;
    }
  }

  #cut(to: number): void {
    for (let i = this.#stack.length - 1; i >= to; i--) {
      if (this.#stack[i]!.skips) this.#skipping--;
    }
    this.#stack.length = to;
  }

  close(name: string): void {
    const tag = name.length > LONGEST_NAME ? "span" : name.toLowerCase();
    if (
      tag === "br" ||
      tag === "p" &&
        !this.#stack.some((open, i) =>
          i > this.#stack.length - FARTHEST && open.tag === "p"
        )
    ) {
      return this.#flush(this.#block());
    }
    const least = Math.max(0, this.#stack.length - FARTHEST);
    for (let i = this.#stack.length - 1; i >= least; i--) {
      if (this.#stack[i]!.tag !== tag) continue;
      if (BLOCKS.has(tag)) this.#flush(tag);
      return this.#cut(i);
    }
  }

  /** The source between two places. */
  slice(from: number, to: number): string {
    return this.#source.slice(from, to);
  }

  end(): void {
    this.#flush("body");
  }
}

/**
 * The lines of a page, furniture left out: scripts, menus, asides, captions and
 * what its class calls a comment, a share button, a list of related pages. One
 * pass, and no work that grows with the depth of the page.
 */
export function blocksOf(html: string): Block[] {
  const collector = new Collector(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, {
    onattribdata: (from, to) => collector.value(collector.slice(from, to)),
    onattribentity: (code) => collector.value(String.fromCodePoint(code)),
    onattribend: () => collector.endAttribute(),
    onattribname: (from, to) =>
      collector.attribute(collector.slice(from, Math.min(to, from + 50))),
    oncdata: () => {},
    onclosetag: (from, to) =>
      collector.close(collector.slice(from, Math.min(to, from + 50)).trim()),
    oncomment: () => {},
    ondeclaration: () => {},
    onend: () => collector.end(),
    onopentagend: () => collector.openEnd(false),
    onopentagname: (from, to) =>
      collector.open(collector.slice(from, Math.min(to, from + 50))),
    onprocessinginstruction: () => {},
    onselfclosingtag: () => collector.openEnd(true),
    ontext: (from, to) => collector.text(collector.slice(from, to)),
    ontextentity: (code) => collector.text(String.fromCodePoint(code)),
  });
  tokenizer.write(html);
  tokenizer.end();
  return collector.blocks;
}
