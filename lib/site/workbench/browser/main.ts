/**
 * The program of the explorer and of the workbench: reads where the page
 * carries a dataset, edits where it carries a workbench.
 *
 * @module
 */
import "../../explorer/browser/jitless.ts";
import { at } from "../../explorer/browser/dom.ts";
import {
  compileSolver,
  type Embedded,
  readEmbedded,
  workerStarter,
} from "../../explorer/browser/embedded.ts";
import { Explorer } from "../../explorer/browser/explorer.ts";
import type { EmbeddedBench } from "../workbench_page.ts";
import { openWorkbench } from "./workbench.ts";

const embedded = readEmbedded<Embedded | EmbeddedBench>();

if ("bench" in embedded) openWorkbench(embedded);
else {
  const { data, about, worker } = embedded;
  const edit = at<HTMLAnchorElement>("x-edit");
  const explorer: Explorer = new Explorer({
    data,
    about,
    start: workerStarter(worker),
    solver: compileSolver(),
    own: true,
    // What is switched goes along.
    switched() {
      const [, fragment] = explorer.store.link.split("#");
      edit.href = `workbench.html${fragment ? `#${fragment}` : ""}`;
    },
  });
  explorer.begin();
}
