import * as Plot from "@observablehq/plot";
import type { Claims } from "../dataset/intervals.ts";
import { checkOptions } from "../quantity/check_options.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import type { FlowClaim } from "./flow_claim.ts";
import * as kit from "./kit/kit.ts";
import { nestOrigins, type OriginClaims } from "./nest_origins.ts";
import { originBrackets } from "./origin_brackets.ts";
import { originClaims } from "./origin_claims.ts";

export type { FlowClaim } from "./flow_claim.ts";

const TOP = 26;
const ROW = 22;
const THICK = 15;
const GAP = 10;

/** More claims are not drawn. */
const MOST = 80;

/** Where the columns of the wide drawing stand, in pixels. */
const COLUMN = {
  origins: 214,
  node: 222,
  ribbons: 228,
  outlets: 350,
  outletsEnd: 486,
  squares: 502,
  claims: 523,
};

/** "3 outlets, 1 claim". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

interface PlacedClaim extends FlowClaim {
  readonly y: number;
}

/** "13 claims by 2 outlets", also where not all of them are drawn. */
function carriedBy({ claims, outlets }: OriginClaims): string {
  return `${counted(claims.length, "claim")} by ${
    counted(outlets.size, "outlet")
  }`;
}

/** Outlets from top to bottom, each with its claims in the order of origins. */
function placeOutlets(
  claims: readonly FlowClaim[],
  origins: readonly OriginClaims[],
): {
  placed: PlacedClaim[];
  boxes: (kit.Box & kit.Titled & { name: string })[];
} {
  const rank = new Map(origins.map(({ name }, i) => [name, i]));
  const placed: PlacedClaim[] = [];
  let y = TOP;
  const outlets = Map.groupBy(claims, ({ outlet }) => outlet);
  const boxes = [...outlets].map(([name, own]) => {
    const top = y + 1;
    for (
      const claim of own.toSorted((a, b) =>
        rank.get(a.origin)! - rank.get(b.origin)!
      )
    ) {
      placed.push({ ...claim, y: y + ROW / 2 });
      y += ROW;
    }
    const bottom = y - 1;
    y += GAP;
    return {
      ...{ name, top, bottom, title: `${name}: ${own.length}` },
      ...{ left: COLUMN.outlets, right: COLUMN.outletsEnd },
    };
  });
  return { placed, boxes };
}

/** Origins from top to bottom, and a ribbon to each outlet that carries them. */
function placeOrigins(
  origins: readonly OriginClaims[],
  placed: readonly PlacedClaim[],
  gap: number,
) {
  let y = TOP;
  return origins.map((origin) => {
    const size = origin.claims.length;
    const middle = y + size * ROW / 2;
    y += size * ROW + gap;
    let slot = middle - size * THICK / 2;
    const ribbons = [...origin.outlets].map(([outlet, own]) => {
      const thick = own.length * THICK;
      slot += thick;
      const to = placed.filter((claim) =>
        claim.outlet === outlet && claim.origin === origin.name
      );
      return {
        from: slot - thick / 2,
        to: to.reduce((sum, claim) => sum + claim.y, 0) / to.length,
        thick: thick - 1,
        title: `${origin.label} → ${outlet}: ${counted(own.length, "claim")}`,
      };
    });
    return {
      ...{ ...origin, middle, size, ribbons, title: origin.label },
      ...{ left: COLUMN.node, right: COLUMN.ribbons },
      top: middle - size * THICK / 2 + 0.5,
      bottom: middle + size * THICK / 2 - 0.5,
    };
  });
}

