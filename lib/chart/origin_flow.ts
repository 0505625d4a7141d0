import * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import type { Claims } from "../dataset/intervals.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import type { FlowClaim } from "./flow_claim.ts";
import { nestOrigins, type Origin } from "./nest_origins.ts";
import { originBrackets } from "./origin_brackets.ts";
import { originClaims } from "./origin_claims.ts";
import { statusRects } from "./paint.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten } from "./wrap.ts";

export type { FlowClaim } from "./flow_claim.ts";

const TOP = 26;
const ROW = 22;
const THICK = 15;
const GAP = 10;
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

/** The wide drawing: three columns and ribbons between them. */
function columns(claims: readonly FlowClaim[]): Plot.PlotOptions {
  const origins = nestOrigins(claims);
  const outlets = Map.groupBy(claims, ({ outlet }) => outlet);
  const rank = new Map(origins.map(({ name }, i) => [name, i]));
  const placed: PlacedClaim[] = [];
  let y = TOP;
  const boxes = [...outlets].map(([name, own]) => {
    const top = y;
    for (
      const claim of own.toSorted((a, b) =>
        rank.get(a.origin)! - rank.get(b.origin)!
      )
    ) {
      placed.push({ ...claim, y: y + ROW / 2 });
      y += ROW;
    }
    const box = { name, top, bottom: y, title: `${name}: ${own.length}` };
    y += GAP;
    return box;
  });
  const height = y - GAP;
  const gap = (boxes.length - 1) * GAP / Math.max(1, origins.length - 1);
  let originY = TOP;
  const mean = (list: readonly PlacedClaim[]) =>
    list.reduce((sum, claim) => sum + claim.y, 0) / list.length;
  const nodes = origins.map((origin) => {
    const size = origin.claims.length;
    const middle = originY + size * ROW / 2;
    originY += size * ROW + gap;
    let slot = middle - size * THICK / 2;
    const ribbons = [...origin.outlets].map(([outlet, own]) => {
      const thick = own.length * THICK;
      slot += thick;
      return {
        from: slot - thick / 2,
        to: mean(
          placed.filter((claim) =>
            claim.outlet === outlet && claim.origin === origin.name
          ),
        ),
        thick: thick - 1,
        title: `${origin.label} → ${outlet}: ${counted(own.length, "claim")}`,
      };
    });
    return { ...origin, middle, size, ribbons };
  });
  const ribbons = (echo: boolean) =>
    nodes.filter((node) => node.echo === echo)
      .flatMap((node) => node.ribbons);
  const link = (echo: boolean) =>
    Plot.link(ribbons(echo), {
      x1: () => COLUMN.ribbons,
      x2: () => COLUMN.outlets,
      y1: "from",
      y2: "to",
      curve: "bump-x",
      stroke: echo ? "var(--ink)" : "var(--none)",
      strokeOpacity: echo ? 0.5 : 0.28,
      strokeWidth: "thick",
      strokeLinecap: "butt",
      title: "title",
    });
  const echoes = nodes.filter((node) => node.echo);
  const echoed = ({ origin }: FlowClaim) =>
    echoes.some((node) => node.name === origin);
  const text = (x: number, className?: string): Plot.TextOptions => ({
    x: () => x,
    textAnchor: "start",
    title: "title",
    ...(className ? { className } : {}),
  });
  const name = (node: Origin) =>
    shorten(node.label, COLUMN.origins, 13, node.echo ? "bold" : "regular");
  return {
    height: Math.max(height, TOP) + 4,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...[["Origin", 0], ["Outlet", COLUMN.outlets], ["Claim", COLUMN.squares]]
        .map(([label, x]) =>
          Plot.text([label], {
            x: () => x,
            y: () => 8,
            textAnchor: "start",
            className: "soft",
          })
        ),
      link(false),
      link(true),
      Plot.rect(nodes, {
        x1: () => COLUMN.node,
        x2: () => COLUMN.ribbons,
        y1: (node: typeof nodes[number]) =>
          node.middle - node.size * THICK / 2 + 0.5,
        y2: (node: typeof nodes[number]) =>
          node.middle + node.size * THICK / 2 - 0.5,
        fill: "var(--ink)",
        title: (node: Origin) => node.label,
      }),
      Plot.text(nodes.filter((node) => !node.echo), {
        ...text(COLUMN.origins),
        textAnchor: "end",
        y: "middle",
        text: name,
        title: "label",
      }),
      Plot.text(echoes, {
        ...text(COLUMN.origins, "strong"),
        textAnchor: "end",
        y: (node: typeof nodes[number]) => node.middle - 8,
        text: name,
        title: "label",
      }),
      Plot.text(echoes, {
        ...text(COLUMN.origins, "soft"),
        textAnchor: "end",
        y: (node: typeof nodes[number]) => node.middle + 9,
        text: (node: typeof nodes[number]) =>
          `${counted(node.size, "claim")} by ${
            counted(node.outlets.size, "outlet")
          }`,
        title: "label",
      }),
      Plot.rect(boxes, {
        x1: () => COLUMN.outlets,
        x2: () => COLUMN.outletsEnd,
        y1: (box: { top: number }) => box.top + 1,
        y2: (box: { bottom: number }) => box.bottom - 1,
        rx: 3,
        fill: "var(--paper)",
        stroke: "var(--ink)",
        title: "title",
      }),
      Plot.text(boxes, {
        ...text((COLUMN.outlets + COLUMN.outletsEnd) / 2),
        textAnchor: "middle",
        y: (box: { top: number; bottom: number }) => (box.top + box.bottom) / 2,
        text: (box: { name: string }) =>
          shorten(box.name, COLUMN.outletsEnd - COLUMN.outlets - 10, 13),
      }),
      ...[false, true].map((echo) =>
        Plot.ruleY(placed.filter((claim) => echoed(claim) === echo), {
          x1: () => COLUMN.outletsEnd,
          x2: () => COLUMN.squares,
          y: "y",
          stroke: "var(--ink)",
          strokeWidth: echo ? 3.5 : 1,
        })
      ),
      ...statusRects(
        placed.map((claim) => ({ ...claim, status: claim.status ?? "none" })),
        {
          x1: () => COLUMN.squares,
          x2: () => COLUMN.squares + 13,
          y1: (claim: PlacedClaim) => claim.y - 6,
          y2: (claim: PlacedClaim) => claim.y + 6,
        },
      ),
      Plot.text(placed, {
        ...text(COLUMN.claims),
        y: "y",
        text: (claim: PlacedClaim) =>
          shorten(claim.label, 852 - COLUMN.claims, 13),
      }),
    ],
  };
}

function draw(
  claims: readonly FlowClaim[],
  layout: Layout,
): Plot.PlotOptions {
  return layout.narrow
    ? originBrackets(nestOrigins(claims), layout)
    : columns(claims);
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
    caption,
    description: `${sums}. ` +
      (echoes.length > 0
        ? `By several outlets: ${
          echoes.map((origin) =>
            `${origin.label}, by ${[...origin.outlets.keys()].join(", ")}`
          ).join("; ")
        }.`
        : "None reaches the reader by several outlets."),
    draw: (layout) => draw(claims, layout),
  });
}
