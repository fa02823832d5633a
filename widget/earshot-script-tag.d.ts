/**
 * What the script tag adds to the page: `/// <reference types="earshot/script-tag" />` makes it
 * known, and everything in earshot.d.ts with it.
 */
import type { mount } from './earshot.js';

declare global {
  /**
   * There once the script has run. A script tag with `defer` runs before your modules do, if it
   * stands above them.
   */
  var Earshot: {
    readonly mount: typeof mount;
    /** The version of the package, such as `"1.2.3"`. */
    readonly version: string;
  };
}
