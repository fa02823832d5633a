// What a script finds on its page, past the names that markup gives ("DOM clobbering"). An `<img name="body">` takes the place
// of document.body, a field named "append" the place of its form's append(), and an `<iframe name="Notification">` is
// window.Notification in a browser that has none. No name reaches a prototype, or an own property of the window.

/**
 * The same node, as its prototypes know it: to read its members and to call them, not to hand it on.
 * @template {object | null} T
 * @param {T} node  What is no node of this page, as in tests without one, is given back as it is.
 * @returns {T}
 */
export function unclobbered(node) {
  if (!globalThis.Node || !(node instanceof Node)) return node;
  return new Proxy(node, {
    get(target, name) {
      const member = Reflect.get(Object.getPrototypeOf(target), name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/**
 * What the browser or a script calls by this name; undefined where only markup does.
 * @template {string} Name
 * @param {Window | typeof globalThis} window
 * @param {Name} name
 */
export const globalNamed = (window, name) =>
  Object.prototype.hasOwnProperty.call(window, name)
    ? /** @type {{ [name in Name]?: any }} */ (window)[name]
    : undefined;
