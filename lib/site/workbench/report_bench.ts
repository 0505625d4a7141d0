import { join } from "node:path";
import type { Dataset } from "../../dataset/load.ts";
import { readOwnText } from "../../dataset/own_file.ts";
import type { Workbench } from "./state.ts";
import { benchOf } from "./workbench_page.ts";

/** No text is carried along that is longer: the page would take too long. */
const LONGEST = 2 ** 18;

/** A dataset as the workbench of its report opens it, with what its folder says of it. */
export async function reportBench(
  dataset: Dataset,
  folder: string,
): Promise<Workbench> {
  const [descriptor, readme] = await Promise.all(
    ["datapackage.json", "README.md"].map((name) =>
      readOwnText(join(folder, name))
    ),
  );
  return benchOf(
    dataset,
    // It is sound: the report's own title was read from it.
    descriptor === undefined
      ? {}
      : JSON.parse(descriptor.replace(/^\ufeff/, "")),
    readme === undefined || readme.length > LONGEST
      ? {}
      : { "README.md": readme },
  );
}
