import * as Plot from "@observablehq/plot";
import { STATUS_PAINT, type StatusPaint } from "./status.ts";

/** The colours and lines of a mark, by the status of its claims. */
function paintOptions(
  { colour, fillOpacity, strokeDasharray }: StatusPaint,
): Plot.MarkOptions {
  return {
    fill: colour,
    fillOpacity,
    stroke: colour,
    ...(strokeDasharray ? { strokeDasharray } : {}),
    title: "title",
  };
}

/** Dots painted by the status of their claims, one mark a status. */
export function statusDots<
  R extends { readonly status: keyof typeof STATUS_PAINT },
>(rows: readonly R[], options: Plot.DotOptions): Plot.Markish[] {
  return Object.entries(STATUS_PAINT).map(([status, paint]) =>
    Plot.dot(rows.filter((row) => row.status === status), {
      ...options,
      ...paintOptions(paint),
    })
  );
}

/** Rectangles painted by the status of their claims, one mark a status. */
export function statusRects<
  R extends { readonly status: keyof typeof STATUS_PAINT },
>(rows: readonly R[], options: Plot.RectOptions): Plot.Markish[] {
  return Object.entries(STATUS_PAINT).map(([status, paint]) =>
    Plot.rect(rows.filter((row) => row.status === status), {
      ...options,
      rx: 2,
      ...paintOptions(paint),
    })
  );
}
