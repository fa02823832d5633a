// Safari on an iPhone: the page menu at the left end of the address field, here at the lower edge.
import { box, dot, path, phone } from './parts.js';

/** @type {(of: import('../../js-glue/contract.js').Capability) => import('./picture.js').Shape[]} */
export const IOS = () => [
  phone(-90), box('field', 82, 8, 92, 48, 10), box('faint', 94, 20, 44, 3), path('firm', 'M94 42h56'),
  box('field', 80, 64, 120, 26), path('firm', 'M89 70.5h10v6h-10zM89 80h10M89 83.5h6'), box('faint', 116, 75.5, 56, 3),
  dot(94, 77, 16), box('here', 86, 32, 84, 20, 10),
];
