import {
  type Architecture,
  CELL_OPERATIONS,
  type Cell,
  type CellInput,
  type CellOperation,
  type CellSum,
  type ImageShape,
} from '../networks/architecture.ts';
import { cellPlan, STEM } from '../networks/graph.ts';
import { orderOf, printCellInput } from '../networks/graph-notation.ts';
import type { DataShape, MicroLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

/** Nodes of the normal cell, then of the reduction cell, and what is known of the next node. */
export interface MicroState {
  normal: CellSum[];
  reduction: CellSum[];
  first: CellInput | null;
  /** Whom the input that is chosen reads; null: is chosen next. */
  from: number | null;
}

export type MicroAction = { type: 'from'; node: number } | { type: 'operation'; operation: CellOperation };
export type MicroSpace = MeasurableSpace<MicroState, MicroAction>;

const OPERATIONS = CELL_OPERATIONS.map((operation): MicroAction => ({ type: 'operation', operation }));

/**
 * ENAS's micro search (Pham et al. 2018, section 2.4): for each node of the normal cell, then of the reduction cell, two inputs, each an earlier
 * node or one of the two cells before, and an operation for each. A sum has no order, so the second input is never before the first: of two
 * walks to the same sum only one is allowed. Cells that differ only in the numbers of their nodes count as different.
 */
export function microSpace({ nodes: count, repetitions, filters }: MicroLimits, { image, classes }: DataShape): MicroSpace {
  const cells = cellSizes({ repetitions, filters }, image);
  const done = ({ normal, reduction }: MicroState) => normal.length === count && reduction.length === count;
  const nodesOf = (state: MicroState) => (state.normal.length < count ? state.normal : state.reduction);

  function actions(state: MicroState): MicroAction[] {
    if (done(state)) return [];
    const { first, from } = state;
    if (from === null) {
      const low = first?.from ?? 0;
      return Array.from({ length: nodesOf(state).length + 2 - low }, (_, i): MicroAction => ({ type: 'from', node: low + i }));
    }
    return first && first.from === from ? OPERATIONS.slice(CELL_OPERATIONS.indexOf(first.operation)) : OPERATIONS;
  }

  function next(state: MicroState, action: MicroAction): MicroState {
    if (action.type === 'from') return { ...state, from: action.node };
    const input: CellInput = { from: state.from!, operation: action.operation };
    if (state.first === null) return { ...state, first: input, from: null };
    const cell = state.normal.length < count ? 'normal' : 'reduction';
    return { ...state, [cell]: [...state[cell], [state.first, input]], first: null, from: null };
  }

  const initial = (): MicroState => ({ normal: [], reduction: [], first: null, from: null });

  function walk(architecture: Architecture): MicroAction[] {
    if (architecture.family !== 'cell')
      throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of the micro search`, 0);
    const { input, normal, reduction } = architecture;
    if (shape(input) !== shape(image)) throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(image)}`, 0);
    if (architecture.classes !== classes) throw new NotAllowed(`${architecture.classes} classes; allowed: ${classes}`, 2 * count);
    if (architecture.filters !== filters) throw new NotAllowed(`${architecture.filters} filters; allowed: ${filters}`, 0);
    if (architecture.repetitions !== repetitions)
      throw new NotAllowed(`${architecture.repetitions} repetitions; allowed: ${repetitions}`, 0);
    return [normal, reduction].flatMap((cell, place) => {
      const at = (i: number) => place * count + i;
      if (cell.length !== count) throw new NotAllowed(`${cell.length} nodes; allowed: ${count}`, at(Math.min(cell.length, count)));
      return cell.flatMap((sum, i) => {
        for (const each of sum) {
          if (!(each.from >= 0 && each.from <= i + 1))
            throw new NotAllowed(`node ${i + 2} reads ${each.from}; allowed: 0 to ${i + 1}`, at(i));
          if (!CELL_OPERATIONS.includes(each.operation))
            throw new NotAllowed(`node ${i + 2} applies ${each.operation}; allowed: ${CELL_OPERATIONS.join(', ')}`, at(i));
        }
        if (orderOf(sum[0]) > orderOf(sum[1]))
          throw new NotAllowed(
            `node ${i + 2}: ${sum.map(printCellInput).join('+')} is not in order; allowed: ${[sum[1], sum[0]].map(printCellInput).join('+')}`,
            at(i),
          );
        return sum.flatMap(({ from, operation }): MicroAction[] => [
          { type: 'from', node: from },
          { type: 'operation', operation },
        ]);
      });
    });
  }

  /** How many nodes of a complete cell nobody reads. */
  const loose = (cell: readonly CellSum[]) => count - readBy(cell).size;

  const space: MicroSpace = {
    kind: 'MICRO',
    factored: true,
    initial,
    actions,
    next,
    stateKey(state) {
      const { normal, reduction, first, from } = state;
      return [normal.length + reduction.length, first ? printCellInput(first) : '-', from ?? '?'].join(',');
    },
    actionKey: (_, action) => (action.type === 'from' ? `${action.node}` : action.operation),
    architecture(taken) {
      let state = initial();
      for (const action of taken) state = next(state, action);
      if (!done(state))
        throw new NotAllowed(`the walk stops at node ${nodesOf(state).length + 2}`, state.normal.length + state.reduction.length);
      const copy = (cell: CellSum[]) => cell.map(([a, b]): CellSum => [{ ...a }, { ...b }]);
      const network: Cell = {
        family: 'cell',
        input: { ...image },
        filters,
        repetitions,
        normal: copy(state.normal),
        reduction: copy(state.reduction),
        classes,
      };
      walk(network);
      return network;
    },
    walk,
    count: () => countWalks(space),
    futureKey({ normal, reduction, first, from }) {
      // Of the first input matters which second ones it leaves.
      const left = first === null ? (from ?? '-') : from === null || from === first.from ? printCellInput(first) : 'any';
      return [normal.length, reduction.length, first === null ? 'first' : 'second', from === null ? 'from' : 'operation', left].join();
    },
    weightKey(state) {
      const pending = [...(state.first ? [state.first.from] : []), ...(state.from === null ? [] : [state.from])].filter(
        (node) => node >= 2,
      );
      const read = new Set([...readBy(nodesOf(state)), ...pending]);
      const strided = state.from === null ? '' : state.from < 2;
      return `${space.futureKey(state)};${[...read].sort((a, b) => a - b)};${strided}`;
    },
    weights(state, action) {
      const after = next(state, action);
      const kind = state.normal.length < count ? 'normal' : 'reduction';
      const own = action.type === 'operation' ? operationTotals(cells, kind, state.from!, action.operation).weights : 0;
      const ended = after[kind].length === count && state[kind].length < count;
      return own + (ended ? endTotals(cells, kind, loose(after[kind]), image, filters, classes).weights : 0);
    },
    outputs(state, action) {
      const after = next(state, action);
      const kind = state.normal.length < count ? 'normal' : 'reduction';
      const own = action.type === 'operation' ? operationTotals(cells, kind, state.from!, action.operation).outputs : 0;
      const sums =
        after[kind].length > state[kind].length
          ? cells.filter((cell) => cell.kind === kind).reduce((sum, cell) => sum + cell.out * cell.filters, 0)
          : 0;
      const ended = after[kind].length === count && state[kind].length < count;
      return own + sums + (ended ? endTotals(cells, kind, loose(after[kind]), image, filters, classes).outputs : 0);
    },
  };
  return space;
}

