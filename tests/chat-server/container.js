// Parts of a container, for tests: a world with its own process numbers, or its own mounts. Not every machine lets a test have them.
import { spawnSync } from 'node:child_process';

/** @param {string[]} words */
function own(...words) {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const through = ['unshare', ...asRoot, ...words];
  const { status, stderr, error } = spawnSync(through[0] ?? '', [...through.slice(1), 'true'], {
    encoding: 'utf8',
  });
  return { through, skip: status === 0 ? false : `no containers here: ${(error?.message ?? stderr).trim()}` };
}

/** The first process in there is number 1. */
export const ownNumbers = own('--pid', '--fork', '--kill-child', '--mount-proc');

const mounts = own('--mount');
export const noMounts = mounts.skip;
/** What `mount` does before the server starts, seen by nobody else. @param {string[]} mount */
export const withMount = (...mount) => [
  ...mounts.through,
  'sh',
  '-c',
  `mount ${mount.map((word) => `'${word}'`).join(' ')} && exec "$@"`,
  'sh',
];
