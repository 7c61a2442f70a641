import type { Layer } from './architecture.ts';

/**
 * Adds MetaQNN's dropout layers to a chain without any: one after every second layer and after every fully connected one, the i-th of
 * n as `D(i,n)` with rate i / (2n). n follows the public program, which counts the classifier with the kind of layer before it; it may
 * be larger than the last i (thesis, table 4.4: `D(5,6), SM(10)`).
 */
export function insertDropout(layers: readonly Layer[]): Layer[] {
  const connected = layers.filter(
    (layer, i) => layer.type === 'fullyConnected' || (layer.type === 'softmax' && layers[i - 1]?.type === 'fullyConnected'),
  );
  const ending = layers.some((layer) => layer.type === 'globalAveragePool') ? 2 : 0;
  const of = Math.floor((layers.length - ending - connected.length) / 2) + connected.length;
  const result: Layer[] = [];
  let index = 1;
  for (const [i, layer] of layers.entries()) {
    result.push(layer);
    if (layer.type === 'globalAveragePool' || layer.type === 'softmax' || index > of) continue;
    if (i % 2 === 1 || layer.type === 'fullyConnected') result.push({ type: 'dropout', index: index++, of });
  }
  return result;
}
