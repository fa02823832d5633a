// What widget/earshot.d.ts says of the core: each word, each option, each event, and every answer on record.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createClaims, telling } from './claims.js';

const FACE = readFileSync('widget/earshot.d.ts', 'utf8');
const { same, fits, count, broken } = createClaims();

/** @param {string[]} order @param {string} [input] */
const earshot = (order, input) =>
  execFileSync('build/native/earshot', order, { encoding: 'utf8', input, maxBuffer: 2 ** 28 });
/** @type {Record<string, string[]>} */
const vocabulary = JSON.parse(earshot(['vocabulary']));
/** @param {string} type */
const wordsOf = (type) => vocabulary[type] ?? [];

/** @typedef {{ path: string, problem: string, expected: string }} Problem */
/**
 * What the core makes of a configuration.
 * @param {unknown} config
 * @returns {{ config: any, problems: Problem[] }}
 */
function configured(config) {
  const [, answer = ''] = earshot(['replay', '--wire', '-'], JSON.stringify({ config })).split('\n');
  return JSON.parse(answer);
}
/** Which members, or places in a list, it refuses. @param {unknown} config */
const refused = (config) => configured(config).problems.map(({ path }) => path.split('/').pop() ?? '');

/** @param {string} folder @param {string} end */
const filesIn = (folder, end) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => `${folder}/${file}`);

test('it imports nothing', () => assert.doesNotMatch(FACE, /^\s*import\b|import\(|<reference/m));

test('it has every word of the core, and no other', () => {
  const declared = [...FACE.matchAll(/^export type (\w+)/gm)].map(([, name = '']) => name);
  const types = declared.filter((name) => name in vocabulary);
  assert.deepEqual(
    ['Action', 'Cause', 'Orb', 'Step', 'Title'].filter((name) => !types.includes(name)),
    [],
  );
  for (const type of types) same(`face.${type}`, wordsOf(type));
  same(
    'face.MediaKind',
    wordsOf('Capability').filter((kind) => kind !== 'notifications'),
  );
  same('face.TextId', ['Title', 'Step', 'Action', 'Label'].flatMap(wordsOf));
});

test('it has every event that is told', () => {
  const told = filesIn('js-glue', '.js').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\btell\('([\w-]+)'/g)].map(([, event = '']) => event),
  );
  assert.ok(told.includes('trace'));
  const events = [...wordsOf('HostEvent'), ...told].map((event) => `earshot-${event.replace('_', '-')}`);
  same('keyof face.EarshotEventMap', [...new Set(events)]);
});

test('it has every option that the core accepts, with its words', () => {
  const { problems } = configured({
    none: 1,
    log: '?',
    position: '?',
    theme: '?',
    mode: '?',
    chat: { transport: '?', none: 1 },
    actions: { none: 1 },
  });
  /** What the core offers in the place of what is wrong. @param {string} path */
  const offered = (path) => {
    const { expected = '' } = problems.find((problem) => problem.path === path) ?? {};
    return [...expected.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
  };
  same('keyof face.Config', offered('/none'));
  same('keyof face.ChatConfig', offered('/chat/none'));
  same('keyof face.ActionsConfig', offered('/actions/none'));
  same("NonNullable<face.ChatConfig['transport']>", offered('/chat/transport'));
  for (const option of ['log', 'position', 'theme', 'mode']) {
    same(`NonNullable<face.Config['${option}']>`, offered(`/${option}`));
  }
  fits('face.Config', [configured({}).config, configured({ media: ['microphone', 'camera'] }).config]);

  const actions = wordsOf('Action');
  const bound = refused({ actions: { hide: actions } });
  assert.ok(bound.length > 0);
  same(
    'face.HideableAction',
    actions.filter((_, at) => !bound.includes(String(at))),
  );

  const causes = [...wordsOf('Cause'), 'default'];
  const uncaused = refused({ support: Object.fromEntries(causes.map((cause) => [cause, '/help'])) });
  same(
    'keyof face.ByCause',
    causes.filter((cause) => !uncaused.includes(cause)),
  );
});

test('it says how every answer on record is made', () => {
  const traces = filesIn('tests/traces', '.jsonl');
  const lines = traces.flatMap((file) => earshot(['replay', '--wire', file]).split('\n'));
  /** @type {any[]} */
  const answers = lines.filter((line) => line.includes('"effects"')).map((line) => JSON.parse(line));
  const effects = answers.flatMap((answer) => answer.effects);
  /** @param {string} event @returns {Record<string, unknown>[]} */
  const details = (event) => telling(effects.flatMap((each) => (each.event === event ? each.detail : [])));
  // The glue puts the verdict that the answer holds into what the host is told.
  /** @type {any} */
  let known = {};
  const verdicts = answers.flatMap((answer) => {
    known = { ...known, ...answer.verdict };
    const told = answer.effects.filter((/** @type {any} */ each) => each.event === 'verdict');
    return told.map((/** @type {any} */ { detail }) => ({
      kind: detail.kind,
      ...known[detail.kind],
      ...detail,
    }));
  });
  // The glue takes the number of the request, and adds what is live.
  const live = (/** @type {string} */ event) => details(event).map(({ request, ...rest }) => rest);

  fits('face.View', telling(answers.flatMap(({ view }) => view ?? [])));
  const verdict = "Extract<face.Answer, { effects: unknown }>['verdict']";
  fits(verdict, telling(answers.flatMap((answer) => answer.verdict ?? [])));
  fits('face.Effect', telling(effects));
  fits("Omit<face.StateDetail, 'view'>", details('state'));
  fits('face.VerdictDetail', telling(verdicts));
  fits('face.FarEndMessage', details('message'));
  fits('face.ClearedDetail', details('cleared'));
  fits("Omit<face.ChatStateDetail, 'session'>", details('chat'));
  fits("Omit<face.StreamDetail, 'stream'>", live('stream'));
  fits("Omit<face.TrackReplacedDetail, 'stream' | 'track'>", live('track_replaced'));
});

test('all of that is so', () => {
  assert.ok(count() > 500);
  assert.deepEqual(broken(), []);
});
