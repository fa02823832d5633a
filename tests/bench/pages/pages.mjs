// What is compared: for each a page as its own guide has it, with its script once, deferred, from this machine. No page asks its maker's
// server for anything: ElevenLabs' widget is given here what it would have fetched, and the others show themselves without.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const ROOM = join(ROOT, 'build/bench-pages');

/**
 * @typedef {object} Contestant
 * @property {string} id  Its page is `/<id>.html`.
 * @property {string} name
 * @property {string[]} packages  Whose versions the report names.
 * @property {string} head
 * @property {string} body
 * @property {{ host?: string, selector: string }} [shows]  What makes it visible, in the shadow of `host` where it has one. Without: it has no UI.
 */

/** What ElevenLabs' server would say of an agent that nobody has changed. */
const AGENT = JSON.stringify({
  variant: 'compact',
  placement: 'bottom-right',
  avatar: { type: 'orb', color_1: '#2792dc', color_2: '#9ce6e6' },
  feedback_mode: 'none',
  language: 'en',
  supported_language_overrides: [],
  language_presets: {},
  text_contents: {},
  styles: {},
  mic_muting_enabled: false,
  transcript_enabled: false,
  text_input_enabled: false,
  disable_banner: true,
});

const script = (/** @type {string} */ src) => `<script src="${src}" defer></script>`;

/** @type {Contestant[]} */
export const CONTESTANTS = [
  {
    id: 'empty',
    name: 'empty page with a button',
    packages: [],
    head: '',
    body: '<button>Call</button>',
    shows: { selector: 'button' },
  },
  {
    id: 'earshot',
    name: 'Earshot',
    packages: [],
    head: `<script src="/earshot/earshot.js" defer data-config='{"media":["microphone"],"chat":{"transport":"websocket","url":"/chat"}}'></script>`,
    body: '',
    shows: { host: 'earshot-widget', selector: '[part~="orb"]' },
  },
  {
    id: 'elevenlabs',
    name: 'ElevenLabs widget',
    packages: ['@elevenlabs/convai-widget-embed'],
    head: script('/elevenlabs/index.js'),
    body: `<elevenlabs-convai agent-id="none" override-config='${AGENT}'></elevenlabs-convai>`,
    shows: { host: 'elevenlabs-convai', selector: 'button' },
  },
  {
    id: 'vapi',
    name: 'Vapi widget',
    packages: ['@vapi-ai/client-sdk-react'],
    head: script('/vapi/widget.umd.js'),
    body: '<vapi-widget public-key="none" assistant-id="none" mode="voice"></vapi-widget>',
    shows: { selector: 'vapi-widget svg, .vapi-widget-wrapper svg' }, // its orb is no button
  },
  {
    id: 'livekit',
    name: 'LiveKit PreJoin',
    packages: ['@livekit/components-react', 'livekit-client', 'react'],
    head: `<link rel="stylesheet" href="/livekit/index.css">${script('/livekit/prejoin.js')}`,
    body: '<div id="root" data-lk-theme="default"></div>',
    shows: { selector: '#root button' },
  },
  {
    id: 'daily',
    name: 'daily-js (no UI)',
    packages: ['@daily-co/daily-js'],
    head: script('/daily/daily.js'),
    body: '',
  },
  {
    id: 'mic-check',
    name: 'mic-check (no UI)',
    packages: ['mic-check'],
    head: script('/mic-check/bundle.js'),
    body: '',
  },
];

/** As a site bundles it. @param {string} contents */
async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOM },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return Buffer.from(/** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents);
}

const PREJOIN = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PreJoin } from '@livekit/components-react';
createRoot(document.getElementById('root')).render(createElement(PreJoin, { persistUserChoices: false }));`;

const MIC_CHECK = `import { requestMediaPermissions } from 'mic-check';
globalThis.requestMediaPermissions = requestMediaPermissions;`;

/** @param {Contestant} contestant */
const html = ({ name, head, body }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,">${head}</head><body><h1>A customer’s page</h1>${body}</body></html>`;

/** Every address that is served, with its bytes. @returns {Promise<Map<string, Buffer>>} */
export async function allFiles() {
  const installed = (/** @type {string} */ file) => readFileSync(join(ROOM, 'node_modules', file));
  /** @type {Map<string, Buffer>} */
  const files = new Map([
    ['/elevenlabs/index.js', installed('@elevenlabs/convai-widget-embed/dist/index.js')],
    ['/vapi/widget.umd.js', installed('@vapi-ai/client-sdk-react/dist/embed/widget.umd.js')],
    ['/livekit/prejoin.js', await bundled(PREJOIN)],
    ['/livekit/index.css', installed('@livekit/components-styles/dist/general/index.css')],
    ['/daily/daily.js', installed('@daily-co/daily-js/dist/daily.js')],
    ['/mic-check/bundle.js', await bundled(MIC_CHECK)],
  ]);
  for (const contestant of CONTESTANTS) files.set(`/${contestant.id}.html`, Buffer.from(html(contestant)));
  for (const file of readdirSync(join(ROOT, 'dist')).filter((name) => /\.(js|wasm)$/.test(name)))
    files.set(`/earshot/${file}`, readFileSync(join(ROOT, 'dist', file)));
  return files;
}

/** @param {Contestant} contestant  @returns {string} Its versions in words. */
export const versionsOf = ({ packages }) =>
  packages
    .map((name) => {
      const { version } = JSON.parse(readFileSync(join(ROOM, 'node_modules', name, 'package.json'), 'utf8'));
      return `${name} ${version}`;
    })
    .join(', ');
