import type { Verb } from "./call/verb.ts";
import type { VerbName } from "./summaries.ts";

// Loaded when it is called: each brings along only what it needs.
const LOAD: Readonly<Record<VerbName, () => Promise<Verb>>> = {
  new: async () => (await import("./new.ts")).newDataset,
  validate: async () => (await import("./validate.ts")).validate,
  read: async () => (await import("./read.ts")).read,
  accept: async () => (await import("./accept.ts")).accept,
  reconcile: async () => (await import("./reconcile.ts")).reconcileClaims,
  explain: async () => (await import("./explain.ts")).explain,
  report: async () => (await import("./report.ts")).report,
  workbench: async () => (await import("./workbench.ts")).workbench,
  diff: async () => (await import("./diff.ts")).diff,
  export: async () => (await import("./export.ts")).exportResults,
  lab: async () => (await import("./lab.ts")).lab,
};

/** The verb of that name, if there is one. */
export function verbOf(name: string): Promise<Verb> | undefined {
  return Object.hasOwn(LOAD, name) ? LOAD[name as VerbName]() : undefined;
}
