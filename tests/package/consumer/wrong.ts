// What a site may get wrong. Each of these must not compile, for the reason that stands beside it.
import { EarshotWidgetElement, mount } from 'earshot';
import type { Config, Place } from 'earshot';

declare const widget: EarshotWidgetElement;

// Unknown names, also the misspelt ones.
// @ts-expect-error TS2561: meant "language"
mount({ languages: 'en' });
// @ts-expect-error TS2353: no such option
mount({ camera: true });
// @ts-expect-error TS2561: meant "media_session"
mount({ mediaSession: false });
// @ts-expect-error TS2353: no such option of the chat
mount({ chat: { transport: 'websocket', url: '/chat', retry: 3 } });
// @ts-expect-error TS2353: no such option of the buttons
mount({ actions: { show: ['mute'] } });
// @ts-expect-error TS2561: meant "press_to_talk"
mount({ texts: { en: { press_to_speak: 'Talk to us' } } });
// @ts-expect-error TS2353: a cause, or "default"
mount({ support: { microphone: '/help' } });
// @ts-expect-error TS2353: nothing is wrong, so nothing is shown
mount({ instructions: { none: 'All is well.' } });
// @ts-expect-error TS2353: no such place
mount({}, { parent: document.body });

// Words that are none.
// @ts-expect-error TS2322: no such kind
mount({ media: ['microfone'] });
// @ts-expect-error TS2322: the microphone always takes part
mount({ media: ['camera'] });
// @ts-expect-error TS2322: a list
mount({ media: 'microphone' });
// @ts-expect-error TS2322: no such word
mount({ log: 'silence' });
// @ts-expect-error TS2322: no such corner
mount({ position: 'top-left' });
// @ts-expect-error TS2322: no such theme
mount({ theme: 'sepia' });
// @ts-expect-error TS2322: no such mode
mount({ mode: 'watch' });
// @ts-expect-error TS2322: a flag
mount({ notifications: 'true' });
// @ts-expect-error TS2322: no such button
mount({ actions: { order: ['hang_up'] } });
// @ts-expect-error TS2322: it may be the only way on
mount({ actions: { hide: ['open_chat'] } });

// A chat that cannot travel.
// @ts-expect-error TS2820: meant "websocket"
mount({ chat: { transport: 'websockets', url: '/chat' } });
// @ts-expect-error TS2322: a server has an address
mount({ chat: { transport: 'websocket' } });
// @ts-expect-error TS2322: the page around has an origin
mount({ chat: { transport: 'post_message', url: '/chat' } });
// @ts-expect-error TS2741: a link has words
mount({ chat: { links: [{ href: '/contact' }] } });
// @ts-expect-error TS2739: a transport does more than send
mount({}, { chatTransport: { open() {}, send() {} } });

// Nothing where something is needed.
// @ts-expect-error TS2345: leave it out instead
mount(null);
// @ts-expect-error TS2322: leave it out instead
mount({ company: null });
// @ts-expect-error TS2322: not found is not a place
mount({}, { target: document.querySelector('main') });
// @ts-expect-error TS2322: set another configuration instead
widget.config = null;
// @ts-expect-error TS2531: there may be none
document.querySelector('earshot-widget').press('orb');

// The element.
// @ts-expect-error TS2345: meant "mute"
widget.press('muted');
// @ts-expect-error TS2554: which one
widget.press();
// @ts-expect-error TS2345: text
widget.receiveChatMessage(5);
// @ts-expect-error TS2740: a stream, not a track
widget.attach(new MediaStreamTrack());
// @ts-expect-error TS2740: an element that plays
widget.play(document.createElement('canvas'));
// @ts-expect-error TS2769: the error, not its text
widget.report('NotAllowedError');
// @ts-expect-error TS2322: not the kind of a track
widget.report(new Error(), { kinds: ['audio'] });
// @ts-expect-error TS2739: each is needed
widget.reportNetwork({ udp: true });
// @ts-expect-error TS2540: the widget sets it
widget.stream = null;
// @ts-expect-error TS2540: so it does the view
widget.view = { ...widget.view, orb: 'live' };
// @ts-expect-error TS2540: and what is in it
widget.view.orb = 'live';
// @ts-expect-error TS2339: what is drawn changes by what is told
widget.view.actions.push('mute');
// @ts-expect-error TS2540: the package says it
EarshotWidgetElement.version = '2';
// @ts-expect-error TS2339: inside
widget.connectedCallback();

// Events.
// @ts-expect-error TS2367: no such state
widget.addEventListener('earshot-state', ({ detail }) => detail.orb === 'talking');
// @ts-expect-error TS2339: it is in `detail`
document.addEventListener('earshot-stream', (event) => event.stream);
// @ts-expect-error TS2339: no such member
document.addEventListener('earshot-stream', ({ detail }) => detail.track);
// @ts-expect-error TS18047: the kind may be lost
window.addEventListener('earshot-track-replaced', ({ detail }) => detail.track.stop());
// @ts-expect-error TS2339: no such event, so no detail is known
document.addEventListener('earshot-states', ({ detail }) => detail);
// @ts-expect-error TS18048: the state of the connection comes without one
document.addEventListener('earshot-chat', ({ detail }) => detail.message.text);

// Values by themselves.
// @ts-expect-error TS2322: leaving it out is not null
const place: Place = { chatTransport: null };
// @ts-expect-error TS2322: a list of one kind or two
const config: Config = { media: [] };

export { config, place };
