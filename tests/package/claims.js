// Claims about the types in widget/earshot.d.ts, which the compiler checks: each is a line of a file that is made
// here.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const FILE = 'build/face.claims.ts';
const TSC = 'node_modules/.bin/tsc';
const STRICT = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes'];
const PAGE = ['--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
const MODULES = ['--module', 'esnext', '--moduleResolution', 'bundler'];

export function createClaims() {
  const lines = [
    "import type * as face from '../widget/earshot.js';",
    'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;',
    'declare function holds<_Claim extends true>(): void;',
  ];
  return {
    /** This type is these words, and no other. @param {string} type @param {readonly string[]} words */
    same(type, words) {
      lines.push(`holds<Same<${type}, ${words.map((word) => JSON.stringify(word)).join(' | ')}>>();`);
    },
    /** Each is of this type, with no member more. @param {string} type @param {unknown[]} values */
    fits(type, values) {
      for (const value of values) lines.push(`((_: ${type}) => {})(${JSON.stringify(value)});`);
    },
    count: () => lines.length,
    /** Those that are not so, and what the compiler says of them. */
    broken() {
      mkdirSync('build', { recursive: true });
      writeFileSync(FILE, lines.join('\n'));
      const tsc = spawnSync(TSC, [...STRICT, ...PAGE, ...MODULES, FILE], { encoding: 'utf8' });
      return (tsc.stdout + tsc.stderr)
        .split('\n')
        .filter(Boolean)
        .map((said) => {
          const [, number] = /\((\d+),\d+\): error/.exec(said) ?? [];
          return number ? `${lines[Number(number) - 1]}\n  ${said}` : said;
        });
    },
  };
}

/** As few as show each value of each member once. @template {object} T @param {T[]} all */
export function telling(all) {
  const seen = new Set();
  return all.filter((one) => {
    const before = seen.size;
    for (const [member, value] of Object.entries(one)) seen.add(`${member} ${JSON.stringify(value)}`);
    return seen.size > before;
  });
}
