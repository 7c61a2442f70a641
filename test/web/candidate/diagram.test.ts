import { describe, expect, it } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { describeShape, layoutDiagram, NODE } from '../../../web/candidate/diagram.ts';

const input = { height: 28, width: 28, channels: 1 };
/** Chapter 9's autoencoder. */
const vae = parseNotation('C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)', {
  input,
  padding: 'valid',
});
const chain = parseNotation('C(16,5,1), P(2,2), C(32,3,1), P(2,2), FC(64), SM(10)', { input, padding: 'same' });

describe('the network as a picture', () => {
  it('never lets two blocks overlap or leave its bounds, at any width', () => {
    for (const network of [vae, chain])
      for (const width of [NODE.width, 340, 800, 1600]) {
        const { nodes, width: w, height: h } = layoutDiagram(network, width);
        expect(w).toBeLessThanOrEqual(width);
        for (const [i, a] of nodes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.y + NODE.height).toBeLessThanOrEqual(h);
          for (const b of nodes.slice(i + 1)) expect(Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height).toBe(true);
        }
      }
  });

  it('links a chain from the image to the classifier', () => {
    const { nodes, edges } = layoutDiagram(chain, 800);
    expect(nodes.map((node) => node.label)).toEqual(['input', 'C(16,5,1)', 'P(2,2)', 'C(32,3,1)', 'P(2,2)', 'FC(64)', 'SM(10)']);
    expect(edges).toHaveLength(6);
  });

  it('lets mean and log-variance both read the encoder, and the decoder both of them', () => {
    const { nodes, edges, headings } = layoutDiagram(vae, 1200);
    expect(headings.map((heading) => heading.text)).toEqual(['Encoder', 'Latent', 'Decoder']);
    const id = (label: string) => nodes.find((node) => node.label.startsWith(label))!.id;
    const ids = edges.map((edge) => edge.id);
    for (const branch of ['mean', 'log-variance']) {
      expect(ids).toContain(`${id('C(512,2,2)')}-${id(branch)}`);
      expect(ids).toContain(`${id(branch)}-${id('FC')}`);
    }
    expect(ids).not.toContain(`${id('mean')}-${id('log-variance')}`);
    expect(edges).toHaveLength(nodes.length);
  });

  it('shows the sizes of chapter 9: 28, 12, 5, 2, 1 and back by 8, 16, 34 to 28', () => {
    const { nodes } = layoutDiagram(vae, 1200);
    expect(nodes.filter((node) => node.part !== 'LATENT').map((node) => node.shape.height)).toEqual([28, 12, 5, 2, 1, 1, 8, 16, 34, 28]);
    expect(nodes.find((node) => node.label === 'mean')).toMatchObject({ parameters: 512 * 5 + 5, shape: { channels: 5 } });
    expect(describeShape(nodes[1]!.shape)).toBe('12 × 12 × 64');
    expect(describeShape(nodes.find((node) => node.label === 'mean')!.shape)).toBe('5');
  });
});
