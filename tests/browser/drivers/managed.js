// A browser whose administrator has rules for it. Chromium reads them from one place on the whole machine, which only root may
// write: so it is started with a view of its own of that place. Nobody else sees the rules, and nothing is left to be removed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACE = '/etc/chromium';
const OWN_VIEW = ['--mount', '--propagation', 'private'];

/** Can that be done here? */
export function canManage() {
  if (process.getuid?.() !== 0 || !existsSync(PLACE)) return false;
  try {
    execFileSync('unshare', [...OWN_VIEW, 'mount', '--bind', '/tmp', PLACE], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // a container without the right to mount
  }
}

/**
 * The command line that starts `program` under these rules.
 * @param {string} program @param {string[]} args @param {Record<string, unknown>} policies @param {string} folder  For the rules.
 * @returns {[string, string[]]}
 */
export function managed(program, args, policies, folder) {
  mkdirSync(join(folder, 'policies/managed'), { recursive: true });
  writeFileSync(join(folder, 'policies/managed/rules.json'), JSON.stringify(policies));
  return [
    'unshare',
    [
      ...OWN_VIEW,
      'sh',
      '-c',
      'mount --bind "$1" "$2" && shift 2 && exec "$@"',
      'sh',
      folder,
      PLACE,
      program,
      ...args,
    ],
  ];
}
