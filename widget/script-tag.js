// What the script tag runs. One line on a page is all a site needs to write.
import '../js-glue/script-part.js';
import './define.js';
import { findScript, ownTag } from '../js-glue/assets.js';
import { mount } from './mount.js';
import { globalNamed, unclobbered } from '../js-glue/unclobbered.js';
import { VERSION } from '../js-glue/version.js';

const page = unclobbered(document);
/** A second tag, or the same one again: a library has drawn the page anew, and runs its scripts. */
const again = globalNamed(globalThis, 'Earshot');

function mountFromPage() {
  const config = ownTag?.dataset.config ?? findScript('[type="application/json"][data-earshot]')?.textContent;
  if (!page.querySelector('earshot-widget') || (config && !again)) mount(config ?? {});
  // The next page of a site that swaps its body may want another one.
  else if (config) Object.assign(page.querySelector('html > earshot-widget') ?? {}, { config });
}

if (!again) Object.assign(globalThis, { Earshot: { mount, version: VERSION } });
else if (page.readyState !== 'complete') console.warn('[Earshot] Loaded twice: the first works.');

if (page.body && page.readyState !== 'loading') mountFromPage();
else page.addEventListener('DOMContentLoaded', mountFromPage);
