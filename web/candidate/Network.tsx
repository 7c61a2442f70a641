'use client';
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Architecture } from '../../schema/networks/architecture.ts';
import { isGraph } from '../../schema/networks/graph-notation.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure } from '../plots/Figure.tsx';
import { formatCount } from '../plots/format.ts';
import { Cell } from './Cell.tsx';
import classes from './candidate.module.css';
import { type Diagram, type DiagramNode, describeShape, layoutDiagram, NODE } from './diagram.ts';
import { Graph } from './Graph.tsx';

/** The network drawn: its cell where it is recurrent, or each layer as a block with the feature map it makes, its size and its parameters. */
export function Network({ architecture }: { architecture: Architecture }) {
  if (isGraph(architecture)) return <Graph architecture={architecture} />;
  return architecture.family === 'recurrent' ? <Cell architecture={architecture} /> : <Layers architecture={architecture} />;
}

function Layers({ architecture }: { architecture: Architecture }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const diagram = useMemo(() => attempt(architecture, width || 900), [architecture, width]);
  return (
    <div ref={ref}>
      {'problem' in diagram ? (
        <Text size="sm">This network cannot be drawn: {diagram.problem}</Text>
      ) : (
        <Figure
          label="Network"
          summary={`${formatCount(diagram.parameters)} parameters, ${formatCount(diagram.flops)} FLOPs an image`}
          table={() => ({
            head: ['Layer', 'Part', 'Output', 'Parameters', 'FLOPs'],
            rows: diagram.nodes.map((node, i) => [
              `${i}. ${node.label}`,
              node.part.toLowerCase(),
              describeShape(node.shape),
              node.parameters.toLocaleString('en'),
              formatCount(node.flops),
            ]),
          })}
        >
          <Drawing diagram={diagram} />
        </Figure>
      )}
    </div>
  );
}

function attempt(architecture: Architecture, width: number): Diagram | { problem: string } {
  try {
    return layoutDiagram(architecture, width);
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function Drawing({ diagram }: { diagram: Diagram }) {
  const { series } = usePlotColors();
  const tone = (node: DiagramNode) => series[toneOf(node)];
  return (
    <svg
      className={classes.diagram}
      width={diagram.width + 2}
      height={diagram.height + 2}
      viewBox={`-1 -1 ${diagram.width + 2} ${diagram.height + 2}`}
      role="img"
      aria-label={`${diagram.nodes.length - 1} layers; see the table for each`}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8z" className={classes.wire} style={{ fill: 'currentcolor', stroke: 'none' }} />
        </marker>
      </defs>
      {diagram.edges.map((edge) => (
        <path key={edge.id} d={edge.path} className={classes.wire} markerEnd="url(#arrow)" />
      ))}
      {diagram.headings.map((heading) => (
        <text key={heading.part} x={heading.x} y={heading.y} className={classes.part}>
          {heading.text}
        </text>
      ))}
      {diagram.nodes.map((node) => (
        <Block key={node.id} node={node} color={tone(node)} />
      ))}
    </svg>
  );
}

/** A slab as high as its feature map is large and as thick as it has channels, both on a logarithmic scale; words below. */
function Block({ node, color }: { node: DiagramNode; color: string }) {
  const lean = Math.min(10, node.side / 3);
  const left = (NODE.width - node.depth - lean) / 2;
  const top = 6 + (40 - node.side) / 2 + lean / 2;
  const [w, h] = [node.depth, node.side];
  return (
    <g transform={`translate(${node.x} ${node.y})`}>
      <title>{`${node.label}: ${describeShape(node.shape)}, ${node.parameters.toLocaleString('en')} parameters, ${formatCount(node.flops)} FLOPs`}</title>
      <rect width={NODE.width} height={NODE.height} rx="4" className={classes.block} />
      <g transform={`translate(${left} ${top})`} stroke={color} strokeWidth="1">
        <path d={`M0 0l${lean} ${-lean}h${w}l${-lean} ${lean}z`} fill={color} fillOpacity="0.25" />
        <path d={`M${w} 0l${lean} ${-lean}v${h}l${-lean} ${lean}z`} fill={color} fillOpacity="0.4" />
        <rect width={w} height={h} fill={color} fillOpacity="0.7" />
      </g>
      <text x={NODE.width / 2} y={64} textAnchor="middle" fontWeight="600">
        {node.label.replace(/ to .*/, '')}
      </text>
      <text x={NODE.width / 2} y={77} textAnchor="middle" className={classes.dimmed}>
        {describeShape(node.shape)}
      </text>
      <text x={NODE.width / 2} y={90} textAnchor="middle" className={classes.dimmed}>
        {node.parameters > 0 ? `${formatCount(node.parameters)} par.` : ''}
      </text>
    </g>
  );
}

/** Colour by what a layer does: convolution, dense, pooling and shapes only, classifier or latent. */
function toneOf({ part, label }: DiagramNode): 0 | 1 | 2 | 4 {
  if (part === 'LATENT' || label.startsWith('SM')) return 4;
  if (label.startsWith('C(')) return 0;
  if (label.startsWith('FC') || label.startsWith('GAP')) return 1;
  return 2;
}
