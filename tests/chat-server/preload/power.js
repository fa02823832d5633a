// Run before the server: EARSHOT_DISK holds what a loss of power would leave of its files, which is what was synced, as it was when the sync
// began. Nothing reaches the real disk, so that a test is no slower than it must be; a sync takes EARSHOT_SYNC_MS.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';

const { EARSHOT_DISK: disk = '', EARSHOT_SYNC_MS = '2' } = process.env;
let copies = 0;

/** As it is now; on the disk once it is synced. @param {number} fd */
function copyOf(fd) {
  const file = fs.readlinkSync(`/proc/self/fd/${fd}`);
  if (!fs.fstatSync(fd).isFile()) return () => {};
  const copy = join(disk, `copy-${copies++}`);
  fs.copyFileSync(file, copy);
  return () => fs.renameSync(copy, join(disk, basename(file)));
}

for (const name of /** @type {const} */ (['fsync', 'fdatasync'])) {
  fs[`${name}Sync`] = (fd) => copyOf(fd)();
  Object.assign(fs, {
    [name]: (/** @type {number} */ fd, /** @type {() => void} */ done) => {
      const put = copyOf(fd);
      setTimeout(() => {
        put();
        done();
      }, Number(EARSHOT_SYNC_MS));
    },
  });
}
syncBuiltinESMExports();
