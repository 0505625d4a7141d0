import type { Chart } from "../../../chart/chart.ts";
import { plain } from "../../../text/plain.ts";
import { titleClaims } from "../../claims/title_claims.ts";
import { fill } from "./dom.ts";
import type { Names } from "./names.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Gives a mark the claims it shows, and a link where it is one with an entry. */
function tie(mark: Element, title: string, claims: string[], names: Names) {
  const [first] = claims;
  const linked = claims.length === 1 && names.hasEntry(first!);
  const wrapper = document.createElementNS(SVG, linked ? "a" : "g");
  wrapper.setAttribute("data-claim", claims.join("\n"));
  if (linked) {
    wrapper.setAttribute("href", names.href(first!));
    wrapper.setAttribute("tabindex", "-1");
    if (mark.textContent!.trim() === title.trim()) {
      wrapper.setAttribute("aria-label", `${first}: ${title.split("\n")[0]}`);
    }
  }
  mark.replaceWith(wrapper);
  wrapper.append(mark);
}

/** Shows a chart in a place of the page, its marks tied to their claims. */
export function showChart(place: Element, chart: Chart, names: Names): void {
  // Parsed apart from the page: nothing in it runs, and text stays text.
  const parsed = new DOMParser().parseFromString(
    plain(chart.svg),
    "text/html",
  );
  const svg = document.importNode(parsed.querySelector("svg")!, true);
  // Nothing inside an image can be reached: with links it is a figure.
  svg.setAttribute("role", "figure");
  const ids = new Set(names.claims.map(({ claim }) => claim));
  for (const title of svg.querySelectorAll("title")) {
    const text = title.textContent ?? "";
    const claims = titleClaims(text, ids).map(({ id }) => id);
    if (claims.length > 0) tie(title.parentElement!, text, claims, names);
  }
  fill(place, svg);
}
