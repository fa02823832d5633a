// A phone's keyboard lies over the page without telling it: what it leaves free is the visual viewport. The chat stands above it.

/** @param {HTMLElement} panel
 * @param {() => void} settle  The panel has another height. Not left to a `ResizeObserver`: a keyboard that goes and comes within one
 *   frame has changed no size in its eyes, and scrolled the log all the same. */
export function createKeyboard(panel, settle) {
  const sheet = new CSSStyleSheet(); // a rule, since the page's policy may forbid a `style` attribute
  sheet.replaceSync('.chat{--covered:0px;--tall:100%}');
  const { style } = /** @type {CSSStyleRule} */ (sheet.cssRules[0]);

  function measure() {
    const free = window.visualViewport;
    // A page that is zoomed into has no keyboard, but a small visual viewport.
    const covered =
      free && Math.abs(free.scale - 1) < 0.05
        ? Math.max(0, window.innerHeight - free.height - free.offsetTop)
        : 0;
    style.setProperty('--covered', `${Math.round(covered)}px`);
    style.setProperty('--tall', covered > 0 && free ? `${Math.round(free.height)}px` : '100%');
    settle();
  }

  return {
    /** @param {boolean} on */
    watch(on) {
      const root = panel.getRootNode();
      if (on && root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const type of ['resize', 'scroll']) {
        if (on) window.visualViewport?.addEventListener(type, measure);
        else window.visualViewport?.removeEventListener(type, measure);
      }
      if (on) measure();
    },
  };
}
