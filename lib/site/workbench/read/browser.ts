import type { Host, Panel } from "../panel.ts";
import { ReadPanel } from "./browser/panel.ts";

/** Puts what reads texts into its place in the page. */
export function mountRead(place: HTMLElement, host: Host): Panel {
  return new ReadPanel(place, host);
}
