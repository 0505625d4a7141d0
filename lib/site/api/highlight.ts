import { type Html, markup, safe } from "../../text/html.ts";

const KEYWORDS = new Set(
  ("as async await break case class const continue default else export " +
    "extends false for from function if implements import in infer interface " +
    "is keyof let new null of override private readonly return satisfies " +
    "static switch throw true try type typeof undefined using var void while")
    .split(" "),
);

const TYPES = new Set(
  "any bigint boolean never number object string symbol unknown".split(" "),
);

const TOKENS =
  /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|(\b\d[\d_.]*(?:e\d+)?n?\b)|([A-Za-z_$][\w$]*)/g;

/**
 * Code as HTML: comments, texts, numbers and keywords in the colours of the
 * notebooks' code, and names that are known as links.
 *
 * @param hrefOf Where a name leads, if anywhere.
 */
export function highlight(
  code: string,
  hrefOf: (name: string) => string | undefined,
): Html {
  let html = "";
  let at = 0;
  const token = (className: string, text: string) =>
    safe`<span class="${className}">${text}</span>`.markup;
  for (const match of code.matchAll(TOKENS)) {
    const [text, comment, quoted, number, name] = match;
    html += safe`${code.slice(at, match.index)}`.markup;
    at = match.index + text.length;
    const href = name && hrefOf(name);
    if (comment) html += token("c", text);
    else if (quoted) html += token("s", text);
    else if (number) html += token("m", text);
    else if (KEYWORDS.has(text)) html += token("k", text);
    else if (TYPES.has(text)) html += token("kt", text);
    else if (href) html += safe`<a href="${href}">${text}</a>`.markup;
    else html += safe`${text}`.markup;
  }
  return markup(html + safe`${code.slice(at)}`.markup);
}
