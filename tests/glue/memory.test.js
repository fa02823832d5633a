import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemory } from '../../js-glue/effects/memory.js';
import { FakeWindow, collector } from './fakes.js';

/** @param {string} [stored] */
function setUp(stored) {
  /** @type {Map<string, string>} */
  const kept = new Map(stored === undefined ? [] : [['earshot-memory', stored]]);
  const localStorage = {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  };
  const { facts, dispatch } = collector();
  const window = Object.assign(new FakeWindow(), { localStorage });
  return { kept, facts, window, memory: createMemory(dispatch, window.real) };
}

const MICROPHONE = /** @type {const} */ ({ kind: 'microphone', asked: true, dismissals: 2, ignores: 1 });

test('what is remembered is told at the next visit, of each kind, and nothing else is kept', () => {
  const first = setUp();
  first.memory.recall();
  assert.deepEqual(first.facts, []);
  first.memory.remember(MICROPHONE);
  first.memory.remember({ kind: 'camera', asked: false, dismissals: 0, ignores: 0 });
  const stored = first.kept.get('earshot-memory') ?? '';
  assert.deepEqual([...first.kept.keys()], ['earshot-memory']);
  assert.equal(
    stored,
    '{"microphone":{"asked":true,"dismissals":2,"ignores":1},"camera":{"asked":false,"dismissals":0,"ignores":0}}',
  );

  const second = setUp(stored);
  second.memory.recall();
  assert.deepEqual(second.facts, [
    { fact: 'remembered', ...MICROPHONE },
    { fact: 'remembered', kind: 'camera', asked: false, dismissals: 0, ignores: 0 },
  ]);
});

for (const damaged of [
  '',
  'not json',
  'null',
  '7',
  '[]',
  '{"microphone":null}',
  '{"microphone":{"asked":"yes","dismissals":1,"ignores":0}}',
  '{"microphone":{"asked":true,"dismissals":-1,"ignores":0}}',
  '{"microphone":{"asked":true,"dismissals":1.5,"ignores":0}}',
  '{"microphone":{"asked":true,"dismissals":1e9,"ignores":0}}',
  '{"microphone":{"asked":true}}',
]) {
  test(`a damaged memory is ignored and replaced: ${damaged}`, () => {
    const { kept, facts, memory } = setUp(damaged);
    memory.recall();
    assert.deepEqual(facts, []);
    memory.remember(MICROPHONE);
    assert.equal(kept.get('earshot-memory'), '{"microphone":{"asked":true,"dismissals":2,"ignores":1}}');
  });
}

test('strangers in the memory are neither told nor kept', () => {
  const { kept, facts, memory } = setUp(
    '{"camera":{"asked":true,"dismissals":0,"ignores":0,"who":"me"},"screen":{"asked":true}}',
  );
  memory.recall();
  assert.deepEqual(facts, [{ fact: 'remembered', kind: 'camera', asked: true, dismissals: 0, ignores: 0 }]);
  memory.remember(MICROPHONE);
  assert.doesNotMatch(kept.get('earshot-memory') ?? '', /who|screen/);
});

test('a storage that refuses, or that must not even be looked at, costs nothing', () => {
  const { facts, dispatch } = collector();
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  const forbidden = Object.defineProperty(new FakeWindow(), 'localStorage', {
    get: () => {
      throw new Error('sandboxed');
    },
  });
  for (const window of [
    Object.assign(new FakeWindow(), { localStorage: full }),
    forbidden,
    new FakeWindow(),
  ]) {
    const memory = createMemory(dispatch, window.real);
    memory.recall();
    memory.remember(MICROPHONE);
  }
  assert.deepEqual(facts, []);
});
