import type { PlotOptions } from "./chart.ts";
import type { FlowClaim } from "./flow_claim.ts";
import * as kit from "./kit/kit.ts";
import type { OriginClaims } from "./nest_origins.ts";

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
  origins: readonly OriginClaims[],
  layout: kit.Layout,
): PlotOptions {
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
  const rows = (lines: readonly Line[], x: number, weight?: kit.Weight) =>
    lines.map(({ y, text, title }): kit.Words => ({
      ...{ x, y, title },
      text: kit.fit(text, layout.inner - x, layout.fontSize, weight),
    }));
  const bracket = (echo: boolean) => {
    const own = brackets.filter((one) => one.echo === echo);
    const style = {
      stroke: echo ? "var(--ink)" : "var(--none)",
      strokeWidth: echo ? 2.5 : 1,
    };
    const ticks = own.flatMap(({ x, ticks }) =>
      ticks.map((y) => ({ left: x, right: x + 10, y }))
    );
    return [kit.uprights(own, style), kit.across(ticks, style)];
  };
  return kit.pixelPlot(Math.max(LINE, y - GAP), [
    ...bracket(false),
    ...bracket(true),
    kit.words(rows(heads, 0, "bold"), { className: "strong" }),
    kit.words(rows(outlets, OUTLET)),
    kit.targets(
      claims.map(({ y, title }) => ({
        ...{ left: CLAIM, right: layout.inner, title },
        ...{ top: y - LINE / 2, bottom: y + LINE / 2 },
      })),
    ),
    ...kit.statusRects(claims.map(({ y, status }) => ({
      ...{ left: CLAIM, right: CLAIM + 11, top: y - 5, bottom: y + 6, status },
    }))),
    kit.words(claims.map(({ y, label }) => ({
      ...{ x: CLAIM + 18, y },
      text: kit.fit(label, layout.inner - CLAIM - 18, layout.fontSize),
    }))),
  ]);
}
