// What the script tag runs. One line on a page is all a site needs to write.
import '../js-glue/script-part.js';
import './define.js';
import { findScript } from '../js-glue/assets.js';
import { mount } from './mount.js';
import { globalNamed, unclobbered } from '../js-glue/unclobbered.js';
import { VERSION } from '../js-glue/version.js';

const page = unclobbered(document);
const script = page.currentScript; // known only now, while the script runs

function mountFromPage() {
  const config = script?.dataset.config ?? findScript('[type="application/json"][data-earshot]')?.textContent;
  if (config || !page.querySelector('earshot-widget')) mount(config ?? {});
}

if (globalNamed(globalThis, 'Earshot')) {
  console.warn('[Earshot] This page loads the script twice. The first one works; this one does nothing.');
} else {
  Object.assign(globalThis, { Earshot: { mount, version: VERSION } });
  if (page.body && page.readyState !== 'loading') mountFromPage();
  else page.addEventListener('DOMContentLoaded', mountFromPage, { once: true });
}
