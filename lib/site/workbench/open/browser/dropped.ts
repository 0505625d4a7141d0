import { InputError } from "../../../../quantity/input_error.ts";
import type { InputFile } from "../open_files.ts";
import { MOST } from "../sheet.ts";

/** A file and its place in what was chosen or dropped. */
interface Found {
  readonly name: string;
  readonly file: File;
}

/** The files of a folder that was dropped, with those of the folders in it. */
async function filesIn(entry: FileSystemEntry, path: string): Promise<Found[]> {
  const name = path + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject)
    );
    return [{ name, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (some.length === 0) return found;
    for (const inner of some) {
      found.push(...await filesIn(inner, `${name}/`));
      checkCount(found);
    }
  }
}

function checkCount(found: readonly unknown[]): void {
  if (found.length > MOST.files) {
    throw new InputError(
      `There are more than ${MOST.files} files: choose the folder of the dataset alone`,
    );
  }
}

/** What is never opened is not read either, however large. */
const OPENED = /\.(csv|tsv|txt|md|json|xlsx|xlsm|zip)$/i;

async function bytesOf(found: readonly Found[]): Promise<InputFile[]> {
  checkCount(found);
  const wanted = found.length > 1
    ? found.filter(({ name }) => OPENED.test(name))
    : found;
  const size = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MOST.bytes) {
    throw new InputError(
      `These files have ${Math.ceil(size / 2 ** 20)} MiB; ` +
        `${MOST.bytes / 2 ** 20} MiB can be opened`,
    );
  }
  return await Promise.all(wanted.map(async ({ name, file }) => ({
    name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })));
}

/** Files that were chosen, with their folders where a folder was. */
export function chosenFiles(files: Iterable<File>): Promise<InputFile[]> {
  return bytesOf(
    [...files].map((file) => ({
      name: file.webkitRelativePath || file.name,
      file,
    })),
  );
}

/** Files and folders that were dropped. */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<InputFile[]> {
  // Once anything is waited for, the browser gives no more of them.
  const entries = [...transfer.items].flatMap((item) =>
    item.webkitGetAsEntry?.() ?? []
  );
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: Found[] = [];
  for (const entry of entries) found.push(...await filesIn(entry, ""));
  return await bytesOf(found);
}
