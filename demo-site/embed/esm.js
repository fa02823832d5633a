import { mount } from '/dist/earshot.mjs';

mount({ media: ['microphone'], chat: { transport: 'websocket', url: '/chat' } });
