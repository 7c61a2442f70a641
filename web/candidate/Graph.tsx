'use client';
import { useMemo } from 'react';
import type { GraphNetwork } from '../../schema/networks/graph-notation.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure } from '../plots/Figure.tsx';
import { formatCount } from '../plots/format.ts';
import classes from './candidate.module.css';
import { describeShape } from './diagram.ts';
import { GRAPH_NODE, type GraphDiagram, graphDiagrams } from './graph.ts';

/** A network of NAS or ENAS drawn: whom each layer or node reads; the table has every operation with its size. */
export function Graph({ architecture }: { architecture: GraphNetwork }) {
  const diagrams = useMemo(() => graphDiagrams(architecture), [architecture]);
  const { layers, parameters, flops } = useMemo(() => networkShape(architecture), [architecture]);
  return (
    <Figure
      label="Network"
      summary={`${formatCount(parameters)} parameters, ${formatCount(flops)} FLOPs an image`}
      table={() => ({
        head: ['Operation', 'Reads', 'Output', 'Parameters', 'FLOPs'],
        rows: layers.map(({ label, from, output, ...layer }) => [
          label,
          (from ?? []).map((row) => (row < 0 ? 'image' : layers[row]!.label)).join('; '),
          describeShape(output),
          layer.parameters.toLocaleString('en'),
          formatCount(layer.flops),
        ]),
      })}
    >
      {diagrams.map((diagram) => (
        <Drawing key={diagram.title} diagram={diagram} notation={printNotation(architecture)} />
      ))}
    </Figure>
  );
}

function Drawing({ diagram, notation }: { diagram: GraphDiagram; notation: string }) {
  const { series } = usePlotColors();
  const { title, blocks, edges, width, height } = diagram;
  const head = 20;
  return (
    <div style={{ overflowX: 'auto' }}>
      <svg
        className={classes.diagram}
        style={{ maxWidth: 'none' }}
        width={width + 2}
        height={height + head + 2}
        viewBox={`-1 ${-head - 1} ${width + 2} ${height + head + 2}`}
        role="img"
        aria-label={`${title} of ${notation}; see the table for each operation`}
      >
        <defs>
          <marker id="graph-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className={classes.wire} style={{ fill: 'currentcolor', stroke: 'none' }} />
          </marker>
        </defs>
        <text x={0} y={-6} className={classes.part}>
          {title}
        </text>
        {edges.map(({ id, path, skip }) => (
          <path key={id} d={path} className={classes.wire} strokeDasharray={skip ? '4 3' : undefined} markerEnd="url(#graph-arrow)" />
        ))}
        {blocks.map(({ id, label, note, reads, x, y }) => (
          <g key={id} transform={`translate(${x} ${y})`}>
            <title>{reads.length > 0 ? `${label}, ${note}, reads ${reads.join(', ')}` : `${label}, ${note}`}</title>
            <rect
              width={GRAPH_NODE.width}
              height={GRAPH_NODE.height}
              rx="4"
              className={classes.block}
              style={{ stroke: reads.length === 0 || id === 'end' ? undefined : series[0] }}
            />
            <text x={GRAPH_NODE.width / 2} y={17} textAnchor="middle" fontWeight="600">
              {label}
            </text>
            <text x={GRAPH_NODE.width / 2} y={31} textAnchor="middle" className={classes.dimmed}>
              {note}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
