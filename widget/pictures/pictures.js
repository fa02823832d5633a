// The drawings of where to press, as a part of their own.
export { createPicture } from './picture.js';
export { PICTURE } from '../styles/picture.js';
