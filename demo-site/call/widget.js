// The widget as a host page sees it: its events, with their types, and the one button that a page may press for it.
/** @import { FarSideMessage, View } from '../../js-glue/answers.js' */
/** @import { VerdictDetail } from '../../js-glue/effects.js' */
/** @import { Action } from '../../js-glue/words.js' */

/** @typedef {HTMLElement & { press: (action: Action) => void, readonly view: View | null, trace: () => string,
 *   send: (fact: Record<string, unknown>) => unknown, config: unknown, readonly stream: MediaStream | null,
 *   readonly message: FarSideMessage | null, attach: (stream: MediaStream) => void }} Widget */

/** @typedef {{
 *   'earshot-state': { orb: View['orb'], microphone: View['microphone'], camera: View['camera'], view: View },
 *   'earshot-stream': { stream: MediaStream, kinds: ('microphone' | 'camera')[] },
 *   'earshot-track-replaced': { kind: 'microphone' | 'camera', track: MediaStreamTrack | null, stream: MediaStream },
 *   'earshot-verdict': VerdictDetail,
 *   'earshot-message': FarSideMessage,
 *   'earshot-cleared': { kinds: ('microphone' | 'camera')[] },
 *   'earshot-trace': { line: string, reply: string },
 * }} WidgetEvents */

/** What `mount` gives: listeners know what their event carries.
 * @typedef {Omit<Widget, 'view' | 'addEventListener'> & { readonly view: View, addEventListener: <Name extends keyof WidgetEvents>(
 *   name: Name, handle: (event: CustomEvent<WidgetEvents[Name]>) => void) => void }} Mounted */

/** @returns {Widget} */
export const theWidget = () => /** @type {Widget} */ (document.querySelector('earshot-widget'));

/**
 * @template {keyof WidgetEvents} Name
 * @param {Widget} widget
 * @param {Name} name
 * @param {(detail: WidgetEvents[Name]) => void} handle
 */
export function on(widget, name, handle) {
  widget.addEventListener(name, (event) => handle(/** @type {CustomEvent<WidgetEvents[Name]>} */ (event).detail));
}

/**
 * Every state the visitor can see: the orb, and what microphone and camera do.
 * @param {Widget} widget
 * @param {(view: View) => void} handle
 */
export function onView(widget, handle) {
  if (widget.view) handle(widget.view);
  on(widget, 'earshot-state', ({ view }) => handle(view));
}
