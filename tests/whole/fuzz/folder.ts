import { join } from "node:path";
import {
  checkDataset,
  type CheckedDataset,
} from "../../../lib/dataset/load.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";

/** The bytes of a dataset's tables. */
export type Tables = { [T in TableName]?: Uint8Array };

/** A folder that takes one dataset after another. */
export class Folder implements AsyncDisposable {
  #held = new Map<string, Uint8Array>();

  private constructor(readonly path: string) {}

  /** A new folder; disposed of, it is removed. */
  static async make(): Promise<Folder> {
    return new Folder(await Deno.makeTempDir());
  }

  /** Puts a dataset into the folder and checks it as a user would have it. */
  async check(tables: Tables): Promise<CheckedDataset> {
    for (const name of this.#held.keys()) {
      if (tables[name as TableName]) continue;
      await Deno.remove(join(this.path, `${name}.csv`));
      this.#held.delete(name);
    }
    for (const [name, bytes] of Object.entries(tables)) {
      if (this.#held.get(name) === bytes) continue;
      await Deno.writeFile(join(this.path, `${name}.csv`), bytes);
      this.#held.set(name, bytes);
    }
    return await checkDataset(this.path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.path, { recursive: true });
  }
}
