import type { Alternatives } from "../../reconcile/reconciliation.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "./anchor.ts";
import { choiceParts } from "./choice_parts.ts";

/** A claim's id as a link to its entry, from any page. */
export function claimLink(id: string): Html {
  return safe`<a href="${claimHref(id)}"><code>${id}</code></a>`;
}

/** What may give in one place, each claim as a link. */
export function choiceHtml(
  alternatives: Alternatives,
  link: (id: string) => Html = claimLink,
): Html {
  return safe`${
    choiceParts(alternatives).map((part) =>
      typeof part === "string" ? part : link(part.claim)
    )
  }`;
}
