/**
 * The public MetaQNN program's Q-table once more, from the rules that it follows, on net strings and plain tuples; shares nothing with
 * the platform's code. For 28 x 28 images and the published lists.
 */
type Tuple = [type: string, depth: number, filterDepth: number, filterSize: number, stride: number, image: number, fc: number, end: number];

const bucket = (n: number) => (n > 7 ? 8 : n > 3 ? 4 : 1);

/** The actual states that a net string passes, the start first and the terminal one last. */
function trajectory(net: string): Tuple[] {
  const path: Tuple[] = [['start', 0, 1, 0, 0, 28, 0, 0]];
  for (const [, name, inside] of net.matchAll(/([A-Z]+)\(([\d,]+)\)/g)) {
    const [a = 0, b = 0] = inside!.split(',').map(Number);
    const [type, depth, filterDepth, , , image] = path.at(-1)!;
    if (name === 'C') path.push(['conv', depth + 1, a, b, 1, image, 0, 0]);
    if (name === 'P') path.push(['pool', depth + 1, 0, a, b, Math.ceil((image - a + 1) / b), 0, 0]);
    if (name === 'GAP') path.push(['gap', depth + 1, 0, 0, 0, 1, 0, 0]);
    if (name === 'FC') path.push(['fc', depth + 1, type === 'fc' ? filterDepth + 1 : 0, 0, 0, 0, a, 0]);
    if (name === 'SM') {
      const last = [...path.at(-1)!] as Tuple;
      last[1]++;
      last[7] = 1;
      path.push(last);
    }
  }
  return path.map((state) => state.map((field, i) => (i === 5 ? bucket(field as number) : field)) as Tuple);
}

/** All actions of a binned state, as tuples. */
function enumerate([type, depth, filterDepth, size, stride, image, fc]: Tuple): Tuple[] {
  const list: Tuple[] = [[type, depth + 1, filterDepth, size, stride, image, fc, 1]];
  if (depth >= 12) return list;
  const spatial = type === 'start' || type === 'conv' || type === 'pool';
  if (spatial) {
    for (const f of [64, 128, 256, 512]) for (const k of [1, 3, 5]) if (k < image) list.push(['conv', depth + 1, f, k, 1, image, 0, 0]);
    list.push(['gap', depth + 1, 0, 0, 0, 1, 0, 0]);
  }
  if (type === 'conv')
    for (const k of [5, 3, 2]) for (const s of [3, 2]) if (k < image && s <= k) list.push(['pool', depth + 1, 0, k, s, image, 0, 0]);
  const second = type === 'fc' && filterDepth === 0;
  if ((spatial && image <= 4) || second) {
    for (const units of [512, 256, 128]) if (!second || units <= fc) list.push(['fc', depth + 1, second ? 1 : 0, 0, 0, 1, units, 0]);
  }
  return list;
}

export class MetaqnnOracle {
  /** State, then action, then value; keys are tuples joined by commas. */
  readonly table = new Map<string, Map<string, number>>();

  constructor(
    private readonly initial: number,
    private readonly alpha: number,
    private readonly gamma: number,
    private readonly greedy: boolean,
  ) {}

  private actions(state: Tuple): Map<string, number> {
    const key = state.join();
    let actions = this.table.get(key);
    if (!actions) {
      actions = new Map(enumerate(state).map((action) => [action.join(), this.initial]));
      this.table.set(key, actions);
    }
    return actions;
  }

  update(net: string, reward: number): void {
    const path = trajectory(net);
    for (let i = path.length - 2; i >= 0; i--) {
      const [from, to] = [path[i]!, path[i + 1]!];
      const values = this.actions(from);
      const action = [...to] as Tuple;
      if (to[0] !== 'fc' && to[0] !== 'gap') action[5] = from[5];
      // The terminal state of GAP or FC keeps its own bin, 1, which is also its predecessor's.
      const key = action.join();
      const q = values.get(key);
      if (q === undefined) throw new Error(`${net}: ${key} is not an action of ${from.join()}`);
      const best = to[7] === 1 ? 0 : Math.max(...this.actions(to).values());
      const r = to[7] === 1 ? reward : 0;
      values.set(key, this.greedy ? Math.max(q, reward) : q + this.alpha * (r + this.gamma * best - q));
    }
  }

  /** `start end` to value. */
  rows(): Map<string, number> {
    return new Map(
      [...this.table].flatMap(([start, actions]) => [...actions].map(([end, value]): [string, number] => [`${start} ${end}`, value])),
    );
  }
}
