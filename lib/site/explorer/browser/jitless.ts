import { z } from "zod";

// Compiled checks need `eval`, which the page's policy forbids. Imported before
// anything that makes a schema.
z.config({ jitless: true });
