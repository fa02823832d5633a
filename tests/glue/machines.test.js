// Several widgets on one page share a module: each has a machine of its own, known by a number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCore } from '../../js-glue/load-core.js';
import { scriptCore, wasmCore } from './cores.js';

const STARTED = '{"fact":"permission_read","kind":"microphone","state":"denied"}';

for (const { name, load } of [
  { name: 'WebAssembly', load: wasmCore },
  { name: 'without WebAssembly', load: scriptCore },
]) {
  test(`${name}: a machine knows nothing of another's facts, nor of another's end`, async () => {
    const module = await load();
    const [one, two] = [createCore(module), createCore(module)];
    one.dispatch(STARTED);
    const { verdict } = JSON.parse(two.dispatch('{"fact":"frames","track":1,"frames":0,"span_ms":9}'));
    assert.equal(verdict.microphone.cause, 'none');
    one.delete();
    assert.ok(JSON.parse(two.dispatch(STARTED)).effects);
    two.delete();
  });

  test(`${name}: a machine that is gone, or never was, refuses everything`, async () => {
    const module = await load();
    const gone = createCore(module);
    gone.delete();
    gone.delete();
    const next = createCore(module); // has a number of its own
    next.dispatch(STARTED);
    assert.equal(JSON.parse(gone.dispatch(STARTED)).refused, 'no such machine');
    assert.equal(JSON.parse(gone.configure('{}')).refused, 'no such machine');
    for (const number of [-1, 99, 2 ** 31]) {
      module.destroy(number);
      assert.equal(JSON.parse(module.dispatch(number, STARTED)).refused, 'no such machine', String(number));
    }
    assert.ok(JSON.parse(next.dispatch(STARTED)).effects);
    next.delete();
  });
}
