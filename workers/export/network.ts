import {
  type Architecture,
  type Chain,
  type Convolution,
  type ImageShape,
  mirror,
  type Variational,
} from '../../schema/networks/architecture.ts';
import { decoderGeometry } from '../../schema/networks/decoder-geometry.ts';
import type { GraphNetwork } from '../../schema/networks/graph-notation.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { graphLayers } from './graph.ts';
import type { ExportLayer, ExportModel } from './layers.ts';
import { mapOf } from './layers.ts';
import { Row, type WeightsOf } from './row.ts';

export type ClassScores = 'softmax' | 'sigmoid';

/**
 * The models that a trained network consists of, with probabilities at the end in place of the logits that are trained.
 *
 * @param scores softmax for one class an image, sigmoid for several
 * @throws Error when the weights are not those of the architecture
 */
export function exportModels(architecture: Architecture, weights: WeightsOf, scores: ClassScores = 'softmax'): ExportModel[] {
  networkShape(architecture); // refuses what does not fit
  switch (architecture.family) {
    case 'chain':
      return [classifier(architecture, weights, scores)];
    case 'variational':
      return [posterior(architecture, weights), decoder('decoder', architecture, weights)];
    case 'autoencoder':
      return autoencoder(architecture.encoder, architecture.input, weights);
    case 'generator':
      return [decoder('generator', architecture, weights)];
    case 'recurrent':
      throw new Error('a recurrent cell has no layers: recurrent.ts writes it');
    case 'dag':
    case 'macro':
    case 'cell':
      return [graphClassifier(architecture, weights, scores)];
  }
}

const images = (shape: ImageShape) => ({
  name: 'images',
  shape: mapOf(shape),
  meaning: 'pixels from 0 to 1: the 8-bit values divided by 255',
});

function classifier(chain: Chain, weights: WeightsOf, scores: ClassScores): ExportModel {
  const row = new Row(mapOf(chain.input), weights);
  for (const [i, layer] of chain.layers.entries()) {
    const name = `${i + 1}.${layer.type}`;
    switch (layer.type) {
      case 'convolution':
        row.convolution(name, layer, chain.padding, 'relu');
        break;
      case 'pool':
        row.maxPool(layer.size, layer.stride);
        break;
      case 'globalAveragePool':
        row.convolution(name, { filters: layer.units, kernel: 1, stride: 1 }, 'valid', 'linear').globalAverage();
        break;
      case 'spatialPyramidPool':
        row.pyramid(layer.levels);
        break;
      case 'fullyConnected':
        row.flatten().dense(name, layer.units, 'relu');
        break;
      case 'dropout':
        row.dropout(layer.index / (2 * layer.of));
        break;
      case 'softmax':
        // After GAP there is one number a class already.
        if (!isScores(chain, i)) row.flatten().dense(name, layer.classes, 'linear');
        row.probabilities(scores);
    }
  }
  return { name: 'classifier', input: images(chain.input), layers: row.layers, outputs: [probabilities(scores)] };
}

function graphClassifier(network: GraphNetwork, weights: WeightsOf, scores: ClassScores): ExportModel {
  const input = images(network.input);
  const layers = graphLayers(network, input.name, weights);
  const { name, output } = layers.at(-1)!;
  layers.push({ name: 'class_probabilities', input: output, output, from: [name], kind: scores });
  return { name: 'classifier', input, layers, outputs: [probabilities(scores)] };
}

const probabilities = (scores: ClassScores) => ({
  name: 'probabilities',
  layers: [],
  meaning: scores === 'softmax' ? 'probability of each class; the sum is 1' : 'probability of each class, each for itself',
});

function isScores({ layers }: Chain, i: number): boolean {
  const [layer, previous] = [layers[i]!, layers[i - 1]];
  return layer.type === 'softmax' && previous?.type === 'globalAveragePool' && previous.units === layer.classes;
}

function encode(encoder: readonly Convolution[], input: ImageShape, weights: WeightsOf): Row {
  const row = new Row(mapOf(input), weights);
  for (const [i, layer] of encoder.entries()) row.convolution(`encoder.${i + 1}`, layer, 'valid', 'relu');
  return row;
}

function posterior({ encoder, input, latent }: Variational, weights: WeightsOf): ExportModel {
  const row = encode(encoder, input, weights).flatten();
  const head = (parameter: string): ExportLayer[] => new Row(row.shape, weights).dense(parameter, latent, 'linear').layers;
  const outputs = [
    { name: 'mean', layers: head('mean'), meaning: 'means of the latent Gaussian' },
    { name: 'log_variance', layers: head('logVariance'), meaning: 'natural logarithms of its variances' },
  ];
  return { name: 'encoder', input: images(input), layers: row.layers, outputs };
}

const reconstruction = { name: 'images', layers: [], meaning: 'pixels from 0 to 1' };

function decoder(
  name: string,
  { decoder: layers, latent, input }: { decoder: Convolution[]; latent: number; input: ImageShape },
  weights: WeightsOf,
): ExportModel {
  const { start, startFilters, filters, crop } = decoderGeometry(layers, input);
  const row = new Row([latent], weights);
  row.dense('decoder.start', start * start * startFilters, 'relu').reshape([start, start, startFilters]);
  for (const [i, { kernel, stride }] of layers.entries())
    row.transposed(`decoder.${i + 1}`, { filters: filters[i]!, kernel, stride }, i === layers.length - 1 ? 'linear' : 'relu');
  row.crop(crop.top, crop.left, input.height, input.width).probabilities('sigmoid');
  const meaning = 'a latent vector; a standard normal one gives a new image';
  return { name, input: { name: 'latents', shape: [latent], meaning }, layers: row.layers, outputs: [reconstruction] };
}

/** An encoder to its last map, and the decoder that undoes it layer by layer. */
function autoencoder(encoder: readonly Convolution[], input: ImageShape, weights: WeightsOf): ExportModel[] {
  const forward = encode(encoder, input, weights);
  const maps = [mapOf(input), ...forward.layers.map(({ output }) => output)];
  const back = new Row(forward.shape, weights);
  for (const [i, { kernel, stride }] of mirror(encoder).entries()) {
    const [height, width, channels] = maps[encoder.length - i - 1] as [number, number, number];
    const activation = i === encoder.length - 1 ? 'linear' : 'relu';
    back.transposed(`decoder.${i + 1}`, { filters: channels, kernel, stride }, activation, { height, width });
  }
  back.probabilities('sigmoid');
  const features = { name: 'features', shape: forward.shape, meaning: 'the last map of the encoder' };
  return [
    { name: 'encoder', input: images(input), layers: forward.layers, outputs: [{ ...features, layers: [] }] },
    { name: 'decoder', input: features, layers: back.layers, outputs: [reconstruction] },
  ];
}
