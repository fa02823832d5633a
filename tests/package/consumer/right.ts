// What a site may write in strict TypeScript. Compiled against the packed package, never run.
import { EarshotWidgetElement, mount } from 'earshot';
import type { Action, Cause, ChatTransport, Config, EarshotEventMap, FarEndMessage, View } from 'earshot';

const widget: EarshotWidgetElement = mount({
  media: ['microphone', 'camera'],
  chat: {
    transport: 'websocket',
    url: '/chat',
    keep: false,
    links: [{ href: '/contact', text: 'Contact form' }],
  },
  log: 'silent',
  language: 'pt-BR',
  position: 'bottom-left',
  theme: 'dark',
  texts: { en: { press_to_talk: 'Talk to us', label_support: 'Help' }, de: { mute: 'Stumm' } },
  mode: 'guard',
  notifications: true,
  remember: true,
  media_session: false,
  wake_lock: false,
  hear_while_muted: true,
  host_wait_ms: 20_000,
  company: 'Lindenhof Practice',
  support: { blocked_by_system: '/help/microphone', default: 'mailto:help@lindenhof.example' },
  actions: { hide: ['audio_only', 'copy_link'], order: ['open_chat', 'try_again'] },
  instructions: { default: 'Tell the user: {title} {steps}', silent: '' },
});

// Every way to say less.
mount();
mount('{"media":["microphone"]}');
mount({}, { target: document.body });
mount({ support: '/help', instructions: 'Ask for the chat.', language: 'visitor' });
mount({ chat: {} });
mount({ chat: { links: [{ href: 'tel:+49301234', text: 'Call us' }] } });
mount({ chat: { transport: 'host', keep: true } });
mount({ chat: { transport: 'none', links: [{ href: '/contact', text: 'Contact' }] } });
mount({ chat: { transport: 'http', url: '/chat' } });
mount({ chat: { transport: 'post_message', origin: 'https://voice.example' } });
const shadow = document.createElement('div').attachShadow({ mode: 'open' });
mount({ position: 'inline' }, { target: shadow });

// An option that is decided later, and a configuration of its own.
declare const video: boolean;
declare const company: string | undefined;
const config: Config = { media: video ? ['microphone', 'camera'] : ['microphone'], company };
const fixed = { media: ['microphone'], theme: 'auto' } as const;
const satisfied = { media: ['microphone'], actions: { hide: ['mute'] } } satisfies Config;
for (const each of [config, fixed, satisfied]) mount(each);

// The element, however a page comes by it.
const found: EarshotWidgetElement | null = document.querySelector('earshot-widget');
const made: EarshotWidgetElement = document.createElement('earshot-widget');
const own: EarshotWidgetElement = new EarshotWidgetElement();
const version: string = EarshotWidgetElement.version;

made.config = config;
made.config = JSON.stringify(config);
const set: Config | string | null = made.config;
made.chatTransport = null;

// What it has and does.
const stream: MediaStream | null = widget.stream;
const view: View = widget.view;
const orb: 'starting' | 'idle' | string = view.orb;
const next: Action | undefined = view.actions[0];
const message: FarEndMessage | null = widget.message;
if (next) widget.press(next);
widget.press('orb');
widget.receiveChatMessage('Good morning');
widget.receiveChatMessage({ text: 'Good morning', name: 'Ana', id: 'a-1', at: Date.now() });
widget.attach(new MediaStream());
widget.detach();
widget.play(document.createElement('audio'));
widget.report(new DOMException('', 'NotReadableError'));
widget.report({ name: 'AbortError', message: 'Starting videoinput failed' }, { kinds: ['camera'] });
widget.reportNetwork({ udp: false, relay: true, server_reflexive: false, elapsed_ms: 5000 });
const trace: string = widget.trace();
const answer = widget.send({ fact: 'pressed', action: 'orb' });
if (answer?.refused !== undefined) console.warn(answer.refused);
else console.log(answer?.view?.title, answer?.effects[0]?.effect, answer?.verdict?.camera.cause);

// Events, on the element, what is around it, the document, the window and a shadow root.
widget.addEventListener('earshot-state', ({ detail }) => {
  const medium: 'off' | 'asking' | 'live' | 'muted' | 'lost' | 'blocked' = detail.microphone;
  console.log(detail.orb === 'live_audio_only', medium, detail.view.title);
});
declare const call: { send(kind: 'microphone' | 'camera', track: MediaStreamTrack | null): void };
document.addEventListener('earshot-stream', ({ detail: { stream, kinds } }) => {
  for (const kind of kinds) call.send(kind, stream.getTracks()[0] ?? null);
});
window.addEventListener('earshot-track-replaced', ({ detail }) => call.send(detail.kind, detail.track));
document.body.addEventListener('earshot-verdict', ({ detail }) => {
  const { kind, cause, confidence, alternatives, evidence, permission, error } = detail;
  const causes: readonly Cause[] = [cause, ...alternatives];
  console.log(kind, causes, confidence, evidence.join(), permission === 'denied', error);
});
shadow.addEventListener('earshot-cleared', ({ detail }) => console.log(detail.kinds.includes('camera')));
document.addEventListener('earshot-message', ({ detail }) => {
  if (detail.earshot === 1 && !detail.heard) console.log(detail.microphone.cause, detail.instructions);
});
document.addEventListener('earshot-chat', ({ target, detail: { message, state, session, reason } }) => {
  if (message && target instanceof EarshotWidgetElement) {
    target.receiveChatMessage(`You wrote: ${message.text}, in ${session}, because of ${reason?.cause}`);
  } else console.log(state === 'connecting');
});
addEventListener('earshot-trace', ({ detail: { line, reply } }) => console.log(line, reply));
const listener = (event: EarshotEventMap['earshot-state']) => console.log(event.detail.camera);
widget.addEventListener('earshot-state', listener, { once: true });
widget.removeEventListener('earshot-state', listener);
widget.addEventListener('click', (event) => console.log(event.clientX)); // other events stay as they are

// A transport of the site.
class Transport implements ChatTransport {
  #receive: (message: { text: string }) => void = () => {};
  readonly destination = 'support';
  open() {}
  close() {}
  onMessage(receive: (message: { text: string }) => void) {
    this.#receive = receive;
  }
  onState(report: (state: 'connecting' | 'open' | 'closed' | 'failed') => void) {
    report('open');
  }
  async send({ text }: { text: string }) {
    this.#receive({ text: `You wrote: ${text}` });
  }
}
mount(config, { chatTransport: new Transport() });

export { answer, found, message, orb, own, set, stream, trace, version };
