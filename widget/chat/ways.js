// Where else the site can be reached: a form, a telephone number. The last resort, so it is there when the chat is not.
import { unclobbered } from '../../js-glue/unclobbered.js';
import { setChildren, setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { safeAddress } from './safe-address.js';
/** @import { ChatLink } from '../../js-glue/config.js' */

const MOST = 8;

export function createWays() {
  const lead = make('p', { id: 'chat-ways' });
  const list = make('ul', { 'aria-labelledby': 'chat-ways' });
  const ways = make('div', { class: 'ways', part: 'links', hidden: '' }, lead, list);
  return {
    ways,
    /** @param {string} text */
    speak: (text) => setText(lead, text),
    /** Without a core nobody has checked them: what may not be followed is left out. @param {unknown} links */
    render(links) {
      const written = /** @type {(Partial<ChatLink> | null)[]} */ (Array.isArray(links) ? links : []);
      const safe = written.slice(0, MOST).flatMap((link) => {
        const { href, text } = link ?? {};
        const address =
          typeof text === 'string' ? safeAddress(`${href}`, unclobbered(document).baseURI) : null;
        return address === null ? [] : [{ address, text }];
      });
      setShown(ways, safe.length > 0);
      setChildren(
        list,
        safe.map(({ address, text }, at) => {
          const item =
            list.children[at] ?? make('li', {}, make('a', { rel: 'noopener', part: 'link', dir: 'auto' }));
          const link = /** @type {Element} */ (item.firstElementChild);
          setAttribute(link, 'href', address);
          setAttribute(link, 'target', /^https?:/.test(address) ? '_blank' : null); // a telephone number would leave an empty tab behind
          setText(link, text || address);
          return item;
        }),
      );
    },
  };
}
