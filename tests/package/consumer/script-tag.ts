/// <reference types="earshot/script-tag" />
// A page that loads the script by its tag, and is written in TypeScript.
const widget = Earshot.mount({ media: ['microphone'] });
globalThis.Earshot.mount().press('orb');
const version: string = window.Earshot.version;
document.querySelector('earshot-widget')?.addEventListener('earshot-state', ({ detail }) => detail.view);
// @ts-expect-error TS2353: no such option
Earshot.mount({ camera: true });

export { version, widget };
