// The same lines, the same answers: natively, through WebAssembly, and through the core without WebAssembly.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createCore } from '../../js-glue/load-core.js';
import { scriptCore, wasmCore } from './cores.js';

/** Every line of a trace as it was fed, each followed by what the native core said. @param {string} file */
function native(file) {
  const { status, stdout, stderr } = spawnSync('build/native/earshot', ['replay', '--wire', file], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  return lines.flatMap((line, n) => (n % 2 === 0 ? [{ line, expected: lines[n + 1] }] : []));
}

const cores = [
  { name: 'WebAssembly', core: wasmCore() },
  { name: 'the core without WebAssembly', core: scriptCore() },
];
/** Those written by hand and those recorded. */
const traces = /** @type {string[]} */ (readdirSync('tests/traces', { recursive: true })).filter((file) =>
  file.endsWith('.jsonl'),
);

test('there are traces to replay', () => assert.ok(traces.length > 0));

for (const trace of traces) {
  for (const { name, core } of cores) {
    test(`${trace} gives the same answers natively and through ${name}`, async () => {
      const machine = createCore(await core);
      for (const { line, expected } of native(`tests/traces/${trace}`)) {
        const { config } = JSON.parse(line);
        const answer =
          config === undefined
            ? machine.dispatch(line)
            : machine.configure(typeof config === 'string' ? config : JSON.stringify(config));
        assert.equal(answer, expected, line);
      }
      machine.delete();
    });
  }
}
