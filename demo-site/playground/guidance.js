// Shows the card that a visitor in another browser, with some trouble, would read.
import { byId, make } from './elements.js';
import { inWordsOf, LANGUAGES, TROUBLES, VISITORS } from './presets.js';
import { pretend, stopPretending } from './pretend.js';
/** @import { Config, EarshotWidgetElement } from '../../widget/earshot.js' */

/**
 * @param {EarshotWidgetElement} widget
 * @param {(config: Config) => Promise<void>} applyConfig
 */
export function createGuidance(widget, applyConfig) {
  const visitor = byId('visitor', HTMLSelectElement);
  const trouble = byId('trouble', HTMLSelectElement);
  const language = byId('language', HTMLSelectElement);
  const theme = byId('theme', HTMLSelectElement);
  const said = byId('guidance-said', HTMLElement);
  VISITORS.forEach(({ words }, index) => visitor.append(make('option', { value: String(index) }, words)));
  TROUBLES.forEach(({ words }, index) => trouble.append(make('option', { value: String(index) }, words)));
  for (const [tag, words] of LANGUAGES) language.append(make('option', { value: tag }, words));

  const awake = async () => {
    while (widget.view.orb === 'starting') await new Promise((passed) => setTimeout(passed, 20));
  };

  byId('guidance', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    const { environment } = /** @type {typeof VISITORS[0]} */ (VISITORS[Number(visitor.value)]);
    const { answers } = /** @type {typeof TROUBLES[0]} */ (TROUBLES[Number(trouble.value)]);
    pretend(inWordsOf(answers, environment.engine), language.value);
    await applyConfig({
      media: ['microphone'],
      chat: { transport: 'websocket', url: '/chat' },
      language: language.value,
      theme: /** @type {Config['theme']} */ (theme.value),
      company: 'Lindenhof Practice',
    });
    await awake();
    widget.send(environment);
    widget.press('orb');
    said.textContent =
      'This is what the visitor reads. No real question is asked until you apply a configuration.';
  });

  return { stop: stopPretending };
}
