// The few sentences that are read before the rest has come, as texts/en.json has them; of the last one nobody knows but this file.
export const FIRST_WORDS = {
  label_widget: 'Voice and text chat',
  label_orb: 'Voice',
  getting_ready: 'Getting ready. You can press already.',
  connecting: 'Connecting. One moment, please.',
  press_to_talk: 'Press to talk with us.',
  not_loaded: 'This did not load. Press to try again.',
};
