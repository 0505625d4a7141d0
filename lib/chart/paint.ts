import * as Plot from "@observablehq/plot";
import { STATUS_PAINT } from "./status.ts";

/** Rectangles painted by the status of their claims, one mark a status. */
export function statusRects<
  R extends { readonly status: keyof typeof STATUS_PAINT },
>(rows: readonly R[], options: Plot.RectOptions): Plot.Markish[] {
  return Object.entries(STATUS_PAINT).map(([status, paint]) =>
    Plot.rect(rows.filter((row) => row.status === status), {
      ...options,
      rx: 2,
      fill: paint.colour,
      fillOpacity: paint.fillOpacity,
      stroke: paint.colour,
      ...(paint.strokeDasharray
        ? { strokeDasharray: paint.strokeDasharray }
        : {}),
      title: "title",
    })
  );
}
