import { fileURLToPath } from "node:url";
import { type Html, markup, safe } from "../../text/html.ts";
import { renderMarkdown } from "../claims/markdown.ts";
import type { DatasetPage } from "../dataset_pages.ts";
import {
  type Doc,
  type Documented,
  type Door,
  examplesOf,
  type Location,
  type Member,
  readDocumented,
  readDoors,
} from "./documented.ts";
import { asScript } from "./example.ts";
import { type Group, groupSymbols } from "./groups.ts";
import { highlight } from "./highlight.ts";
import { signatureOf } from "./signature.ts";

const KINDS: Readonly<Record<string, string>> = {
  function: "function",
  interface: "interface",
  typeAlias: "type",
  class: "class",
  variable: "constant",
};

/** What an entry is made with. */
interface Making {
  /** Name of the package. */
  readonly library: string;
  /** Text of a source file, by its `file:` address. */
  readonly sourceOf: (filename: string) => string;
  /** Where a name leads. */
  readonly hrefOf: (name: string) => string | undefined;
  /** The door that gives a name. */
  readonly doorOf: (name: string) => string;
}

/** What a door is imported by. */
function specifier(library: string, door: string): string {
  return library + door.slice(1);
}

function code(
  text: string,
  label: string,
  hrefOf: Making["hrefOf"],
): Html {
  return safe`<div class="source scroll" role="region" tabindex="0" aria-label="${label}"><div class="highlight"><pre>${
    highlight(text, hrefOf)
  }</pre></div></div>\n`;
}

/** Documentation text as HTML, with names of symbols as links. */
function prose(text: string, hrefOf: Making["hrefOf"]): Html {
  const plain = text.replace(/\{@link(?:code)? ([^\s}]+)[^}]*\}/g, "`$1`");
  const { body } = renderMarkdown(plain);
  return markup(
    body.markup.replace(/<code>([A-Za-z]\w*)<\/code>/g, (found, name) => {
      const href = hrefOf(name);
      return href === undefined
        ? found
        : safe`<a href="${href}"><code>${name}</code></a>`.markup;
    }),
  );
}

