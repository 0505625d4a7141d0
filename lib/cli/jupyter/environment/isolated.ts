/**
 * What every Python is called with: nothing of the user's own Python reaches
 * it, neither variables (`PYTHONPATH`, `PYTHONHOME`, `PYTHONWARNINGS`) nor
 * packages of the user nor the folder it runs in; and text is UTF-8 throughout,
 * which `-I` would else have it forget.
 */
export const ISOLATED: readonly string[] = ["-I", "-X", "utf8"];
