// What Chromium and Firefox really show, photographed on a screen of our own, to hold our drawings against. Nobody drives them but
// a mouse and a keyboard: a driven browser looks different.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { removeFolder, start, stop, temporaryFolder } from '../browser/drivers/children.js';
import { openDisplay } from '../browser/drivers/display.js';
import { program } from '../browser/drivers/programs.js';
import { sleep, until } from '../browser/drivers/until.js';

export const HOST = 'practice.example';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Talk to us</title><body style="font:16px sans-serif;margin:40px">
<p>A page that would like to hear you.</p><script>const ask = () => navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {}); setTimeout(ask, 500); addEventListener('keydown', ask);</script>`;
const PREFS = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.fake': true,
  'network.dns.localDomains': HOST,
  'browser.toolbars.bookmarks.visibility': 'never',
  'sidebar.revamp': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** A site with a certificate that both browsers trust for this one run: then their address bars look as they do everywhere. @param {string} folder */
async function serveSite(folder) {
  const file = (/** @type {string} */ name) => join(folder, name);
  /** @param {string} name @param {string[]} args */
  const sign = (name, ...args) =>
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '30',
        '-keyout',
        file(`${name}.key`),
        '-out',
        file(name),
        ...args,
      ],
      { stdio: 'ignore' },
    );
  sign('authority', '-subj', '/CN=for one run');
  sign(
    'cert',
    '-subj',
    `/CN=${HOST}`,
    '-CA',
    file('authority'),
    '-CAkey',
    file('authority.key'),
    '-addext',
    `subjectAltName=DNS:${HOST}`,
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  );
  const server = createServer(
    { key: readFileSync(file('cert.key')), cert: readFileSync(file('cert')) },
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    },
  );
  await new Promise((ready) => {
    // The usual port, where that is allowed: Firefox shows every other one.
    server.once('error', () => server.listen(0, '127.0.0.1', () => ready(undefined)));
    server.listen(443, '127.0.0.1', () => ready(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    authority: file('authority'),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {string} database @param {string} authority */
function trust(database, authority) {
  mkdirSync(database, { recursive: true });
  execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${database}`]);
  execFileSync('certutil', ['-A', '-d', `sql:${database}`, '-n', HOST, '-t', 'C,,', '-i', authority]);
}

/** A screen with the site's page in a browser of its own. @param {(folder: string, port: number) => { command: string, args: string[], database: string, env?: Record<string, string> }} how */
async function open(how) {
  const folder = temporaryFolder();
  const site = await serveSite(folder);
  const display = await openDisplay({ accessible: true });
  const { command, args, database, env } = how(folder, site.port);
  trust(database, site.authority);
  const child = start(command, args, { env: { ...process.env, ...display.env, ...env }, stdio: 'ignore' });
  return {
    display,
    async close() {
      await stop(child);
      await display.close();
      site.close();
      removeFolder(folder);
    },
  };
}

/** Lets what was pressed be drawn, and what protects against hasty clicks pass. */
const settle = () => sleep(1500);

/** @param {(name: string) => string} file */
export async function photographChromium(file) {
  const { display, close } = await open((folder, port) => ({
    command: program('chromium'),
    database: join(folder, '.pki/nssdb'),
    env: { HOME: folder },
    args: [
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      '--test-type',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--window-size=1000,700',
      '--window-position=0,0',
      '--force-renderer-accessibility',
      '--use-fake-device-for-media-stream',
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1:${port}`,
      `https://${HOST}/`,
    ],
  }));
  const shot = (/** @type {string} */ name) => display.screenshot(file(`chromium-${name}`));
  const button = { role: 'push button' };
  try {
    await display.findWidget('^Never allow$', { ...button, ms: 60_000 });
    await settle();
    await shot('prompt');
    await display.clickWidget('^Never allow$', button);
    await sleep(700);
    await shot('chip'); // for about four seconds
    await sleep(7000);
    await shot('tune');
    const icon = await until(
      async () => (await display.widgets('^View site information', 'chromium')).find(({ w }) => w > 0),
      { what: 'the site controls' },
    );
    await display.click(icon.x + icon.w / 2, icon.y + icon.h / 2);
    await settle();
    await shot('bubble');
    await display.clickWidget('^Microphone$', { role: 'toggle button' });
    await settle();
    await shot('on');
    await display.key('Escape');
    await settle();
    await display.click(500, 500);
    await display.key('a');
    await settle();
    await shot('in-use');
  } finally {
    await close();
  }
  return { left: 0, top: 0 };
}

/** @param {(name: string) => string} file */
export async function photographFirefox(file) {
  const { display, close } = await open((folder, port) => {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    writeFileSync(
      join(profile, 'user.js'),
      Object.entries(PREFS)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    );
    return {
      command: program('firefox'),
      database: profile,
      env: { MOZ_CRASHREPORTER_DISABLE: '1', GTK_MODULES: '' },
      args: [
        '--profile',
        profile,
        '--no-remote',
        '--new-instance',
        '--width',
        '1000',
        '--height',
        '700',
        `https://${HOST}${port === 443 ? '' : `:${port}`}/`,
      ],
    };
  });
  const shot = (/** @type {string} */ name) => display.screenshot(file(`firefox-${name}`));
  const button = { role: 'push button' };
  try {
    await display.findWidget('^Block$', { ...button, ms: 60_000 });
    const { x, y } = await display.findWidget('Mozilla Firefox$', { role: 'frame' });
    await settle();
    await shot('prompt');
    await display.clickWidget('^Block$', button);
    await settle();
    await shot('icons');
    await display.clickWidget('^You have blocked your microphone', button);
    await settle();
    await shot('panel');
    await display.clickWidget('^Clear this permission', button);
    await settle();
    await shot('gone');
    await display.key('Escape');
    await settle();
    await display.click(x + 500, y + 500);
    await display.key('a');
    await display.findWidget('^Allow$', button);
    await settle();
    await display.clickWidget('^Allow$', button);
    await settle();
    await shot('in-use');
    return { left: x, top: y };
  } finally {
    await close();
  }
}
