// What Firefox draws above a page on a screen, found by name in the accessibility tree and pressed with the real mouse: its
// permission panel, the crossed-out icon near the left end of the address bar, and the list behind it; and its Settings.
import { until } from './until.js';
/** @import { Kind } from './engine.js' */
/** @import { Display } from './display.js' */

/** @typedef {ReturnType<typeof createSitePanel>} SitePanel */
/** @typedef {ReturnType<typeof createSettings>} Settings */

const ALLOW = '^Allow$';
const BLOCK = '^Block$';

/** @param {Display} display */
const eyesOn = (display) => ({
  /** @param {string} pattern @param {string} [role] */
  find: async (pattern, role = 'push button') =>
    (await display.widgets(pattern, 'firefox')).find((it) => it.showing && it.w > 0 && it.role === role),
});

/** The question about a device. @param {Display} display */
export function createPanelOnScreen(display) {
  const { find } = eyesOn(display);
  /** Presses until the panel is gone. @param {string} name @param {() => Promise<unknown>} [first] */
  async function press(name, first) {
    await until(() => find(name), { what: "Firefox's permission panel", every: 100 });
    await first?.();
    await until(
      async () => {
        const button = await find(name);
        if (button) await display.click(button.x + button.w / 2, button.y + button.h / 2);
        return !button;
      },
      { what: "Firefox's permission panel to close", every: 250 },
    );
  }
  /** Ticks the box. */
  const remember = () =>
    until(
      async () => {
        const box = await find('^Remember', 'check box');
        if (box && !box.checked) await display.click(box.x + 8, box.y + box.h / 2);
        return box?.checked;
      },
      { what: 'the box "Remember" to be ticked', every: 250 },
    );
  return {
    shown: () => until(() => find(ALLOW), { what: "Firefox's permission panel", every: 100 }),
    isShown: async () => Boolean(await find(ALLOW)),
    allow: () => press(ALLOW),
    deny: () => press(BLOCK),
    /** Blocks for good. */
    denyAndRemember: () => press(BLOCK, remember),
    async dismiss() {
      await until(() => find(ALLOW), { what: "Firefox's permission panel", every: 100 });
      await until(
        async () => {
          if (!(await find(ALLOW))) return true;
          await display.key('Escape');
          return null;
        },
        { what: "Firefox's permission panel to close", every: 250 },
      );
    },
  };
}

/** The icon of what is blocked, and the panel behind it. @param {Display} display */
export function createSitePanel(display) {
  const { find } = eyesOn(display);
  const clear = () => find('^Clear this permission');
  /** @param {Kind} kind */
  const icon = (kind) => find(`^You have blocked your ${kind}`);
  return {
    /** @param {Kind} kind */
    isCrossedOut: async (kind) => Boolean(await icon(kind)),
    /** Clicks the crossed-out icon. @param {Kind} kind */
    async open(kind) {
      await until(
        async () => {
          const { x, y, w, h } = await until(() => icon(kind), {
            what: `the crossed-out ${kind} in Firefox's address bar`,
          });
          await display.click(x + w / 2, y + h / 2);
          return until(clear, { what: 'the panel to open', ms: 4000, every: 100 }).catch(() => null);
        },
        { what: "Firefox's permissions of the site", ms: 20_000 },
      );
    },
    /** Clicks the ✕ on the first line. */
    clear: () =>
      until(
        async () => {
          const row = await clear();
          if (row) await display.click(row.x + row.w - 14, row.y + row.h / 2);
          return !row;
        },
        { what: 'the line that is blocked to go', every: 300 },
      ),
  };
}

/** Firefox's Settings, in a tab of their own. @param {Display} display */
export function createSettings(display) {
  const { find } = eyesOn(display);
  /** Clicks until something else is there: a page that still moves takes no press.
   * @param {{ name: string, role?: string }} where @param {() => Promise<unknown>} arrived @param {string} what */
  const go = ({ name, role }, arrived, what) =>
    until(
      async () => {
        const it = await find(name, role);
        if (it) await display.click(it.x + it.w / 2, it.y + it.h / 2);
        return until(arrived, { what, ms: 4000, every: 100 }).catch(() => null);
      },
      { what, ms: 20_000 },
    );
  const SETTINGS = { name: '^Settings$' };
  const PERMISSIONS = { name: '^Permissions', role: 'page tab' };
  /** @param {Kind} kind */
  const line = (kind) => ({ name: `^${kind[0]?.toUpperCase()}${kind.slice(1)}$` });
  const BOX = { name: '^Block new requests', role: 'check box' };
  const box = () => find(BOX.name, BOX.role);
  return {
    openMenu: () => go({ name: '^Firefox$' }, () => find(SETTINGS.name), "Firefox's menu"),
    open: () => go(SETTINGS, () => find(PERMISSIONS.name, PERMISSIONS.role), "Firefox's Settings"),
    /** @param {Kind} kind  What is looked for there. */
    openPermissions: (kind) => go(PERMISSIONS, () => find(line(kind).name), 'the permissions of all sites'),
    /** @param {Kind} kind */
    openKind: (kind) => go(line(kind), box, `the ${kind} of all sites`),
    blocksNewRequests: async () => (await box())?.checked,
    untick: () => go(BOX, async () => (await box())?.checked === false, 'the box to be unticked'),
    save: () => go({ name: '^Save Changes$' }, async () => !(await box()), 'the box to be gone'),
  };
}
