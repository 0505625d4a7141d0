import { join } from "node:path";
import { readOwnText } from "../dataset/own_file.ts";
import { claimsBody } from "./claims/claims_body.ts";
import { conflictsBody } from "./claims/conflicts_body.ts";
import type { EntryGroup } from "./claims/entry.ts";
import { groupTitle, verdict } from "./claims/group.ts";
import { renderMarkdown } from "./claims/markdown.ts";
import type { Listed } from "./listed.ts";
import type { Page } from "./page.ts";
import find from "./find.js" with { type: "text" };

/** A page that the notebooks rest on. */
export interface DatasetPage extends Listed {
  /** What it is called in the line at the top. */
  readonly short: string;
  /** The page without what all pages share. */
  readonly page: Omit<Page, "footer">;
  /** Headings of the second level, where they are worth a list. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
}

async function codebook(folder: string): Promise<DatasetPage[]> {
  const text = await readOwnText(join(folder, "README.md"));
  if (text === undefined) return [];
  const { title, body, headings } = renderMarkdown(text);
  return [{
    href: "codebook.html",
    short: "Codebook",
    title: title || "Codebook",
    question: "What became a claim, and what each column holds.",
    headings,
    page: {
      title: `${title || "Codebook"} · Tallystick`,
      body: `<article class="prose">\n${body}</article>\n`,
    },
  }];
}

/** What the claims of a collection come to, for the first page. */
export interface Verdict {
  /** What the collection is called; plain text. */
  readonly title: string;
  /** HTML. */
  readonly text: string;
}

/** Whether the claims of each collection agree. */
export function verdicts(groups: readonly EntryGroup[]): Verdict[] {
  return groups.map((group) => ({
    title: groupTitle(group),
    text: verdict(group).markup,
  }));
}

/** The pages of a dataset itself: its claims, its conflicts, its codebook. */
export async function datasetPages(
  folder: string,
  groups: readonly EntryGroup[],
): Promise<DatasetPage[]> {
  const claims = {
    title: "Every claim, with its source",
    question:
      "What was said, where, by whom; what it is read as; and what the other claims leave of it.",
  };
  const conflicts = {
    title: "Every conflict, with its arithmetic",
    question: "Which claims cannot all be true?",
  };
  return [
    {
      ...claims,
      href: "claims.html",
      short: "Claims",
      headings: [],
      page: {
        title: `${claims.title} · Tallystick`,
        description: claims.question,
        body: claimsBody(groups).markup,
        script: find,
      },
    },
    {
      ...conflicts,
      href: "conflicts.html",
      short: "Conflicts",
      headings: [],
      page: {
        title: `${conflicts.title} · Tallystick`,
        description: conflicts.question,
        body: conflictsBody(groups).markup,
      },
    },
    ...await codebook(folder),
  ];
}
