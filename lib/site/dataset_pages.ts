import { join } from "node:path";
import { readOwnText } from "../dataset/own_file.ts";
import { claimsTimeline } from "../chart/claims_timeline.ts";
import type { Dataset } from "../dataset/load.ts";
import { addTools } from "./add_tools.ts";
import { answer } from "./answer/answer.ts";
import { claimsBody } from "./claims/claims_body.ts";
import { conflictsBody } from "./claims/conflicts_body.ts";
import type { EntryGroup } from "./claims/entry.ts";
import { groupTitle, verdict } from "./claims/group.ts";
import { renderMarkdown } from "./claims/markdown.ts";
import type { Listed } from "./listed.ts";
import type { Page } from "./page.ts";
import { TOOLS } from "./tools.ts";
import find from "./find.js" with { type: "text" };

/** A page that the notebooks rest on. */
export interface DatasetPage extends Listed {
  /** What it is called in the line at the top. */
  readonly short: string;
  /** Whether its script is that of charts, tables and conflicts. */
  readonly tooled?: boolean;
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
    tooled: true,
    page: {
      title: `${title || "Codebook"} · Tallystick`,
      body: `<article class="prose">\n${addTools(body.markup)}</article>\n`,
      script: TOOLS,
    },
  }];
}

/** What the claims of a collection come to, for the first page. */
export interface Verdict {
  /** What the collection is called; plain text. */
  readonly title: string;
  /** HTML of a sentence or two. */
  readonly text: string;
  /** HTML of the whole answer, for the first collection that has one. */
  readonly answer?: string;
  /** Its charts. */
  readonly charts?: readonly Drawing[];
}

/** A chart of the first page. */
export interface Drawing {
  /** What it shows; plain text. */
  readonly title: string;
  /** SVG. */
  readonly svg: string;
}

/** The charts that stand beside an answer: what was said, what cannot be true. */
function charts(
  dataset: Dataset,
  { findings }: EntryGroup,
): Drawing[] {
  const modelled = new Set(findings.claims.map(({ claim }) => claim));
  const claims = dataset.claims.filter(({ claim_id }) =>
    modelled.has(claim_id)
  );
  return [
    ...(findings.drawing
      ? [{ title: "What cannot all be true", svg: findings.drawing }]
      : []),
    {
      title: "What was said, of when",
      // Of the dataset, which has the names of what is counted.
      svg: claimsTimeline({ ...dataset, claims } as Dataset).svg,
    },
  ];
}

/** Whether the claims of each collection agree, and the answer of the first. */
export function verdicts(
  dataset: Dataset | undefined,
  groups: readonly EntryGroup[],
): Verdict[] {
  const told = groups.find((group) => answer(group) !== null);
  return groups.map((group) => ({
    title: groupTitle(group),
    text: verdict(group).markup,
    ...(dataset && group === told
      ? {
        answer: answer(group, groups)!.markup,
        charts: charts(dataset, group),
      }
      : {}),
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
      tooled: true,
      page: {
        title: `${conflicts.title} · Tallystick`,
        description: conflicts.question,
        body: conflictsBody(groups).markup,
        script: TOOLS,
      },
    },
    ...await codebook(folder),
  ];
}