function tagList(jsDoc: Doc, hrefOf: Making["hrefOf"]): Html {
  const rows = (jsDoc.tags ?? []).flatMap(({ kind, name, tsType, doc }) => {
    if (kind === "param" && doc) {
      return [
        safe`<div><dt><code>${name}</code></dt><dd>${
          prose(doc, hrefOf)
        }</dd></div>`,
      ];
    }
    if (kind === "throws") {
      const type = tsType?.repr ?? "Error";
      return [
        safe`<div><dt>Throws ${prose(`\`${type}\``, hrefOf)}</dt><dd>${
          prose(doc ?? "", hrefOf)
        }</dd></div>`,
      ];
    }
    if ((kind === "return" || kind === "returns") && doc) {
      return [safe`<div><dt>Returns</dt><dd>${prose(doc, hrefOf)}</dd></div>`];
    }
    return [];
  });
  return rows.length > 0 ? safe`<dl>${rows}</dl>\n` : safe``;
}

function signature(
  location: Location,
  kind: string,
  { sourceOf }: Making,
): string {
  return signatureOf(sourceOf(location.filename), location, kind);
}

function member(owner: Documented, own: Member, making: Making): Html {
  const { hrefOf } = making;
  const name = own.name === "constructor" ? `new ${owner.name}` : own.name;
  return safe`<h4>${name}</h4>
${
    code(
      signature(own.location, "member", making),
      `Signature of ${owner.name}: ${name}`,
      hrefOf,
    )
  }${prose(own.jsDoc?.doc ?? "", hrefOf)}${tagList(own.jsDoc ?? {}, hrefOf)}`;
}

function entry(symbol: Documented, making: Making): Html {
  const { name, kind, jsDoc } = symbol;
  const { hrefOf } = making;
  // A page's own name would lead to itself.
  const others = (other: string) => other === name ? undefined : hrefOf(other);
  const open = kind === "function" || kind === "class";
  const examples = examplesOf(symbol).map(({ title, code: text }, i, all) => {
    const label = all.length > 1 ? `Example ${i + 1}` : "Example";
    return safe`<details class="code"${open ? markup(" open") : ""}><summary>${
      title ? `${label}: ${title}` : label
    }</summary>
${
      code(
        asScript(text, making.library, making.doorOf),
        `${label} of ${name}`,
        others,
      )
    }</details>\n`;
  });
  return safe`<section class="symbol" id="${symbol.id}">
<h3><a href="#${symbol.id}">${name}</a> <span class="kind">${
    KINDS[kind] ?? kind
  }</span></h3>
<p class="doors">From ${
    symbol.doors.map((door, i) =>
      safe`${i > 0 && ", "}<code>${specifier(making.library, door)}</code>`
    )
  }</p>
${
    code(
      signature(symbol.location, kind, making),
      `Signature of ${name}`,
      others,
    )
  }${prose(jsDoc.doc ?? "", others)}${tagList(jsDoc, others)}${
    symbol.members.map((own) => member(symbol, own, making))
  }${examples}</section>
`;
}

function listed(group: Group): Html {
  const items = group.symbols.map(({ id, name }) =>
    safe`<li><a href="#${id}"><code>${name}</code></a></li>`
  );
  return safe`<ul class="names">${items}</ul>\n`;
}

/** What the doors are for: the first sentence of each. */
function doorList(doors: readonly Door[], library: string): Html {
  const rows = doors.map(({ name, jsDoc }) => {
    const [first = ""] = /^[\s\S]*?[.:](?=\s|$)/.exec(jsDoc.doc ?? "") ?? [];
    return safe`<div><dt><code>${specifier(library, name)}</code></dt><dd>${
      prose(first.replace(/:$/, "."), () => undefined)
    }</dd></div>`;
  });
  return safe`<dl>${rows}</dl>\n`;
}

/**
 * The page of all that the library exports: signature, documentation and an
 * example of each.
 *
 * @param json What `deno doc --json` printed of the doors.
 * @param library Name of the package.
 */
export async function apiPage(
  json: string,
  library: string,
): Promise<DatasetPage> {
  const symbols = readDocumented(json);
  const groups = groupSymbols(symbols);
  const sources = new Map<string, string>();
  for (const { location } of symbols) {
    const { filename } = location;
    if (sources.has(filename)) continue;
    sources.set(filename, await Deno.readTextFile(fileURLToPath(filename)));
  }
  const names = new Set(symbols.map(({ name }) => name));
  const doors = new Map<string, string>();
  for (const { id, name, doors: own } of symbols) {
    if (id === name) doors.set(name, own[0]!);
  }
  const making: Making = {
    library,
    sourceOf: (filename) => sources.get(filename)!,
    hrefOf: (name) => names.has(name) ? `#${name}` : undefined,
    doorOf: (name) => doors.get(name) ?? ".",
  };
  const title = "The library, for scripts";
  const body = safe`<article class="prose api">
<h1>${title}</h1>
<p class="question">Everything that the library exports, functions and classes each with an example that the tests run.</p>
<p>It has several doors, so that who needs one part loads no other:</p>
${
    doorList(readDoors(json), library)
  }<p>A script imports a door by its name or its path (<code>${library}/chart</code> is <code>lib/chart.ts</code>, <code>${library}</code> itself <code>lib/mod.ts</code>); the project’s README says how, and which permissions it takes. In the examples <code>"data"</code> is the folder of a dataset.</p>
${
    groups.map((group) =>
      safe`<h2 id="${group.id}">${group.title}</h2>
<p>${group.about}</p>
${listed(group)}${group.symbols.map((symbol) => entry(symbol, making))}`
    )
  }</article>
`;
  return {
    href: "api.html",
    short: "Library",
    title,
    question: "What can a script call, and how?",
    headings: groups.map(({ id, title }) => ({ id, text: title })),
    page: {
      title: `${title} · Tallystick`,
      description:
        "Everything that the library exports, with signatures and examples.",
      body: body.markup,
    },
  };
}
