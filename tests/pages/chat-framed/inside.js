const around = new URL(document.referrer).origin; // a real site knows whose frame it is
document
  .querySelector('earshot-widget')
  ?.setAttribute(
    'config',
    JSON.stringify({ media: ['microphone'], chat: { transport: 'post_message', origin: around } }),
  );