/** Nodes that a node of the cell reads. */
function readBy(cell: readonly CellSum[]): Set<number> {
  return new Set(cell.flatMap((sum) => sum.map(({ from }) => from)).filter((from) => from >= 2));
}

interface CellSize {
  kind: 'normal' | 'reduction';
  filters: number;
  /** Pixels of its inputs, and of its nodes. */
  in: number;
  out: number;
  /** Of the two it reads, the older one first: place among the cells, -1 for the stem; and whether the map is halved to fit. */
  reads: { cell: number; halved: boolean }[];
}

function cellSizes(limits: Pick<Cell, 'filters' | 'repetitions'>, image: ImageShape): CellSize[] {
  const half = ({ height, width }: { height: number; width: number }) => ({ height: Math.ceil(height / 2), width: Math.ceil(width / 2) });
  const area = ({ height, width }: { height: number; width: number }) => height * width;
  let last: { height: number; width: number } = image;
  let older = last;
  return cellPlan(limits).map(({ kind, filters }, i) => {
    const out = kind === 'reduction' ? half(last) : last;
    const halved = area(older) > area(last);
    const size: CellSize = {
      ...{ kind, filters, in: area(last), out: area(out) },
      reads: [
        { cell: Math.max(i - 2, -1), halved },
        { cell: i - 1, halved: false },
      ],
    };
    older = last;
    last = out;
    return size;
  });
}

interface Totals {
  weights: number;
  outputs: number;
}

/** What an operation of a node adds, in all cells of the kind together. */
function operationTotals(cells: readonly CellSize[], kind: CellSize['kind'], from: number, operation: CellOperation): Totals {
  const area = Number(operation[1]) ** 2;
  let [weights, outputs] = [0, 0];
  for (const { filters, out } of cells.filter((cell) => cell.kind === kind)) {
    if (operation[0] === 'S') {
      weights += 2 * (area * filters + (filters + 1) * filters);
      outputs += 4 * out * filters;
    } else if (operation !== 'I' || (kind === 'reduction' && from < 2)) outputs += out * filters;
  }
  return { weights, outputs };
}

/**
 * What is known once a cell is complete, of which `loose` nodes are joined: what it gives to the cells that read it. With the normal cell also all
 * that is the same in every network.
 */
function endTotals(
  cells: readonly CellSize[],
  kind: CellSize['kind'],
  loose: number,
  image: ImageShape,
  filters: number,
  classes: number,
): Totals {
  let [weights, outputs] = [0, 0];
  for (const { filters: width, in: pixels, reads } of cells) {
    for (const { cell, halved } of reads) {
      const source = cells[cell];
      const own = source ? source.kind === kind : kind === 'normal';
      const channels = source ? loose * source.filters : STEM * filters;
      if (own) weights += channels * width;
      if (own && halved) outputs += pixels * channels;
      if (kind === 'normal') {
        weights += width;
        outputs += pixels * width;
      }
    }
  }
  for (const { kind: other, filters: width, out } of cells) if (other === kind && loose > 1) outputs += out * loose * width;
  if (kind === 'normal') {
    const features = loose * cells.at(-1)!.filters;
    weights += (9 * image.channels + 1) * STEM * filters + (features + 1) * classes;
    outputs += image.height * image.width * STEM * filters + features + classes;
  }
  return { weights, outputs };
}

const shape = ({ height, width, channels }: ImageShape) => `${height} x ${width} x ${channels}`;
