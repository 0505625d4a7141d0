import { join } from "node:path";

/** Runs a program; whether it succeeded. */
async function succeeds(program: string, ...args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(program, {
      args,
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}

/** A small disk of its own, held in memory. */
export class Disk implements AsyncDisposable {
  private constructor(readonly path: string) {}

  /** Mounts it, or gives `undefined` where this user may not. */
  static async mount(megabytes: number): Promise<Disk | undefined> {
    const path = await Deno.makeTempDir();
    const options = `size=${megabytes}m`;
    if (await succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", path)) {
      return new Disk(path);
    }
    await Deno.remove(path);
    return undefined;
  }

  /** Lets it be read and no more, or written again. */
  async makeReadOnly(yes: boolean): Promise<void> {
    const options = `remount,${yes ? "ro" : "rw"}`;
    if (!await succeeds("mount", "-o", options, this.path)) {
      throw new Error(`Cannot mount ${this.path} anew`);
    }
  }

  /** Fills it up, so that so many bytes are free. */
  async fill(free: number): Promise<void> {
    using file = await Deno.open(join(this.path, "filler"), {
      create: true,
      write: true,
      truncate: true,
    });
    let size = 0;
    try {
      for (const page = new Uint8Array(4096);;) size += await file.write(page);
    } catch {
      await file.truncate(Math.max(0, size - free));
    }
  }

  /** Makes room again. */
  async empty(): Promise<void> {
    await Deno.remove(join(this.path, "filler"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await succeeds("umount", this.path);
    await Deno.remove(this.path);
  }
}

/** Whether small disks can be mounted here: root can, mostly. */
export const canMount: boolean = await (async () => {
  const disk = await Disk.mount(1);
  await disk?.[Symbol.asyncDispose]();
  return disk !== undefined;
})();

/**
 * Makes a folder one that nothing can be renamed in, root's own writes too;
 * whether that worked.
 */
export async function freeze(folder: string, yes: boolean): Promise<boolean> {
  if (Deno.uid() !== 0) {
    await Deno.chmod(folder, yes ? 0o555 : 0o755);
    return true;
  }
  return await succeeds("chattr", yes ? "+i" : "-i", folder);
}
