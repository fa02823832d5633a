/** How loud it is at this moment, once the call's media is there. */
declare var loudness: () => number;
