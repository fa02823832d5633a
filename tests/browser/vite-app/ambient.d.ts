// The package is not installed where the types are checked.
declare module 'earshot' {
  export const mount: typeof import('../../../widget/earshot.js').mount;
}
/** How loud it is at this moment, once the call's media is there. */
declare var loudness: () => number;
