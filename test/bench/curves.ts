import type { Quartiles } from './controllers.ts';

const WIDTH = 900;
const HEIGHT = 520;
const MARGIN = { left: 70, right: 170, top: 20, bottom: 50 };
/** Told apart by people who see colours differently (Okabe and Ito 2008), and by the names at the ends. */
const COLORS = ['#000000', '#e69f00', '#56b4e9', '#009e73', '#0072b2', '#d55e00', '#cc79a7', '#999999', '#f0e442'];

/** Medians as lines and quartiles as bands, on a logarithmic axis; as SVG. */
export function drawCurves(curves: readonly { name: string; quartiles: readonly Quartiles[] }[], axes: { x: string; y: string }): string {
  const length = Math.max(...curves.map(({ quartiles }) => quartiles.length));
  const values = curves.flatMap(({ quartiles }) => quartiles.map(([, median]) => median)).filter((value) => value > 0);
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [number, number];
  const x = (i: number) => MARGIN.left + (i / Math.max(1, length - 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) => {
    const place = (Math.log10(Math.max(value, 10 ** least)) - least) / Math.max(1e-9, most - least);
    return HEIGHT - MARGIN.bottom - Math.min(1, place) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  };
  const path = (points: [number, number][]) => points.map(([px, py], i) => `${i ? 'L' : 'M'}${px.toFixed(1)},${py.toFixed(1)}`).join('');
  const drawn = curves.map(({ name, quartiles }, k) => {
    const color = COLORS[k % COLORS.length]!;
    const upper = quartiles.map(([, , high], i): [number, number] => [x(i), y(high)]);
    const lower = quartiles.map(([low], i): [number, number] => [x(i), y(low)]).reverse();
    const median = quartiles.map(([, middle], i): [number, number] => [x(i), y(middle)]);
    return { name, color, end: median.at(-1)![1], band: `${path([...upper, ...lower])}Z`, line: path(median) };
  });
  const labels = [...drawn].sort((a, b) => a.end - b.end);
  let before = Number.NEGATIVE_INFINITY;
  const names = labels.map(({ name, color, end }) => {
    before = Math.max(end, before + 15);
    return `<text x="${WIDTH - MARGIN.right + 8}" y="${before + 4}" fill="${color}">${name}</text>`;
  });
  const ticks: string[] = [];
  for (let power = Math.ceil(least); power <= most; power++)
    ticks.push(`<text x="${MARGIN.left - 8}" y="${y(10 ** power) + 4}" text-anchor="end">${10 ** power}</text>`);
  for (let i = 0; i <= 5; i++) {
    const at = Math.round((i / 5) * (length - 1));
    ticks.push(`<text x="${x(at)}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">${at + 1}</text>`);
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...drawn.map(({ color, band }) => `<path d="${band}" fill="${color}" fill-opacity="0.08"/>`),
    ...drawn.map(({ color, line }) => `<path d="${line}" fill="none" stroke="${color}" stroke-width="2"/>`),
    ...ticks,
    ...names,
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${axes.x}</text>`,
    `<text x="16" y="${HEIGHT / 2}" transform="rotate(-90 16 ${HEIGHT / 2})" text-anchor="middle">${axes.y}</text>`,
    '</svg>',
    '',
  ].join('\n');
}
