// Without a core the chat must work all the same: what the site wishes for it is read as the core would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatSettings } from '../../js-glue/chat/settings.js';
import { createCore } from '../../js-glue/load-core.js';
import { wasmCore } from './cores.js';

const LINK = { href: '/contact', text: 'Contact form' };
const WISHES = [
  undefined,
  null,
  5,
  [],
  {},
  { transport: 'host' },
  { transport: 'websocket', url: '/chat' },
  { transport: 'websocket' },
  { transport: 'websocket', url: 5 },
  { transport: 'http', url: 'https://chat.example/x', keep: false },
  { transport: 'http' },
  { transport: 'form', url: '/contact' },
  { transport: 'form' },
  { transport: 'handover', links: [LINK] },
  { transport: 'smoke', url: '/chat' },
  { transport: 5 },
  { transport: 'post_message', origin: 'https://voice.example' },
  { transport: 'post_message' },
  { transport: 'post_message', origin: '*' },
  { transport: 'post_message', origin: 'https://voice.example/' },
  { transport: 'none', links: [LINK] },
  { links: [LINK] },
  { url: '/chat', links: [LINK] },
  {
    transport: 'host',
    links: [
      LINK,
      { href: 'javascript:alert(1)', text: 'x' },
      { href: '//evil.example', text: 'x' },
      { href: '/\\evil.example', text: 'x' },
      null,
      5,
    ],
  },
  {
    transport: 'host',
    links: [
      { href: 'tel:+49301234', text: 'Call us' },
      { href: 'mailto:us@voice.example', text: 'Mail' },
      { href: 'https://voice.example', text: '' },
    ],
  },
  {
    transport: 'host',
    links: [
      { href: 'java\nscript:x', text: 'x' },
      { href: ' /x', text: 'x' },
      { href: 'tel:', text: 'x' },
      { href: '/x' },
      { text: 'x' },
    ],
  },
  {
    transport: 'host',
    links: [
      { href: 'HTTPS://voice.example', text: 'x' },
      { href: 'Tel:1', text: 'x' },
      { href: 'JavaScript:x', text: 'x' },
    ],
  },
  { transport: 'host', links: Array.from({ length: 12 }, () => LINK) },
  { links: 'x' },
  { keep: 'yes' },
  { keep: 0 },
  { surprise: 1, url: '/x' },
  { links: [] },
];

test('with a core or without, the same chat', async () => {
  const core = createCore(await wasmCore());
  for (const chat of WISHES) {
    const { config } = JSON.parse(core.configure(JSON.stringify({ chat })));
    assert.deepEqual(chatSettings(chat), config.chat, JSON.stringify(chat));
    assert.deepEqual(chatSettings(config.chat), config.chat, 'and once more');
  }
  core.delete();
});
