// Puts a text into the clipboard, also where a page has no clipboard of its own to write to: no https, a frame, an app.
import { unclobbered } from '../unclobbered.js';

/** The focus may be inside the widget. @param {Document} page */
function focusedIn(page) {
  let focused = unclobbered(page.activeElement);
  while (focused?.shadowRoot?.activeElement) focused = unclobbered(focused.shadowRoot.activeElement);
  return /** @type {HTMLElement | null} */ (focused);
}

/** @param {string} text @param {Document} page */
function copyBySelection(text, page) {
  const focused = focusedIn(page);
  const area = page.createElement('textarea');
  area.value = text;
  area.readOnly = true; // or a phone would open its keyboard
  Object.assign(area.style, { position: 'fixed', top: '0', opacity: '0' });
  page.body.append(area);
  try {
    area.select();
    area.setSelectionRange(0, text.length); // iOS
    return page.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    focused?.focus?.({ preventScroll: true });
  }
}

/**
 * No await before the browser's call: it must happen inside the click.
 * @param {string} text
 * @param {Window} window
 * @param {(ok: boolean) => void} done
 */
export async function copy(text, window, done) {
  const { clipboard } = /** @type {{ clipboard?: Clipboard }} */ (window.navigator);
  let written = Boolean(clipboard?.writeText);
  if (written) await clipboard?.writeText(text).catch(() => (written = false)); // forbidden here, as in most frames
  done(written || copyBySelection(text, unclobbered(window.document)));
}
