// Whatever text gets to run falls in here, and so does what a page of ours would never do.
(() => {
  /** @type {string[]} */
  const ran = [];
  const trap =
    (/** @type {string} */ name) =>
    (/** @type {unknown[]} */ ...given) =>
      void ran.push(`${name}(${given.map(String).join()})`);
  Object.assign(globalThis, {
    xss: trap('xss'),
    alert: trap('alert'),
    confirm: trap('confirm'),
    prompt: trap('prompt'),
    print: trap('print'),
    open: trap('open'),
    trapped: ran,
  });
  addEventListener('beforeunload', trap('left the page'));
  addEventListener('hashchange', trap('another address'));
})();
