'use client';
import { useMemo } from 'react';
import type { Recurrent } from '../../schema/networks/architecture.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure } from '../plots/Figure.tsx';
import { formatCount } from '../plots/format.ts';
import classes from './candidate.module.css';
import { CELL_NODE, layoutCell } from './cell.ts';

/** A recurrent cell drawn: whom each node reads, what it applies, and whose mean the new state is. */
export function Cell({ architecture }: { architecture: Recurrent }) {
  const { series } = usePlotColors();
  const { blocks, edges, width, height } = useMemo(() => layoutCell(architecture), [architecture]);
  const { parameters, flops } = networkShape(architecture);
  return (
    <Figure
      label="Network"
      summary={`${architecture.nodes.length} nodes, ${formatCount(parameters)} parameters, ${formatCount(flops)} FLOPs a word`}
      table={() => ({
        head: ['Node', 'Reads', 'Applies'],
        rows: architecture.nodes.map(({ previous, activation }, i) => [
          String(i + 1),
          previous === 0 ? 'word and state' : `node ${previous}`,
          activation,
        ]),
      })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section style={{ overflowX: 'auto' }} aria-label="The cell, drawn" tabIndex={0}>
        <svg
          className={classes.diagram}
          style={{ maxWidth: 'none' }}
          width={width + 2}
          height={height + 2}
          viewBox={`-1 -1 ${width + 2} ${height + 2}`}
          role="img"
          aria-label={`A recurrent cell of ${architecture.nodes.length} nodes; see the table for each`}
        >
          <defs>
            <marker id="cell-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8z" className={classes.wire} style={{ fill: 'currentcolor', stroke: 'none' }} />
            </marker>
          </defs>
          {edges.map(({ id, path }) => (
            <path key={id} d={path} className={classes.wire} markerEnd="url(#cell-arrow)" />
          ))}
          {blocks.map(({ id, label, note, x, y }) => (
            <g key={id} transform={`translate(${x} ${y})`}>
              <rect
                width={CELL_NODE.width}
                height={CELL_NODE.height}
                rx="4"
                className={classes.block}
                style={{ stroke: id === '0' || id === 'end' ? undefined : series[0] }}
              />
              <text x={CELL_NODE.width / 2} y={17} textAnchor="middle" fontWeight="600">
                {label}
              </text>
              <text x={CELL_NODE.width / 2} y={31} textAnchor="middle" className={classes.dimmed}>
                {note}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </Figure>
  );
}
