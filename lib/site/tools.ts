import { GUARD_PATTERNS } from "../text/guard.ts";
import { type Html, safe } from "../text/html.ts";
import type { DataPackage } from "./data_package.ts";
import { citation } from "./data_package.ts";
import script from "./tools.js" with { type: "text" };

/** What a line of tools is below: `plain` is a table of a text, without types. */
export type Kind = "chart" | "table" | "plain" | "conflict";

/** What a page's own script does with charts, tables and conflicts. */
export const TOOLS: string = script.replace(
  "= GUARD_PATTERNS;",
  () => `= ${GUARD_PATTERNS};`,
);

/**
 * The line below a chart, a table or a conflict: its numbers as CSV, itself as an
 * image, the address that leads to it, and how to cite it. What takes a script is
 * shown by the script; the link needs none.
 *
 * @param id The `id` of what it is about.
 *
 * @example
 * ```ts
 * import { tools } from "./tools.ts";
 * import assert from "node:assert/strict";
 *
 * assert.match(`${tools("chart-1", "Cases a month", "chart")}`, /href="#chart-1"[^>]*>Link</);
 * assert.doesNotMatch(`${tools("table-1", "Cases", "table")}`, /PNG/);
 * ```
 */
export function tools(id: string, title: string, of: Kind): Html {
  const image = of === "chart";
  const button = (what: string, name: string) =>
    safe`<button type="button" data-do="${what}" aria-label="${name}: ${title}">${name}</button> `;
  return safe`<p class="tools" data-of="${id}" data-title="${title}">${
    button("data", "Data")
  }${image && button("svg", "Image (SVG)")}${
    image && button("png", "Image (PNG)")
  }<a href="#${id}" aria-label="Link: ${title}">Link</a> ${
    button("cite", "Cite")
  }${of === "table" && button("types", "Types")}</p>`;
}

/** What the script of a page cites: the dataset, its version and date. */
export function citedAs(data: DataPackage): Html {
  return safe`<template id="tools:cite">${citation(data)}</template>
`;
}
