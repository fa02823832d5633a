// What the practice's assistant says. It is a script, and it says so: first matching line wins, the urgent one first.

export const greeting =
  'Hello, this is the Lindenhof assistant: a script, not a person. Ask me about opening hours, appointments, prescriptions or the way to us.';

/** @type {[RegExp, string][]} */
const ANSWERS = [
  [
    /emergency|chest pain|can'?t breathe|cannot breathe|unconscious|stroke|bleeding/i,
    'If this is an emergency, please call 112 now. I am a script and cannot judge how you are.',
  ],
  [
    /\b(person|human|someone|somebody|real|doctor|nurse|reception|agent|staff)\b/i,
    'I have noted that you want a person. In a real practice, reception would take over this chat; in this demo nobody is here but me, the script.',
  ],
  [
    /video|camera/i,
    'For a video visit open "Video visit" at the top. If the camera stays off, you can go on with sound alone, or write to me here.',
  ],
  [
    /micro(phone)?|\bmic\b|hear|sound|voice|\bcall/i,
    'You can go back to the voice call at any time: close this chat and press the round button again. It shows the steps if the browser blocks the microphone.',
  ],
  [
    /appointment|\bbook|resched|cancel|\bvisit\b|\bslot|see you/i,
    'The next free appointments are Tuesday 9:20 and Wednesday 16:40. Write the one you would like, and reception confirms it. (Scripted: nothing is booked.)',
  ],
  [
    /tuesday|wednesday|\b9:20|\b16:40/i,
    'Thank you, that time is noted for reception. (Scripted: nothing is booked.)',
  ],
  [
    /\bopen|hours|\bclose|when\b|weekend|saturday|sunday|today|tomorrow/i,
    'We are open Monday to Friday from 8:00 to 18:00, and on Saturday from 9:00 to 12:00.',
  ],
  [
    /prescri|refill|medic|tablet|repeat/i,
    'Repeat prescriptions are ready on the next working day after 14:00. Which medicine is it? (Scripted: please do not write real names here.)',
  ],
  [
    /result|\blab\b|blood|test/i,
    'Results are discussed in person or by phone, usually within three working days.',
  ],
  [
    /where|address|park|\bbus\b|tram|direction|way to/i,
    'We are at 7 Lindenhof, beside the old linden tree: tram 4, stop "Lindenhof". Two parking places are behind the house.',
  ],
  [
    /cost|price|pay|insur/i,
    'Calls and video visits cost the same as a visit in the house. Please have your insurance card at hand.',
  ],
  [/thank|thx|great|perfect/i, 'You are welcome. Is there anything else?'],
  [/\bbye\b|goodbye|that'?s all|that is all/i, 'Goodbye, and take care.'],
  [/^\s*(hi|hello|hey|good (morning|afternoon|evening))\b/i, 'Hello! What can I do for you?'],
];

const LOST =
  'I am only a script and did not understand that. I know about opening hours, appointments, prescriptions, results and the way to us. Or write "person".';

/** @param {string} text */
export function reply(text) {
  return ANSWERS.find(([pattern]) => pattern.test(text))?.[1] ?? LOST;
}
