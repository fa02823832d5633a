// What scripts of a page do to the language and to the browser, each as small as it can be. tests/browser/hostile-language.test.js says what
// must come of each. The address names the one that runs, before the widget's own script.
(() => {
  const page = /** @type {any} */ (globalThis);
  /** What the widget is told. @type {any} */
  const config = { media: ['microphone'], chat: { transport: 'websocket', url: '/chat' } };
  const { stringify } = JSON;
  const { write } = Document.prototype;

  /** @returns {any} */
  function throws() {
    throw new Error('by a script of the page');
  }
  const nothing = () => undefined;
  const never = () => new Promise(() => {});
  /** As a script does that assigns, on what only has a getter, too. @param {any} place @param {string} name @param {unknown} value */
  const put = (place, name, value) =>
    Object.defineProperty(place, name, { value, configurable: true, enumerable: true, writable: true });
  /** @param {any} place @param {string} name @param {() => unknown} [get] */
  const getter = (place, name, get = throws) =>
    Object.defineProperty(place, name, { get, configurable: true, enumerable: true });
  /** @param {unknown} value @param {string[]} names */
  const everyObject = (value, ...names) => {
    for (const name of names) put(Object.prototype, name, value);
  };
  /** @param {(ask: (wanted: any) => Promise<any>, wanted: any) => unknown} wrap */
  function media(wrap) {
    const { getUserMedia } = MediaDevices.prototype;
    /** @this {MediaDevices} @param {any} wanted */
    function wrapped(wanted) {
      return wrap((what) => getUserMedia.call(this, what), wanted);
    }
    put(MediaDevices.prototype, 'getUserMedia', wrapped);
  }
  /** @param {() => unknown} answer */
  const devices = (answer) => put(MediaDevices.prototype, 'enumerateDevices', answer);
  /** @param {() => unknown} answer */
  const permissions = (answer) => page.Permissions && put(page.Permissions.prototype, 'query', answer);
  const broken = () =>
    class {
      constructor() {
        throws();
      }
    };
  /** @param {any} value @param {Set<unknown>} [seen] */
  function freeze(value, seen = new Set()) {
    if (Object(value) !== value || seen.has(value)) return;
    seen.add(value);
    for (const name of Reflect.ownKeys(value)) {
      const { value: member, get, set } = Reflect.getOwnPropertyDescriptor(value, name) ?? {};
      for (const part of [member, get, set]) freeze(part, seen);
    }
    freeze(Object.getPrototypeOf(value), seen);
    Object.freeze(value);
  }

  /** @type {Record<string, () => void>} */
  const attacks = {
    // How JSON is written and read.
    'array-tojson'() {
      put(
        Array.prototype,
        'toJSON',
        /** @this {unknown[]} */ function () {
          return `[${this.map((value) => stringify(value)).join(', ')}]`;
        },
      );
    },
    'object-tojson': () => everyObject(nothing, 'toJSON'),
    'object-tojson-throws': () => everyObject(throws, 'toJSON'),
    'string-tojson'() {
      for (const { prototype } of [String, Number, Boolean]) put(prototype, 'toJSON', prototype.toString);
    },
    'stringify-nothing': () => put(JSON, 'stringify', nothing),
    'stringify-throws': () => put(JSON, 'stringify', throws),
    'parse-nothing': () => put(JSON, 'parse', nothing),
    'no-json': () => put(page, 'JSON', undefined),

    // What every object has.
    'every-refused': () => everyObject('by a script', 'refused'),
    'every-answer': () => everyObject(nothing, 'refused', 'view', 'verdict', 'tracks', 'event', 'detail'),
    'every-function': () =>
      everyObject(
        /** @this {unknown} */ function () {
          return this;
        },
        ...'extend each keys clone merge has map filter forEach find size inherits namespace format once'.split(
          ' ',
        ),
      ),
    'every-name': () =>
      everyObject(
        nothing,
        ...'name message constraint kind type label id src text virtual devices restored live starved nearest later core reason'.split(
          ' ',
        ),
      ),
    'every-then': () => everyObject(nothing, 'then'),
    'every-get': () => everyObject(nothing, 'get'),
    'every-value': () => everyObject(nothing, 'value', '0', 'length'),
    'every-getter': () => getter(Object.prototype, 'fancy'),
    'every-option': () => {
      put(Object.prototype, 'mode', 'guard');
      everyObject(true, 'remember');
      put(Object.prototype, 'loading', 'press');
    },

    // Clocks.
    'now-goes-back'() {
      let now = 1e9;
      put(performance, 'now', () => (now -= 1000));
    },
    'now-nan': () => put(performance, 'now', () => NaN),
    'now-throws': () => put(performance, 'now', throws),
    'no-now': () => put(performance, 'now', undefined),
    'date-throws': () => put(Date, 'now', throws),
    'date-replaced'() {
      const Real = Date;
      page.Date = () => new Real(0);
    },

    // Old libraries.
    'prototype-js'() {
      const list = /** @type {any} */ (Array.prototype);
      attacks['array-tojson']?.();
      page.Array.from = (/** @type {any} */ items) => (items ? list.slice.call(items) : []);
      list.reduce = /** @this {any} */ function () {
        return this.length > 1 ? this : this[0];
      };
      list.entries =
        list.toArray =
        list.clone =
        list.uniq =
        list.compact =
          /** @this {any} */ function () {
            return this.slice();
          };
      list.find = /** @this {any} */ function (/** @type {any} */ fits, /** @type {any} */ self) {
        for (let n = 0; n < this.length; n++) if (fits.call(self, this[n], n)) return this[n];
        return undefined;
      };
      list.flatten = list.each = list.clear = list.first = list.last = list.inspect = nothing;
      page.Function.prototype.bind = /** @this {any} */ function (
        /** @type {any} */ self,
        /** @type {any[]} */ ...first
      ) {
        return (/** @type {any[]} */ ...rest) => this.apply(self, first.concat(rest));
      };
      for (const name of [
        'update',
        'replace',
        'insert',
        'wrap',
        'up',
        'down',
        'next',
        'hide',
        'show',
        'observe',
        'fire',
      ])
        put(HTMLElement.prototype, name, nothing);
      put(
        HTMLElement.prototype,
        'remove',
        /** @this {any} */ function () {
          this.parentNode.removeChild(this);
          return this;
        },
      );
    },
    mootools() {
      page.Array.from = (/** @type {any} */ item) =>
        item == null ? [] : typeof item !== 'string' && item.length >= 0 ? [].slice.call(item) : [item];
      for (const name of [
        'clean',
        'append',
        'include',
        'combine',
        'erase',
        'empty',
        'flatten',
        'pick',
        'getLast',
      ])
        put(Array.prototype, name, nothing);
      page.Function.prototype.bind = /** @this {any} */ function (
        /** @type {any} */ self,
        /** @type {any} */ first,
      ) {
        return (/** @type {any[]} */ ...all) => this.apply(self, first == null ? all : [].concat(first));
      };
      page.Event = (/** @type {unknown} */ event) => ({ event });
      const { prototype } = Element;
      page.Element = (/** @type {string} */ tag) => document.createElement(tag);
      page.Element.prototype = prototype;
    },
    'enumerable-methods'() {
      for (const name of ['remove', 'last', 'insert', 'each']) put(Array.prototype, name, nothing);
    },
    'keys-of-parents'() {
      everyObject(nothing, 'extend');
      page.Object.keys = (/** @type {any} */ object) => {
        const names = [];
        for (const name in object) names.push(name);
        return names;
      };
      page.Object.assign = (/** @type {any} */ to, /** @type {any[]} */ ...all) => {
        for (const from of all) for (const name in from) to[name] = from[name];
        return to;
      };
    },
    'frozen-language'() {
      const names =
        'Object Function Array String Number Boolean Symbol BigInt Date RegExp Error TypeError Map Set WeakMap WeakRef Promise Proxy Reflect JSON Math Intl ArrayBuffer Uint8Array Float32Array';
      for (const name of names.split(' ')) freeze(page[name]);
    },
    'frozen-browser'() {
      for (const name of 'Node Element HTMLElement Document EventTarget Event MediaStream MediaStreamTrack Navigator'.split(
        ' ',
      )) {
        Object.freeze(page[name].prototype);
        Object.freeze(page[name]);
      }
    },

    // Promises, timers, downloads.
    'promise-bluebird'() {
      const Native = Promise;
      /** @param {any} run */
      function Own(run) {
        return Object.setPrototypeOf(new Native(run), Own.prototype);
      }
      Own.prototype = Object.create(Native.prototype, { constructor: { value: Own } });
      Own.resolve = (/** @type {any} */ value) =>
        new /** @type {any} */ (Own)((/** @type {any} */ done) => done(value));
      Own.all = (/** @type {any} */ all) => Native.all(all);
      page.Promise = Own;
    },
    'promise-without-finally': () => put(Promise.prototype, 'finally', undefined),
    'timers-clamped'() {
      const { setTimeout } = page;
      page.setTimeout = (/** @type {any} */ act, /** @type {number} */ ms) =>
        setTimeout(act, Math.max(300, ms || 0));
    },
    'timers-throw': () => put(page, 'setTimeout', throws),
    'no-spare-time'() {
      put(page, 'requestIdleCallback', throws);
      put(page, 'requestAnimationFrame', () => 0);
      put(page, 'queueMicrotask', undefined);
    },
    'fetch-throws': () => put(page, 'fetch', throws),
    'no-fetch': () => put(page, 'fetch', undefined),
    'fetch-plain': () => put(page, 'fetch', async () => ({ ok: true, status: 200, data: '' })),
    'fetch-text'() {
      const { fetch } = page;
      page.fetch = async (/** @type {any[]} */ ...how) => {
        const answer = await fetch(...how);
        return new Response(await answer.text(), { headers: answer.headers });
      };
    },
    'wasm-throws'() {
      put(WebAssembly, 'instantiate', throws);
      put(WebAssembly, 'instantiateStreaming', throws);
    },

    // The document.
    'define-scoped'() {
      const { define } = CustomElementRegistry.prototype;
      put(
        customElements,
        'define',
        /** @this {CustomElementRegistry} @param {string} name @param {any} type */ function (name, type) {
          define.call(this, name, class extends type {});
        },
      );
    },
    'shadow-closed'() {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (how) {
        return attachShadow.call(this, { ...how, mode: 'closed' });
      };
    },
    'no-sheets': () => put(page, 'CSSStyleSheet', undefined),
    'sheets-throw': () =>
      Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { get: throws, set: throws }),
    'no-observers'() {
      for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'Intl'])
        put(page, name, undefined);
    },
    'observers-throw'() {
      for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'])
        put(page, name, broken());
      put(page, 'Intl', new Proxy({}, { get: throws }));
    },
    'listeners-wrapped'() {
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, act, how) {
        const wrapped =
          typeof act === 'function' ? (/** @type {Event} */ event) => act.call(this, event) : act;
        addEventListener.call(this, type, wrapped, how);
      };
    },
    'events-throw': () => put(EventTarget.prototype, 'dispatchEvent', throws),
    'abort-polyfill'() {
      page.AbortSignal = class extends EventTarget {
        aborted = false;
      };
      page.AbortController = class {
        signal = new page.AbortSignal();
        abort() {
          if (this.signal.aborted) return;
          this.signal.aborted = true;
          this.signal.dispatchEvent(new Event('abort'));
        }
      };
    },
    'focus-throws': () => put(Document.prototype, 'hasFocus', throws),

    // The browser.
    'navigator-throws'() {
      for (const name of 'userAgent userAgentData languages permissions userActivation mediaSession wakeLock audioSession'.split(
        ' ',
      ))
        if (name in Navigator.prototype) getter(Navigator.prototype, name);
    },
    'navigator-odd'() {
      getter(Navigator.prototype, 'userAgent', nothing);
      getter(Navigator.prototype, 'userAgentData', () => ({ brands: [null], getHighEntropyValues: nothing }));
      getter(Navigator.prototype, 'languages', () => [null, 3, '-']);
      getter(Navigator.prototype, 'mediaSession', () => ({}));
    },
    'no-media-devices': () => getter(Navigator.prototype, 'mediaDevices'),
    'media-queries-nothing': () => put(page, 'matchMedia', () => null),
    'media-queries-throw': () => put(page, 'matchMedia', throws),
    'storage-throws'() {
      getter(page, 'sessionStorage');
      getter(page, 'localStorage');
    },
    'policy-throws'() {
      for (const name of ['permissionsPolicy', 'featurePolicy']) getter(Document.prototype, name);
    },
    'audio-throws'() {
      for (const name of ['createMediaStreamSource', 'createAnalyser'])
        put(page.BaseAudioContext.prototype, name, throws);
      put(AudioContext.prototype, 'createMediaStreamSource', throws);
    },

    // Wrappers around what is asked for.
    'media-undefined': () => media(nothing),
    'media-null': () => media(async () => null),
    'media-plain': () => media(async () => ({ active: true })),
    'media-junk': () => media(async () => ({ getTracks: () => [null, {}] })),
    'media-rejects-nothing': () => media(() => Promise.reject()),
    'media-rejects-getter': () =>
      media(() => Promise.reject(Object.defineProperty({}, 'name', { get: throws }))),
    'media-rejects-proxy': () =>
      media(() => Promise.reject(new Proxy({}, { get: throws, has: throws, getPrototypeOf: throws }))),
    'media-rejects-half': () =>
      media(() => Promise.reject(new DOMException('No \ud83d here', 'NotAllowedError'))),
    'media-throws': () => media(throws),
    'media-throws-nothing': () =>
      media(() => {
        throw undefined;
      }),
    'media-never': () => media(never),
    'media-twice': () =>
      media((ask, wanted) => ({
        // biome-ignore lint/suspicious/noThenProperty: it stands for a promise
        then(/** @type {any} */ done, /** @type {any} */ failed) {
          ask(wanted).then((stream) => {
            done(stream);
            done(stream);
          }, failed);
          return this;
        },
        catch: nothing,
      })),
    'media-proxy': () =>
      media(async (ask, wanted) => {
        /** @param {any} real @returns {any} */
        const proxy = (real) =>
          new Proxy(real, {
            get: (_, name) => (typeof real[name] === 'function' ? real[name].bind(real) : real[name]),
          });
        const stream = await ask(wanted);
        return { getTracks: () => stream.getTracks().map(proxy) };
      }),
    'media-label-throws': () =>
      media(async (ask, wanted) => {
        const stream = await ask(wanted);
        for (const track of stream.getTracks()) getter(track, 'label');
        return stream;
      }),
    'media-label-half': () =>
      media(async (ask, wanted) => {
        const stream = await ask(wanted);
        for (const track of stream.getTracks()) put(track, 'label', 'Microphone \ud83d');
        return stream;
      }),
    'media-17-tracks': () =>
      media(async (ask, wanted) => {
        const stream = await ask(wanted);
        for (let n = 0; n < 16; n++) stream.addTrack(stream.getTracks()[0].clone());
        return stream;
      }),
    'tracks-cannot-be-added': () => put(MediaStream.prototype, 'addTrack', throws),
    'tracks-say-nothing': () => put(MediaStreamTrack.prototype, 'getSettings', throws),
    'tracks-cannot-be-removed': () => put(MediaStream.prototype, 'removeTrack', throws),
    'stop-throws-once'() {
      const { stop } = MediaStreamTrack.prototype;
      let thrown = false;
      MediaStreamTrack.prototype.stop = function () {
        stop.call(this);
        if (thrown) return;
        thrown = true;
        throws();
      };
    },
    'devices-undefined': () => devices(nothing),
    'devices-plain': () => devices(async () => ({ length: 1 })),
    'devices-junk': () =>
      devices(async () => [null, {}, 3, Object.defineProperty({}, 'kind', { get: throws })]),
    'devices-half': () =>
      devices(async () => [{ kind: 'audioinput', label: '\ud83d', deviceId: '\udc00', groupId: '\ud800' }]),
    'devices-throw': () => devices(throws),
    'devices-never': () => devices(never),
    'permissions-plain': () => permissions(async () => ({ state: 'granted' })),
    'permissions-odd': () => permissions(async () => ({ state: 'constructor', addEventListener: throws })),
    'permissions-getter': () => permissions(async () => Object.defineProperty({}, 'state', { get: throws })),
    'permissions-throw': () => permissions(throws),
    'permissions-never': () => permissions(never),

    // Markup of visitors.
    'markup-script': () =>
      markup(
        `<img name="currentScript" alt="" src="/elsewhere/earshot.js" data-config='{"chat":{"transport":"websocket","url":"/elsewhere"}}'>`,
      ),
    'markup-globals': () =>
      markup(
        'Earshot navigator performance console crypto name trustedTypes requestIdleCallback queueMicrotask AudioContext Notification'
          .split(' ')
          .map((name) => `<a id="${name}"></a><form id="${name}" name="${name}"></form>`)
          .join(''),
      ),
    'markup-frames': () =>
      markup(
        'navigator performance console customElements WebAssembly document Promise crypto origin parent EarshotCoreWithoutWasm'
          .split(' ')
          .map((name) => `<iframe name="${name}" title="" width="1" height="1"></iframe>`)
          .join(''),
      ),
    'markup-document': () =>
      markup(
        'body head documentElement activeElement hasFocus querySelector addEventListener baseURI visibilityState createElement'
          .split(' ')
          .map((name) => `<img name="${name}" alt=""><form name="${name}"></form><embed name="${name}">`)
          .join(''),
      ),
  };

  /** @param {string} html */
  const markup = (html) => write.call(document, html);

  page.hostile = {
    begin() {
      const name = location.search.slice(1);
      if (name === 'half-a-character') {
        config.company = 'Caf\ud83d';
        config.texts = { en: { label_widget: 'Talk \ude00', '\ud83d': 'x' } };
      }
      const text = stringify(config); // as the site's server wrote it
      attacks[name]?.();
      markup(`<script src="/dist/earshot.js" data-config='${text}' defer></script>`);
    },
  };
})();
