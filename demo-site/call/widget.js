// The widget that stands in the markup of a page.
/** @import { EarshotWidgetElement, View } from '../../widget/earshot.js' */

export const theWidget = () => /** @type {EarshotWidgetElement} */ (document.querySelector('earshot-widget'));

/**
 * Every state the visitor can see: the orb, and what microphone and camera do.
 * @param {EarshotWidgetElement} widget
 * @param {(view: View) => void} handle
 */
export function onView(widget, handle) {
  if (widget.view) handle(widget.view); // there is none before the script has run
  widget.addEventListener('earshot-state', ({ detail }) => handle(detail.view));
}
