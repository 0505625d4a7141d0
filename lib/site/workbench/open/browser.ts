import type { Host, Panel } from "../panel.ts";
import { OpenPanel } from "./browser/panel.ts";

/** Puts what opens files and rows into its place in the page. */
export function mountOpen(place: HTMLElement, host: Host): Panel {
  return new OpenPanel(place, host);
}
