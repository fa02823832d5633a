import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaveApp, openLink, wayOut } from '../../js-glue/effects/links.js';

/** A document that only follows links. */
function follower(href = 'https://voice.example/') {
  /** @type {string[]} */
  const followed = [];
  const document = /** @type {Document} */ (
    /** @type {unknown} */ ({
      createElement: () => ({
        href: '',
        rel: '',
        click() {
          followed.push(this.href);
        },
      }),
    })
  );
  return { document, location: /** @type {Location} */ ({ href }), followed };
}

test('a link leads into the settings of Windows and macOS, at once, and nowhere else', () => {
  const { document, followed } = follower();
  for (const url of [
    'ms-settings:privacy-microphone',
    'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    'https://other.example/',
    'javascript:alert(1)',
    ' ms-settings:x',
    'chrome://settings',
    '',
  ])
    openLink(url, document);
  assert.deepEqual(followed, [
    'ms-settings:privacy-microphone',
    'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
  ]);
});

test('each app is left by the address that it understands', () => {
  const page = 'https://voice.example:8443/call/me?room=a%20b&x#top';
  assert.equal(
    wayOut('intent', page),
    'intent://voice.example:8443/call/me?room=a%20b&x#Intent;scheme=https;' +
      'S.browser_fallback_url=https%3A%2F%2Fvoice.example%3A8443%2Fcall%2Fme%3Froom%3Da%2520b%26x%23top;end',
  );
  assert.equal(wayOut('safari', page), `x-safari-${page}`);
  assert.equal(
    wayOut('line', page),
    'https://voice.example:8443/call/me?room=a%20b&x&openExternalBrowser=1#top',
  );
  assert.equal(wayOut('line', 'https://voice.example/'), 'https://voice.example/?openExternalBrowser=1');
});

test('an app that did not let go is not asked again and again by loading the page anew', () => {
  const { followed, ...window } = follower('https://voice.example/?openExternalBrowser=1');
  leaveApp('line', window);
  leaveApp('none', window);
  assert.deepEqual(followed, []);
  leaveApp('safari', window);
  assert.deepEqual(followed, ['x-safari-https://voice.example/?openExternalBrowser=1']);
});
