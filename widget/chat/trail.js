// What was said about the voice before a conversation began: the titles since it was last well. why.js makes a sentence of it.
/** @import { View } from '../../js-glue/answers.js' */
/** @import { Title } from '../../js-glue/words.js' */

/** @param {View} view */
export const inTrouble = ({ microphone }) => microphone === 'blocked' || microphone === 'lost';

export function createTrail() {
  /** @type {Title[]} */
  let titles = [];
  /** @param {View} view */
  return (view) => {
    const { orb, title } = view;
    if (orb !== 'chatting')
      titles = [...(inTrouble(view) ? titles.filter((each) => each !== title) : []), title];
    else if (title === 'chatting_voice_ready') titles = [];
    return titles;
  };
}
