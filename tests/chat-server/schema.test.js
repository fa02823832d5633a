// The page, the schema and the server speak of the same frames.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFrame } from '../../chat-server/protocol/wire.js';
import { faults, fromSchema, schema } from './schema.js';

const page = readFileSync(new URL('../../docs/chat-protocol.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\{.*?\})` \|/gm)].map(([, frame]) => JSON.parse(frame ?? ''));

const NAMES = [
  'hello',
  'say',
  'typing',
  'forget',
  'ping',
  'welcome',
  'message',
  'ack',
  'typing_agent',
  'forgotten',
  'pong',
  'refused',
];

test('the page shows every frame of the schema, in this order', () => {
  assert.deepEqual(
    [schema.$defs.visitor, schema.$defs.server].flatMap((side) => side?.oneOf?.map(({ $ref }) => $ref)),
    NAMES.map((name) => `#/$defs/${name}`),
  );
  assert.equal(rows.length, NAMES.length);
  for (const [index, frame] of rows.entries())
    assert.deepEqual(faults(frame, { $ref: `#/$defs/${NAMES[index]}` }), []);
});

test('the server takes what the schema calls a frame of a visitor', () => {
  for (const frame of rows.filter((each) => faults(each, { $ref: '#/$defs/visitor' }).length === 0)) {
    assert.deepEqual(readFrame(JSON.stringify(frame)), (({ earshot, ...rest }) => rest)(frame));
  }
});

test('every code of a refusal is explained on the page', () => {
  const codes = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
  assert.deepEqual(codes, schema.$defs.refused?.properties?.code?.enum);
});

for (const [what, frame] of /** @type {[string, object][]} */ ([
  ['without a number', { type: 'message', id: 'a', at: 1, from: 'agent', text: 'a' }],
  ['from nobody', { type: 'message', id: 'a', seq: 1, at: 1, from: 'server', text: 'a' }],
  ['with number 0', { type: 'ack', id: 'a', seq: 0, at: 1 }],
  ['with a member nobody has described', { type: 'pong', html: '<b>' }],
  [
    'with a name that turns the direction',
    { type: 'message', id: 'a', seq: 1, at: 1, from: 'agent', name: '\u202eieM', text: 'a' },
  ],
  [
    'with a name that cannot be seen',
    { type: 'message', id: 'a', seq: 1, at: 1, from: 'agent', name: '\u200b', text: 'a' },
  ],
  [
    'with a text that cannot be seen',
    { type: 'message', id: 'a', seq: 1, at: 1, from: 'agent', text: '\u2800' },
  ],
  ['that asks to come again in an hour', { type: 'refused', code: 'full', retry_ms: 3_600_000, text: 'a' }],
  ['with a strange id', { type: 'ack', id: 'a b', seq: 1, at: 1 }],
  [
    'with a text of 4,001 characters',
    { type: 'message', id: 'a', seq: 1, at: 1, from: 'agent', text: '🌿'.repeat(4001) },
  ],
]))
  test(`a frame ${what} is found out`, () => assert.throws(() => fromSchema('server', frame)));
