// Every different card of guidance that the core can ask for, from the table that it is tested against.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
/** @import { View } from '../../js-glue/answers.js' */

const table = readFileSync(fileURLToPath(new URL('../core/guidance.golden', import.meta.url)), 'utf8');

/** @type {[RegExp, View['browser']][]} */
const BROWSERS = [
  [/Edge/, 'edge'],
  [/Brave/, 'brave'],
  [/Opera/, 'opera'],
  [/Vivaldi/, 'vivaldi'],
  [/Samsung/, 'samsung'],
  [/Firefox/, 'firefox'],
  [/Safari/, 'safari'],
  [/Chrome/, 'chrome'],
];
const LOST_IN_CALL = [
  'revoked',
  'reset',
  'grant_expired',
  'device_removed',
  'interrupted',
  'system_switched_off',
  'taken',
];

/** One line for each different card: what happened to whom, and the view.
 * @returns {{ name: string, view: View }[]} */
export function guidanceCards() {
  /** @type {Map<string, { name: string, view: View }>} */
  const cards = new Map();
  for (const section of table.split('\n== ').slice(1)) {
    const [, cause = '', kind = ''] = section.match(/^(\w+), (\w+)/) ?? [];
    for (const [, visitors = '', title = '', members = ''] of section.matchAll(
      /\n(\S.*)\n {2}(\w+)\n((?: {4}.*\n)+)/g,
    )) {
      const said = Object.fromEntries(
        [...members.matchAll(/ {4}(\w+) +(.*)/g)].map(([, name, value]) => [name, value]),
      );
      const words = (/** @type {string} */ name) => (said[name] ?? '').split(' ').filter(Boolean);
      const camera = kind === 'camera';
      const view = /** @type {View} */ ({
        orb: camera ? 'choosing' : LOST_IN_CALL.includes(cause) ? 'interrupted' : 'blocked',
        title,
        steps: words('steps'),
        actions: words('actions'),
        picture: said.picture === 'none' ? '' : (said.picture ?? '').replaceAll('_', '-'),
        pointer: '',
        microphone: 'blocked',
        camera: camera ? 'blocked' : 'off',
        notifications: 'off',
        kind,
        recovery: (said.recovery ?? '').replace(/[<>]/g, ''),
        link: said.link ?? '',
        address: said.address ?? '',
        support: '',
        browser: BROWSERS.find(([pattern]) => pattern.test(visitors))?.[1] ?? 'other',
      });
      const { steps, picture, recovery, actions } = view;
      const same = JSON.stringify([steps, picture, recovery, actions.length]);
      const first = visitors
        .replace(/;.*/s, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
      if (!cards.has(same)) cards.set(same, { name: `${cause}-${kind}-${first}`, view });
    }
  }
  return [...cards.values()];
}
