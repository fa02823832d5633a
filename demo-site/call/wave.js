// Draws the last seconds of a level as a row of bars that moves to the left. Colours come from the style sheet.

const BAR = 3;
const GAP = 3;

/** @param {HTMLCanvasElement} canvas */
export function createWave(canvas) {
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {number[]} */
  let past = [];

  function draw() {
    const { clientWidth: width, clientHeight: height } = canvas;
    const scale = globalThis.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * scale))
      Object.assign(canvas, { width: width * scale, height: height * scale });
    brush.setTransform(scale, 0, 0, scale, 0, 0);
    brush.clearRect(0, 0, width, height);
    brush.fillStyle = getComputedStyle(canvas).color;
    const bars = Math.floor(width / (BAR + GAP));
    past = past.slice(-bars);
    for (let i = 0; i < bars; i++) {
      const level = past[past.length - bars + i] ?? 0;
      const tall = Math.max(BAR, level * height);
      brush.globalAlpha = level > 0 ? 0.35 + 0.65 * (i / bars) : 0.25;
      brush.beginPath();
      brush.roundRect(i * (BAR + GAP), (height - tall) / 2, BAR, tall, BAR / 2);
      brush.fill();
    }
  }

  new ResizeObserver(draw).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  return {
    /** @param {number} level */
    push(level) {
      past.push(level);
      draw();
    },
    clear() {
      past = [];
      draw();
    },
  };
}
