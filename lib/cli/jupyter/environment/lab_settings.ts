import { join } from "node:path";
import { writeIfNew } from "./write_if_new.ts";

/**
 * Settings of the environment's JupyterLab, which the user's own go before. It
 * asks nobody for news or updates, and does not ask whether it may.
 */
export async function writeLabSettings(root: string): Promise<void> {
  const settings = {
    "@jupyterlab/apputils-extension:notification": {
      fetchNews: "false",
      checkForUpdates: false,
    },
    // Beside the options of a call stands what each is for.
    "@jupyterlab/completer-extension:manager": {
      showDocumentationPanel: true,
    },
  };
  await writeIfNew(
    join(
      ...[root, ".venv", "share", "jupyter", "lab", "settings"],
      "overrides.json",
    ),
    JSON.stringify(settings, null, 1) + "\n",
  );
}
