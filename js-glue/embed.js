// What the script tag runs. One line on a page is all a site needs to write.
import '../widget/define.js';
import { mount } from './mount.js';

const page = /** @type {{ Earshot?: { mount: typeof mount } }} */ (globalThis);
const script = document.currentScript; // known only now, while the script runs

function mountFromPage() {
  const block = document.querySelector('script[type="application/json"][data-earshot]');
  const config = script?.dataset.config ?? block?.textContent;
  if (config || !document.querySelector('earshot-widget')) mount(config ?? {});
}

if (page.Earshot) {
  console.warn('[Earshot] This page loads the script twice. The first one works; this one does nothing.');
} else {
  page.Earshot = { mount };
  if (document.body && document.readyState !== 'loading') mountFromPage();
  else document.addEventListener('DOMContentLoaded', mountFromPage, { once: true });
}
