// Run before the server: its clock is EARSHOT_CLOCK_MS off, and SIGUSR2 sets it EARSHOT_CLOCK_JUMP_MS further. What counts time that goes by,
// `performance` and timers, stays as it is: so do the clocks of a machine whose time is set.
const { EARSHOT_CLOCK_MS = '0', EARSHOT_CLOCK_JUMP_MS = '0' } = process.env;
const right = Date.now;
let off = Number(EARSHOT_CLOCK_MS);

Date.now = () => right() + off;
globalThis.Date = new Proxy(Date, {
  construct: (clock, given) => Reflect.construct(clock, given.length > 0 ? given : [clock.now()]),
});
process.on('SIGUSR2', () => {
  off += Number(EARSHOT_CLOCK_JUMP_MS);
  console.error('the clock was set');
});
