import type { Quartiles } from './controller-figures.ts';

/** Entry n - 1 after n whole trainings; null where there is nothing yet. */
export interface Curve {
  name: string;
  quartiles: readonly (Quartiles | null)[];
}

export interface Panel {
  title: string;
  y: string;
  scale: 'linear' | 'logarithmic';
  curves: readonly Curve[];
}

const WIDTH = 760;
const HEIGHT = 520;
const MARGIN = { left: 64, right: 196, top: 44, bottom: 52 };
/** Pixels from one name to the next. */
const LEADING = 17;
/** Told apart by people who see colours differently (Okabe and Ito 2008, darker, one blue, without yellow), by dashes, and by the names at the ends. */
const COLORS = ['#000000', '#b87300', '#1c86c7', '#00795a', '#c24d00', '#a8518a', '#6b6b6b'];
const DASHES = ['', '7 3', '2 3'];

/** Medians as lines and quartiles as bands, panels beside each other; as SVG. */
export function drawPanels(panels: readonly Panel[], x: string): string {
  const width = WIDTH * panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<rect width="${width}" height="${HEIGHT}" fill="#fff"/>`,
    ...panels.map((panel, i) => `<g transform="translate(${i * WIDTH} 0)">\n${drawPanel(panel, x)}\n</g>`),
    '</svg>',
    '',
  ].join('\n');
}

function drawPanel({ title, y: label, scale, curves }: Panel, xLabel: string): string {
  const length = Math.max(...curves.map(({ quartiles }) => quartiles.length));
  const height = heights(curves, scale);
  const x = (i: number) => MARGIN.left + (i / Math.max(1, length - 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const drawn = curves.flatMap(({ name, quartiles }, k) => {
    const color = COLORS[k % COLORS.length]!;
    const points = quartiles.flatMap((each, i) => (each ? [{ i, each }] : []));
    if (points.length === 0) return [];
    const line = (of: 0 | 1 | 2) => points.map(({ i, each }): [number, number] => [x(i), height.of(each[of])]);
    const median = line(1);
    const band = `${path([...line(2), ...line(0).reverse()])}Z`;
    return [
      { name, color, dash: DASHES[Math.floor(k / COLORS.length) % DASHES.length]!, end: median.at(-1)![1], band, line: path(median) },
    ];
  });
  const right = WIDTH - MARGIN.right;
  const below = HEIGHT - MARGIN.bottom;
  const grid = height.ticks.map(
    ({ at, text }) =>
      `<path d="M${MARGIN.left},${at.toFixed(1)}H${right}" stroke="#e3e3e3"/><text x="${MARGIN.left - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${text}</text>`,
  );
  const costs = linearTicks(1, length).map(
    (cost) => `<text x="${x(cost - 1).toFixed(1)}" y="${below + 20}" text-anchor="middle">${cost}</text>`,
  );
  return [
    `<text x="${MARGIN.left}" y="24" font-size="15" font-weight="bold">${title}</text>`,
    ...grid,
    ...costs,
    ...drawn.map(({ color, band }) => `<path d="${band}" fill="${color}" fill-opacity="0.07"/>`),
    ...drawn.map(
      ({ color, dash, line }) => `<path d="${line}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ),
    ...names(drawn, right, below),
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${xLabel}</text>`,
    `<text x="16" y="${HEIGHT / 2}" transform="rotate(-90 16 ${HEIGHT / 2})" text-anchor="middle">${label}</text>`,
  ].join('\n');
}

const path = (points: readonly [number, number][]) => points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join('');

/** Names at the ends of their lines, as near as they can stand without touching, with a short line of the same colour before them. */
function names(drawn: readonly { name: string; color: string; dash: string; end: number }[], right: number, below: number): string[] {
  const sorted = [...drawn].sort((a, b) => a.end - b.end);
  const places: number[] = [];
  for (const { end } of sorted) places.push(Math.max(end, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + LEADING));
  for (let i = places.length - 1, limit = below; i >= 0; i--, limit -= LEADING) places[i] = Math.min(places[i]!, limit);
  return sorted.map(({ name, color, dash, end }, i) => {
    const lead = `<path d="M${right},${end.toFixed(1)}L${right + 10},${places[i]!.toFixed(1)}H${right + 26}" fill="none" stroke="${color}" stroke-dasharray="${dash}"/>`;
    return `${lead}<text x="${right + 30}" y="${(places[i]! + 4).toFixed(1)}" fill="${color}">${name}</text>`;
  });
}

/** The first trainings, of which no two controllers have many: what is beyond the medians that come later stands at the edge. */
const BEGINNING = 0.03;

/** From the least to the most of the medians. */
function heights(curves: readonly Curve[], scale: Panel['scale']): { of(value: number): number; ticks: { at: number; text: string }[] } {
  const known = curves.flatMap(({ quartiles }) =>
    quartiles.slice(Math.floor(BEGINNING * quartiles.length)).flatMap((each) => (each ? [each[1]] : [])),
  );
  const shown = scale === 'linear' ? known : known.filter((value) => value > 0);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const place = scale === 'linear' ? (value: number) => value : (value: number) => Math.log10(Math.max(value, least));
  const [low, high] = [place(least), Math.max(place(most), place(least) + 1e-9)];
  const of = (value: number) => {
    const share = Math.min(1, Math.max(0, (place(value) - low) / (high - low)));
    return HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom);
  };
  const values = scale === 'linear' ? linearTicks(least, most) : logarithmicTicks(least, most);
  return { of, ticks: values.map((value) => ({ at: of(value), text: String(Number(value.toPrecision(6))) })) };
}

function linearTicks(least: number, most: number): number[] {
  const raw = Math.max(most - least, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw)!;
  const ticks: number[] = [];
  for (let i = Math.ceil(least / step); i * step <= most; i++) ticks.push(i * step);
  return ticks;
}

function logarithmicTicks(least: number, most: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= most; power++)
    for (const factor of [1, 2, 3, 5, 7])
      if (factor * 10 ** power >= least && factor * 10 ** power <= most) ticks.push(factor * 10 ** power);
  return ticks;
}
