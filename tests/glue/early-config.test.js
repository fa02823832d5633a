// What is read of a configuration before any core has checked it: never more than the core would take, and
// never less than a widget needs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatSettings } from '../../js-glue/chat/settings.js';
import { readWritten } from '../../js-glue/early-config.js';
import { createCore } from '../../js-glue/load-core.js';
import { wasmCore } from './cores.js';

const DEFAULTS = {
  position: 'bottom-right',
  theme: 'auto',
  language: '',
  texts: {},
  company: '',
  loading: 'eager',
  launcher: 'auto',
  media: ['microphone'],
  mode: 'provide',
  log: 'verdicts',
  remember: false,
};

for (const text of [
  '{}',
  '',
  'not json',
  'null',
  '5',
  '"text"',
  '[]',
  '{"position":5,"theme":null,"language":{},"texts":[],"company":7,"loading":"soon","launcher":1}',
  '{"media":"camera","mode":"watch","log":"loud","remember":"true","chat":"host"}',
  '{"texts":{"en":"text"}}'.replace('"text"', '5'),
]) {
  test(`of ${text || 'nothing'} everything is as by default`, () => {
    const { texts, chat, ...early } = readWritten(text).early;
    assert.deepEqual({ ...early, texts: {} }, DEFAULTS);
    assert.deepEqual(
      Object.values(texts).flatMap((lines) => Object.keys(lines)),
      [],
    );
  });
}

test('what is written well is read', () => {
  const config = {
    position: 'inline',
    theme: 'dark',
    language: 'de',
    texts: { de: { orb: 'Los' } },
    company: 'Shop',
    loading: 'press',
    launcher: 'orb',
    media: ['microphone', 'camera'],
    mode: 'guard',
    chat: { transport: 'websocket', url: '/chat', origin: '', keep: false, links: [] },
    log: 'silent',
    remember: true,
  };
  assert.deepEqual(readWritten(JSON.stringify(config)).early, config);
});

test('a sentence that is none is left out, and those beside it stay', () => {
  assert.deepEqual(readWritten('{"texts":{"en":{"orb":"Go","end":5},"de":null}}').early.texts, {
    en: { orb: 'Go' },
    de: {},
  });
});

test('the text stays as it came, and no JSON is none', () => {
  assert.deepEqual([readWritten('{"a":1 }').text, readWritten('{"a":1 }').json], ['{"a":1 }', { a: 1 }]);
  assert.deepEqual([readWritten('{').text, readWritten('{').json], ['{', undefined]);
});

test('with a core or without: what is read early, the core reads the same', async () => {
  const core = createCore(await wasmCore());
  for (const text of [
    '{}',
    '{"position":"bottom-left","theme":"light","company":"Shop","log":"silent","remember":true}',
    '{"media":["microphone","camera"],"mode":"guard"}',
    '{"position":"top","theme":5,"remember":1,"log":"loud"}',
    '{"language":"de","chat":{"transport":"http","url":"/c"}}',
  ]) {
    const { config } = JSON.parse(core.configure(text));
    const { early } = readWritten(text);
    const { chat, ...rest } = early;
    assert.deepEqual(chatSettings(chat), config.chat, text);
    for (const [name, value] of Object.entries(rest))
      assert.deepEqual(value, config[name], `${name} of ${text}`);
  }
  core.delete();
});
