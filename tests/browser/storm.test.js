// Events in storms: a headset that changes its profile, or a page that raises them itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const EVENTS = 1_000;
const LASTS_MS = 2_000;
const MOST_A_SECOND = 4;

inEveryEngine('A visitor in a call, on a machine whose devices come and go', (scene) => {
  test(`a thousand events lead to no more than ${MOST_A_SECOND} looks a second`, async (t) => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    const looks = await widget.page.evaluate(storm, EVENTS, LASTS_MS);
    t.diagnostic(JSON.stringify(looks));
    const most = (MOST_A_SECOND * LASTS_MS) / 1000;
    assert.ok(looks.devices > 0, 'it looks at all');
    assert.ok(looks.devices <= most && looks.permissions <= most, JSON.stringify(looks));
    assert.deepEqual([(await widget.view()).orb, await widget.live()], ['live', ['audio']]);
    await widget.harmless();
  });
});

/** Runs in the page: how often the browser was asked meanwhile. @param {number} events @param {number} lasts */
async function storm(events, lasts) {
  const { mediaDevices, permissions } = navigator;
  const looks = { devices: 0, permissions: 0 };
  const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
  const query = permissions.query.bind(permissions);
  mediaDevices.enumerateDevices = () => (looks.devices++, enumerate());
  permissions.query = (what) => (looks.permissions++, query(what));
  const began = performance.now();
  for (let raised = 0; raised < events; ) {
    await new Promise((soon) => setTimeout(soon));
    const due = Math.min(events, ((performance.now() - began) / lasts) * events);
    for (; raised < due; raised++) mediaDevices.dispatchEvent(new Event('devicechange'));
  }
  return looks;
}