/** The wide drawing: three columns and ribbons between them. */
function columns(
  claims: readonly FlowClaim[],
  whole: readonly OriginClaims[],
  { inner, fontSize }: kit.Layout,
): PlotOptions {
  const origins = nestOrigins(claims);
  const { placed, boxes } = placeOutlets(claims, origins);
  const nodes = placeOrigins(
    origins,
    placed,
    (boxes.length - 1) * GAP / Math.max(1, origins.length - 1),
  );
  const echoes = nodes.filter((node) => node.echo);
  const echoed = ({ origin }: FlowClaim) =>
    echoes.some((node) => node.name === origin);
  const name = (node: typeof nodes[number], y: number): kit.Words => ({
    ...{ x: COLUMN.origins, y, title: node.label },
    text: kit.fit(
      node.label,
      COLUMN.origins,
      fontSize,
      node.echo ? "bold" : "regular",
    ),
  });
  const squares = placed.map((claim) => ({
    ...{ status: claim.status, title: claim.title },
    ...{ left: COLUMN.squares, right: COLUMN.squares + 13 },
    ...{ top: claim.y - 6, bottom: claim.y + 6 },
  }));
  return kit.pixelPlot(Math.max((boxes.at(-1)?.bottom ?? 0) + 5, TOP + 4), [
    kit.words(
      ([["Origin", 0], ["Outlet", COLUMN.outlets], [
        "Claim",
        COLUMN.squares,
      ]] as const)
        .map(([text, x]) => ({ x, y: 8, text })),
      { className: "soft" },
    ),
    ...[false, true].map((echo) =>
      Plot.link(
        nodes.filter((node) => node.echo === echo)
          .flatMap((node) => node.ribbons),
        {
          ...{ x1: () => COLUMN.ribbons, x2: () => COLUMN.outlets },
          ...{ y1: "from", y2: "to", curve: "bump-x", title: "title" },
          stroke: echo ? "var(--ink)" : "var(--none)",
          strokeOpacity: echo ? 0.5 : 0.28,
          ...{ strokeWidth: "thick", strokeLinecap: "butt" },
        },
      )
    ),
    kit.rects(nodes, { fill: "var(--ink)" }),
    kit.words(
      nodes.filter((node) => !node.echo)
        .map((node) => name(node, node.middle)),
      { anchor: "end" },
    ),
    kit.words(echoes.map((node) => name(node, node.middle - 8)), {
      ...{ anchor: "end", className: "strong" },
    }),
    kit.words(
      echoes.map((node) => ({
        ...{ x: COLUMN.origins, y: node.middle + 9, title: node.label },
        text: carriedBy(whole.find(({ name }) => name === node.name)!),
      })),
      { anchor: "end", className: "soft" },
    ),
    kit.rects(boxes, { rx: 3, fill: "var(--paper)", stroke: "var(--ink)" }),
    kit.words(
      boxes.map((box) => ({
        x: (box.left + box.right) / 2,
        y: kit.middleOf(box),
        text: kit.fit(box.name, box.right - box.left - 10, fontSize),
      })),
      { anchor: "middle" },
    ),
    ...[false, true].map((echo) =>
      kit.across(
        placed.filter((claim) => echoed(claim) === echo).map(({ y }) => ({
          ...{ left: COLUMN.outletsEnd, right: COLUMN.squares, y },
        })),
        { stroke: "var(--ink)", strokeWidth: echo ? 3.5 : 1 },
      )
    ),
    kit.targets(
      squares.map(({ status: _, ...square }) => ({ ...square, right: inner })),
    ),
    ...kit.statusRects(squares.map(({ title: _, ...square }) => square)),
    kit.words(
      placed.map(({ label, y }) => ({
        ...{ x: COLUMN.claims, y },
        text: kit.fit(label, inner - COLUMN.claims, fontSize),
      })),
    ),
  ]);
}

/**
 * Where claims come from: origins, the outlets that carry them and the claims,
 * in columns, with ribbons as thick as the claims are many; on a narrow screen
 * a nested list with brackets. Origins and outlets stand in the order in which
 * the claims first name them: give the claims in the order of publication. An
 * origin that several outlets carry is drawn boldly: one witness with echoes.
 *
 * @example
 * ```ts
 * import { originFlow } from "./origin_flow.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { status: null, label: "60,000 cases", title: "“60,000”" };
 * const { svg } = originFlow([
 *   { ...claim, origin: "A newspaper", outlet: "First site" },
 *   { ...claim, origin: "A newspaper", outlet: "Second site" },
 * ]);
 * assert.match(svg, /2 claims by 2 outlets/);
 * ```
 */
export function originFlow(
  from: readonly FlowClaim[] | Claims,
  options: ChartTitle = {},
): Chart {
  checkOptions(options, TITLE_TYPES);
  const claims = Array.isArray(from) && (!from[0] || "outlet" in from[0])
    ? from as readonly FlowClaim[]
    : originClaims(from as Claims);
  const {
    title,
    caption = "Modelled claims alone. Origins are as far back as they could " +
      "be traced. Point at a square for the wording and the source.",
  } = options;
  const origins = nestOrigins(claims);
  const shown = claims.length > MOST
    ? [...kit.takeTurns(Map.groupBy(claims, ({ outlet }) => outlet), MOST)]
      .flatMap(([, own]) => own)
    : claims;
  const outlets = new Set(claims.map(({ outlet }) => outlet)).size;
  const traced = claims.filter(({ origin }) => origin !== null).length;
  const rest = claims.length - traced;
  const echoes = origins.filter((origin) => origin.echo);
  const sums = `${counted(traced, "claim")} of ${counted(outlets, "outlet")} ` +
    `${traced === 1 ? "goes" : "go"} back to ${
      counted(origins.filter(({ name }) => name !== null).length, "origin")
    }` + (rest > 0 ? `, ${rest} to none that is named` : "");
  return chart({
    title: title ?? `Who is behind the numbers: ${sums}`,
    subtitle: "Each claim is led back to the outlet that carries it and to " +
      "the origin that outlet has it from, from top to bottom in the order of " +
      "publication. Bold: an origin that reaches the reader by several " +
      "outlets, one witness with echoes. Squares: solid, official; half, " +
      "attributed; pale, contested; dashed, unverified.",
    caption: shown.length < claims.length
      ? `${shown.length} of the claims are drawn. ${caption}`
      : caption,
    description: `${sums}. ` +
      (echoes.length > 0
        ? `By several outlets: ${
          echoes.map((origin) =>
            `${origin.label}, by ${[...origin.outlets.keys()].join(", ")}`
          ).join("; ")
        }.`
        : "None reaches the reader by several outlets."),
    draw: (layout) =>
      layout.narrow
        ? originBrackets(nestOrigins(shown), layout)
        : columns(shown, origins, layout),
  });
}
