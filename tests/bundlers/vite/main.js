import { mount } from 'earshot';

mount({ media: ['microphone'], language: 'es' });
