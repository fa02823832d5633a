// Firefox can block new requests on all sites. Then it refuses at once, and its address bar has no icon to click: the way leads
// through its Settings. docs/recovery.md has the number of presses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingHand } from './presses.js';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor whose Firefox blocks new requests on all sites',
  (scene) => {
    test('reads of the box on the first card, for there is no icon to click', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      const { steps, title } = await widget.orb('blocked');
      assert.ok(steps.includes('firefox_no_icon'), String(steps));
      assert.notEqual(title, 'blocked_by_administrator');
      const read = await widget.steps();
      assert.match(read[steps.indexOf('firefox_no_icon')] ?? '', /^No such icon\?.*Settings.*Permissions/);
      assert.equal(await scene.sitePanel().isCrossedOut('microphone'), false, 'there is no icon');
      assert.equal(await scene.prompt().isShown(), false, 'and nothing is asked');
      await widget.harmless();
    });

    test('tries twice more, and reads of the box alone, and never of an administrator', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await widget.orb('blocked');
      for (const requests of [2, 3]) {
        await widget.press('try_again');
        await widget.page.until('the next request', (many) => witness.requests() === many, requests);
        await widget.orb('blocked');
      }
      assert.deepEqual((await widget.view()).steps, [
        'firefox_open_settings_microphone',
        'firefox_allow_new_requests',
        'press_try_again',
      ]);
      assert.equal(await scene.sitePanel().isCrossedOut('microphone'), false, 'there is still no icon');
      const titles = (await widget.views()).map(({ title }) => title);
      assert.ok(!titles.includes('blocked_by_administrator'), String(titles));
      await widget.harmless();
    });

    // The last one: the box stays unticked.
    test('unticks the box, saves, tries again, allows, and is heard without a reload', async () => {
      const widget = await scene.open('call');
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.page.evaluate(() => void Object.assign(globalThis, { unloaded: false }));
      const settings = scene.settings();
      const { press, agreesWithTable } = countingHand();
      await press('Firefox’s menu', settings.openMenu);
      await press('Settings', settings.open);
      await press('Permissions and data', () => settings.openPermissions('microphone'));
      await press('Microphone', () => settings.openKind('microphone'));
      assert.equal(await settings.blocksNewRequests(), true, 'the box is ticked');
      await press('the box that blocks new requests', settings.untick);
      await press('Save Changes', settings.save);
      await press('Ctrl+W', () => scene.windowKey('ctrl+w'));
      await widget.page.until(
        'the page to be in front',
        () => document.visibilityState === 'visible' && document.hasFocus(),
      );
      // Firefox tells the page. It opens nothing by itself where Firefox is going to ask.
      await widget.until(({ title }) => title === 'press_to_resume', 'the block to be gone');
      assert.equal(await widget.requests(), 1);
      await press('“Try again” in the card', () => widget.press('try_again'));
      await press('“Allow” in the question', () => scene.prompt().allow());
      const live = await widget.orb('live');
      assert.equal(live.title, 'allowed_again_firefox');
      assert.ok(await widget.page.evaluate(() => 'unloaded' in globalThis), 'nothing was loaded anew');
      assert.equal(await widget.requests(), 2);
      agreesWithTable('Firefox, blocked on all sites, the steps');
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('after the box was unticked');
      await widget.harmless();
      await widget.keep('blocked-on-all-sites');
    });
  },
  { able: ['firefox'], headless: false, prefs: { 'permissions.default.microphone': 2 } },
);
