import * as Plot from "@observablehq/plot";
import type { Layout } from "./chart.ts";
import type { Origin } from "./nest_origins.ts";
import type { FlowClaim } from "./flow_claim.ts";
import { statusRects } from "./paint.ts";
import { shorten } from "./wrap.ts";

const LINE = 19;
const GAP = 10;
const OUTLET = 20;
const CLAIM = 40;

interface Line {
  readonly y: number;
  readonly text: string;
  readonly title: string;
}

/** A bracket: a line down and a tick to each of its lines. */
interface Bracket {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly echo: boolean;
}

/** Origins, outlets and claims as a nested list, held together by brackets. */
export function originBrackets(
  origins: readonly Origin[],
  layout: Layout,
): Plot.PlotOptions {
  const heads: Line[] = [];
  const outlets: Line[] = [];
  const claims: (FlowClaim & { readonly y: number })[] = [];
  const brackets: Bracket[] = [];
  let y = LINE / 2;
  for (const origin of origins) {
    const { echo } = origin;
    heads.push({
      y,
      text: echo
        ? `${origin.label} (${origin.outlets.size} outlets)`
        : origin.label,
      title: origin.label,
    });
    const top = y + 9;
    const ticks: number[] = [];
    for (const [outlet, own] of origin.outlets) {
      y += LINE;
      outlets.push({ y, text: outlet, title: outlet });
      ticks.push(y);
      const inner: number[] = [];
      const innerTop = y + 8;
      for (const claim of own) {
        y += LINE;
        claims.push({ ...claim, y });
        inner.push(y);
      }
      brackets.push({
        x: OUTLET + 5,
        top: innerTop,
        bottom: y,
        ticks: inner,
        echo,
      });
    }
    brackets.push({ x: 5, top, bottom: ticks.at(-1)!, ticks, echo });
    y += LINE + GAP;
  }
  const lines = (
    rows: readonly Line[],
    x: number,
    className: string,
  ) =>
    Plot.text(rows, {
      x: () => x,
      y: "y",
      text: (row: Line) =>
        shorten(
          row.text,
          layout.width - 28 - x,
          layout.fontSize,
          className === "strong" ? "bold" : "regular",
        ),
      textAnchor: "start",
      title: "title",
      className,
    });
  const bracket = (echo: boolean) => {
    const own = brackets.filter((one) => one.echo === echo);
    const style = {
      stroke: echo ? "var(--ink)" : "var(--none)",
      strokeWidth: echo ? 2.5 : 1,
    };
    return [
      Plot.ruleX(own, { x: "x", y1: "top", y2: "bottom", ...style }),
      Plot.ruleY(
        own.flatMap((one) => one.ticks.map((tick) => ({ x: one.x, tick }))),
        {
          x1: "x",
          x2: (one: { x: number }) => one.x + 10,
          y: "tick",
          ...style,
        },
      ),
    ];
  };
  return {
    height: Math.max(LINE, y - GAP),
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...bracket(false),
      ...bracket(true),
      lines(heads, 0, "strong"),
      lines(outlets, OUTLET, "label"),
      ...statusRects(
        claims.map((claim) => ({ ...claim, status: claim.status ?? "none" })),
        {
          x1: () => CLAIM,
          x2: () => CLAIM + 11,
          y1: (claim: Line) => claim.y - 5,
          y2: (claim: Line) => claim.y + 6,
        },
      ),
      lines(
        claims.map(({ y, label, title }) => ({ y, text: label, title })),
        CLAIM + 18,
        "label",
      ),
    ],
  };
}
