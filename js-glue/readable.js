// An object of the browser that a script of the page may have changed: its members are undefined where reading them throws.
import { tried } from './tried.js';

/** @template {object} T @param {T} object @returns {T} */
export const readable = (object) =>
  new Proxy(object, {
    get(target, name) {
      const member = tried(() => Reflect.get(target, name, target));
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
