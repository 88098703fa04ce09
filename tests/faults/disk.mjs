// A disk small enough to be filled: a file system of its own in memory where this account may mount one, else a
// bound on the size of what the server writes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const megabytes = 96;
const did = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

export function smallDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'liem-faults-'));
  const mounted = did('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'liem-faults', folder);
  process.on('exit', () => {
    if (mounted) did('umount', '--lazy', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const filler = path.join(folder, 'filler');
  const bound = (pid, bytes) => {
    if (!did('prlimit', `--pid=${pid}`, `--fsize=${bytes}`)) throw new Error('prlimit does not work here');
  };
  return {
    folder,
    canBeReadOnly: mounted,
    // Leaves `left` bytes.
    fill(pid, left) {
      if (!mounted) return bound(pid, left);
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - left, 0)));
      } catch (failed) {
        if (failed.code !== 'ENOSPC') throw failed; // the server took it first: as full as it was to be
      }
      return undefined;
    },
    free(pid) {
      if (mounted) rmSync(filler, { force: true });
      else if (pid) bound(pid, 'unlimited');
    },
    // Refused while a file of it is open for writing.
    readOnly: () => did('mount', '-o', 'remount,ro', folder),
    writable() { if (mounted && !did('mount', '-o', 'remount,rw', folder)) throw new Error('the disk stays read-only'); },
  };
}
