// What widget/earshot.d.ts says of the core: each word, each option, each event, and every answer that is on record. The compiler
// reads a file of claims that is made here, from what the core prints.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

const FACE = readFileSync('widget/earshot.d.ts', 'utf8');
/** @param {string[]} order @param {string} [input] */
const earshot = (order, input) => execFileSync('build/native/earshot', order, { encoding: 'utf8', input, maxBuffer: 2 ** 28 });
/** @type {Record<string, string[]>} */
const vocabulary = JSON.parse(earshot(['vocabulary']));

/** What the core makes of a configuration. @param {unknown} config @returns {{ config: any, problems: { path: string, problem: string, expected: string }[] }} */
function configured(config) {
  const [, answer = ''] = earshot(['replay', '--wire', '-'], JSON.stringify({ config })).split('\n');
  return JSON.parse(answer);
}
/** The words that the core offers in the place of a wrong one. @param {unknown} config @param {string} path */
function offered(config, path) {
  const { expected = '' } = configured(config).problems.find((problem) => problem.path === path) ?? {};
  return [...expected.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
}

/** The file of claims. @type {string[]} */
const claims = [
  "import type * as face from '../widget/earshot.js';",
  'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;',
  'declare function holds<_Claim extends true>(): void;',
];
/** @param {string} type @param {readonly string[]} words */
const same = (type, words) => claims.push(`holds<Same<${type}, ${words.map((word) => JSON.stringify(word)).join(' | ')}>>();`);
/** @param {string} type @param {unknown[]} values */
const fits = (type, values) => claims.push(...values.map((value) => `((_: ${type}) => {})(${JSON.stringify(value)});`));

/** As few as show each value of each member once. @param {Record<string, unknown>[]} all */
function telling(all) {
  const seen = new Set();
  return all.filter((one) => {
    const before = seen.size;
    for (const [member, value] of Object.entries(one)) seen.add(`${member} ${JSON.stringify(value)}`);
    return seen.size > before;
  });
}

test('it imports nothing', () => assert.doesNotMatch(FACE, /^\s*import\b|import\(|<reference/m));

test('it has every word of the core, and no other', () => {
  const types = [...FACE.matchAll(/^export type (\w+)/gm)].map(([, name = '']) => name).filter((name) => name in vocabulary);
  assert.deepEqual(['Action', 'Cause', 'Orb', 'Step', 'Title'].filter((name) => !types.includes(name)), []);
  for (const type of types) same(`face.${type}`, vocabulary[type] ?? []);
  same('face.MediaKind', (vocabulary.Capability ?? []).filter((kind) => kind !== 'notifications'));
  same('face.TextId', ['Title', 'Step', 'Action', 'Label'].flatMap((type) => vocabulary[type] ?? []));
});

test('it has every event that is told', () => {
  const glue = readdirSync('js-glue', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const said = glue.flatMap((file) => [...readFileSync(`js-glue/${file}`, 'utf8').matchAll(/\btell\('([\w-]+)'/g)].map(([, event = '']) => event));
  assert.ok(said.includes('trace'));
  const events = [...(vocabulary.HostEvent ?? []), ...said].map((event) => `earshot-${event.replace('_', '-')}`);
  same('keyof face.EarshotEventMap', [...new Set(events)]);
});

test('it has every option that the core accepts, with its words', () => {
  const wrong = { none_such: 1, log: '?', position: '?', theme: '?', mode: '?', chat: { transport: '?', none_such: 1 }, actions: { none_such: 1 } };
  same('keyof face.Config', offered(wrong, '/none_such'));
  for (const option of ['log', 'position', 'theme', 'mode']) same(`NonNullable<face.Config['${option}']>`, offered(wrong, `/${option}`));
  same('keyof face.ChatConfig', offered(wrong, '/chat/none_such'));
  same("NonNullable<face.ChatConfig['transport']>", offered(wrong, '/chat/transport'));
  same('keyof face.ActionsConfig', offered(wrong, '/actions/none_such'));
  const { media, ...defaults } = configured({}).config;
  fits('face.Config', [defaults, { media }, { media: configured({ media: ['microphone', 'camera'] }).config.media }]);

  const actions = vocabulary.Action ?? [];
  const bound = configured({ actions: { hide: actions } }).problems.map(({ path }) => Number(path.split('/').pop()));
  assert.ok(bound.length > 0);
  same('face.HideableAction', actions.filter((_, at) => !bound.includes(at)));

  const causes = [...(vocabulary.Cause ?? []), 'default'];
  const refused = configured({ support: Object.fromEntries(causes.map((cause) => [cause, '/help'])) }).problems.map(({ path }) => path.split('/').pop());
  same('keyof face.ByCause', causes.filter((cause) => !refused.includes(cause)));
});

test('it says how every answer on record is made', () => {
  const traces = readdirSync('tests/traces', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.jsonl'));
  const lines = traces.flatMap((file) => earshot(['replay', '--wire', `tests/traces/${file}`]).split('\n'));
  /** @type {any[]} */
  const answers = lines.filter((line) => line.includes('"effects"')).map((line) => JSON.parse(line));
  const effects = answers.flatMap((answer) => answer.effects);
  /** @param {string} event @returns {Record<string, unknown>[]} */
  const details = (event) => telling(effects.filter((effect) => effect.event === event).map(({ detail }) => detail));
  fits('face.View', telling(answers.flatMap(({ view }) => view ?? [])));
  fits("Extract<face.Answer, { effects: unknown }>['verdict']", telling(answers.flatMap(({ verdict }) => verdict ?? [])));
  fits('face.Effect', telling(effects));
  fits("Omit<face.StateDetail, 'view'>", details('state'));
  fits('face.VerdictDetail', details('verdict'));
  fits('face.FarSideMessage', details('message'));
  fits('face.ClearedDetail', details('cleared'));
  fits("Omit<face.ChatStateDetail, 'session'>", details('chat'));
  // The glue takes the number of the request, and adds what is live.
  const live = (/** @type {string} */ event) => details(event).map(({ request, ...rest }) => rest);
  fits("Omit<face.StreamDetail, 'stream'>", live('stream'));
  fits("Omit<face.TrackReplacedDetail, 'stream' | 'track'>", live('track_replaced'));
});

test('all of that is so', () => {
  assert.ok(claims.length > 200);
  mkdirSync('build', { recursive: true });
  writeFileSync('build/face.claims.ts', claims.join('\n'));
  const options = '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom --types';
  const { stdout } = spawnSync('node_modules/.bin/tsc', [...options.split(' '), '', 'build/face.claims.ts'], { encoding: 'utf8' });
  const wrong = stdout.split('\n').filter(Boolean).map((line) => line.replace(/^build\/face\.claims\.ts\((\d+),.*/, (all, number) => `${claims[number - 1]}\n  ${all}`));
  assert.deepEqual(wrong, []);
});
