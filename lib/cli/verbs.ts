import type { Verb } from "./call/verb.ts";

/** A verb, before its code is loaded: each brings along only what it needs. */
export interface Listed {
  /** What it does, in a line. */
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

/** The verbs of the program besides `help`, in the order in which they are told of. */
export const VERBS: Readonly<Record<string, Listed>> = {
  new: {
    summary: "Write a minimal dataset into a new folder, to begin with",
    load: async () => (await import("./new.ts")).newDataset,
  },
  validate: {
    summary: "Check the tables of a dataset",
    load: async () => (await import("./validate.ts")).validate,
  },
  read: {
    summary: "Draft claims from texts",
    load: async () => (await import("./read.ts")).read,
  },
  accept: {
    summary: "Take drafts into a dataset's claims",
    load: async () => (await import("./accept.ts")).accept,
  },
  reconcile: {
    summary: "Work out what a dataset's claims imply together",
    load: async () => (await import("./reconcile.ts")).reconcileClaims,
  },
  explain: {
    summary: "Explain one bound, both sides, with proofs",
    load: async () => (await import("./explain.ts")).explain,
  },
  report: {
    summary: "Make pages of a dataset and of what follows from it",
    load: async () => (await import("./report.ts")).report,
  },
  diff: {
    summary: "Tell what changed between two versions of a dataset",
    load: async () => (await import("./diff.ts")).diff,
  },
  export: {
    summary: "Write a dataset's results as CSV, JSON or Parquet",
    load: async () => (await import("./export.ts")).exportResults,
  },
  lab: {
    summary: "Open JupyterLab on a folder's notebooks",
    load: async () => (await import("./lab.ts")).lab,
  },
};
