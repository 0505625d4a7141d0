import { clean } from "../../terminal/clean.ts";

const AGAIN = "Then run this again.";

// What the system's words mean for the user.
const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: `The disk is full. Make room on it. ${AGAIN}`,
  EDQUOT: `Your share of the disk is used up. Make room on it. ${AGAIN}`,
  EFBIG: "A file would be larger than this system allows (`ulimit -f` says " +
    `how large). Raise the limit. ${AGAIN}`,
  EROFS: "The folder is on a disk that can only be read. Copy the project to " +
    "one that can be written, and run this there.",
  EACCES: `This user may not write there. Change who may. ${AGAIN}`,
  EPERM: `This user may not write there. Change who may. ${AGAIN}`,
  EBUSY: `Something holds the file or folder open. Close it. ${AGAIN}`,
  EXDEV: "The folders lie on two disks, and nothing can be put in its place " +
    `at one stroke. Put .cache and the report on one disk. ${AGAIN}`,
  EIO: "The disk failed. Copy the project to another one, and run this there.",
  EMFILE: `Too many files are open. Raise \`ulimit -n\`. ${AGAIN}`,
};

// Deno gives some errors no code, and other programs none at all.
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/i, "ENOSPC"],
  [/Disk quota exceeded/i, "EDQUOT"],
  [/File too large/i, "EFBIG"],
  [/Read-only file system/i, "EROFS"],
  [/cross-device link/i, "EXDEV"],
  [/resource busy/i, "EBUSY"],
  [/Input\/output error/i, "EIO"],
  [/Too many open files/i, "EMFILE"],
];

function codeIn(said: string): string | undefined {
  return WORDS.find(([words]) => words.test(said))?.[1];
}

function codeOf(error: Error): string | undefined {
  if ("code" in error && Object.hasOwn(FAULTS, String(error.code))) {
    return String(error.code);
  }
  if (error instanceof Deno.errors.PermissionDenied) return "EACCES";
  return /\(os error \d+\)/.test(error.message)
    ? codeIn(error.message)
    : undefined;
}

/**
 * What to do where the machine refused (no space, a read-only folder, no
 * permission), with the system's own words; `undefined` for any other error.
 */
export function explainFault(error: Error): string | undefined {
  if (error instanceof Deno.errors.NotCapable) {
    return "This may not be done here: what a task may do stands in deno.json, what an " +
      "installed program may do was said when it was installed.\n" +
      clean(error.message, true);
  }
  const code = codeOf(error);
  return code && `${FAULTS[code]}\n${clean(error.message, true)}`;
}

/** What to do where the machine refused a program that said these words. */
export function explainWords(said: string): string | undefined {
  const code = codeIn(said);
  return code && FAULTS[code];
}
