import type { ProgramSpec } from '../backend.ts';
import type { Optimizer } from '../optimizer.ts';
import type { Native } from './binding.ts';
import { createGraph } from './graph.ts';
import { type Layout, outline, writeProgram } from './layout.ts';
import { createPool } from './pool.ts';
import { openSession, type Session } from './session.ts';

interface Compiled {
  layout: Layout;
  session: Session;
}

/** Held by graphs that nobody uses: many small ones, or one of some size. */
const POOL_BYTES = 32e6;
/** What a graph holds beside its variables: nodes, kernels, prepared primitives. */
const GRAPH_BYTES = 4e6;
const pool = createPool<Compiled>(POOL_BYTES, ({ session }) => session.dispose());

/**
 * The graph of a program, loaded: one that was made for a program of the same key and outline, if such a one is free, or a new one.
 * `release` frees it, or keeps it for the next program of its kind; its variables hold whatever the last one left.
 */
export function compiledGraph(native: Native, spec: ProgramSpec, optimizer: Optimizer | undefined): Compiled & { release: () => void } {
  if (spec.key === undefined) {
    const compiled = compile(native, spec, optimizer);
    return { ...compiled, release: () => compiled.session.dispose() };
  }
  const key = `${spec.key} ${outline(spec)}`;
  const compiled = pool.take(key) ?? compile(native, spec, optimizer);
  const numbers = compiled.layout.variables.reduce((sum, { size, moments }) => sum + size * (1 + moments.length), 0);
  return { ...compiled, release: () => pool.give(key, compiled, GRAPH_BYTES + 4 * numbers) };
}

function compile(native: Native, spec: ProgramSpec, optimizer: Optimizer | undefined): Compiled {
  const graph = createGraph(native.protobuf, native.backend.binding);
  const layout = writeProgram(native, graph, spec, optimizer);
  return { layout, session: openSession(native.backend.binding, graph) };
}
