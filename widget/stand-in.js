// In English the sentences about a trouble come with the card that explains it. Until they are here another one says as much as is sure.
/** @import { View } from '../js-glue/answers.js' */
/** @import { Orb, Title } from '../js-glue/words.js' */
/** @import { Texts } from './texts.js' */

/** All of these are here from the beginning: script/bundle.mjs. @type {Partial<Record<Orb, Title>>} */
const STANDS_IN = {
  idle: 'press_to_talk',
  opening: 'connecting',
  asking: 'allow_microphone',
  choosing: 'camera_unavailable_choose',
  live: 'in_call',
  live_audio_only: 'talking_without_camera',
  interrupted: 'microphone_stopped',
};

/** The sentences, with one for this view. @param {Texts} texts @param {Pick<View, 'title' | 'orb'>} view @returns {Texts} */
export const withTitle = (texts, { title, orb }) =>
  texts[title] ? texts : { ...texts, [title]: texts[STANDS_IN[orb] ?? 'microphone_failed'] };
