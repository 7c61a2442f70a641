import { convolutionKernel, denseWeights, transpose, transposedKernel } from './channels-first.ts';
import { allLayers, type ExportLayer, type ExportModel, type Weights } from './layers.ts';

/**
 * PyTorch source that needs nothing but torch: a class a model, for images as [batch, channels, height, width]. Loading the weights needs the
 * package safetensors.
 */
export function pytorchSource(models: readonly ExportModel[], about: string): string {
  const kinds = new Set(models.flatMap((model) => allLayers(model).map(({ kind }) => kind)));
  const helpers = [
    ...(kinds.has('crop') ? [CROP] : []),
    ...(kinds.has('pyramid') ? [PYRAMID] : []),
    ...(kinds.has('samePool') ? [SAME_POOL] : []),
  ];
  const lines = about.split('\n').map((line) => line.replaceAll('\\', '\\\\').replaceAll('"""', "'''"));
  const head = `"""${lines.join('\n')}\n"""\n\nimport torch\nfrom torch import nn\n`;
  return `${[head, ...helpers, ...models.map(modelClass), LOAD(models)].join('\n\n')}`;
}

/** Weights by the names that the modules have in `pytorchSource`, `<model>.<layer>.weight` and `.bias`. */
export function pytorchWeights(models: readonly ExportModel[]): Map<string, Weights> {
  const arrays = new Map<string, Weights>();
  const add = (path: string, layers: readonly ExportLayer[], previous?: ExportLayer) => {
    for (const [i, layer] of layers.entries()) {
      const found = weightsOf(layer, layers[i - 1] ?? previous, layers[i + 1]);
      if (!found) continue;
      arrays.set(`${path}.${layer.name}.weight`, found.weight);
      if (found.bias) arrays.set(`${path}.${layer.name}.bias`, found.bias);
    }
  };
  for (const model of models) {
    add(`${model.name}.layers`, model.layers);
    for (const { name, layers } of model.outputs) add(`${model.name}.${name}`, layers, model.layers.at(-1));
  }
  return arrays;
}

function weightsOf(
  layer: ExportLayer,
  before: ExportLayer | undefined,
  after: ExportLayer | undefined,
): { weight: Weights; bias?: Weights } | null {
  switch (layer.kind) {
    case 'convolution':
      return { weight: convolutionKernel(layer.kernel), bias: layer.bias };
    case 'transposedConvolution':
      return { weight: transposedKernel(layer.kernel), bias: layer.bias };
    case 'depthwise':
      return { weight: transpose(layer.kernel, [2, 3, 0, 1]) };
    case 'dense': {
      const { matrix, bias } = denseWeights(layer, before, after);
      return { weight: matrix, bias };
    }
    default:
      return null;
  }
}

const className = (model: ExportModel) => model.name[0]!.toUpperCase() + model.name.slice(1);

function modelClass(model: ExportModel): string {
  const { input, outputs } = model;
  const heads = outputs.filter(({ layers }) => layers.length > 0);
  const given = `${input.name}: [batch, ${firstly(input.shape).join(', ')}], ${input.meaning}`;
  const gives = outputs.map(({ name, layers, meaning }) => {
    const shape = layers.at(-1)?.output ?? model.layers.at(-1)!.output;
    return `${name}: [batch, ${firstly(shape).join(', ')}], ${meaning}`;
  });
  const result = outputs.map(({ name, layers }) => (layers.length > 0 ? `self.${name}(x)` : 'x')).join(', ');
  return `class ${className(model)}(nn.Module):
    """Given ${given}.

    Gives ${gives.join(';\n    ')}.
    """

    def __init__(self):
        super().__init__()
${[sequential('layers', model.layers), ...heads.map(({ name, layers }) => sequential(name, layers))].join('\n')}

    def forward(self, ${input.name}):
${forward(model)}
        return ${result}
`;
}

/** Layers in a row are called at once; those with names of whom they read one by one. */
function forward({ input, layers }: ExportModel): string {
  if (layers.every(({ from }) => from === undefined)) return `        x = self.layers(${input.name})`;
  const lines = layers.map((layer, i) => {
    const reads = layer.from ?? [layers[i - 1]?.name ?? input.name];
    if (layer.kind === 'join') return `        ${layer.name} = torch.cat([${reads.join(', ')}], dim=1)`;
    if (layer.kind === 'sum') return `        ${layer.name} = ${reads.join(' + ')}`;
    const called = moduleOf(layer).reduce((given, [key]) => `self.layers.${key}(${given})`, reads[0]!);
    return `        ${layer.name} = ${called}`;
  });
  return [...lines, `        x = ${layers.at(-1)!.name}`].join('\n');
}

/** A shape of one image with its channels first. */
const firstly = (shape: readonly number[]) => (shape.length === 3 ? [shape[2]!, shape[0]!, shape[1]!] : shape);

function sequential(name: string, layers: readonly ExportLayer[]): string {
  const modules = layers.flatMap((layer) => moduleOf(layer).map(([key, code]) => `        self.${name}.add_module("${key}", ${code})`));
  return [`        self.${name} = nn.Sequential()`, ...modules].join('\n');
}

/** Name and code of the modules of a layer. */
function moduleOf(layer: ExportLayer): [string, string][] {
  const { name } = layer;
  const relu: [string, string][] = 'activation' in layer && layer.activation === 'relu' ? [[`${name}_relu`, 'nn.ReLU()']] : [];
  switch (layer.kind) {
    case 'convolution': {
      const [height, width, from, filters] = layer.kernel.shape;
      const { top, bottom, left, right } = layer.pads;
      const even = top === bottom && left === right;
      const padding = even && (top > 0 || left > 0) ? `, padding=(${top}, ${left})` : '';
      const zeros: [string, string][] = even ? [] : [[`${name}_zeros`, `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))`]];
      return [...zeros, [name, `nn.Conv2d(${from}, ${filters}, (${height}, ${width}), stride=${layer.stride}${padding})`], ...relu];
    }
    case 'transposedConvolution': {
      const [height, width, filters, from] = layer.kernel.shape;
      return [[name, `nn.ConvTranspose2d(${from}, ${filters}, (${height}, ${width}), stride=${layer.stride})`], ...relu];
    }
    case 'dense':
      return [[name, `nn.Linear(${layer.kernel.shape.join(', ')})`], ...relu];
    case 'maxPool':
      return [[name, `nn.MaxPool2d(${layer.size}, stride=${layer.stride})`]];
    case 'depthwise': {
      const [height, width, channels] = layer.kernel.shape;
      const { top, bottom, left, right } = layer.pads;
      return [
        [`${name}_zeros`, `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))`],
        [name, `nn.Conv2d(${channels}, ${channels}, (${height}, ${width}), stride=${layer.stride}, groups=${channels}, bias=False)`],
      ];
    }
    case 'samePool': {
      const { top, bottom, left, right } = layer.pads;
      return [[name, `SamePool("${layer.of}", ${layer.size}, ${layer.stride}, (${left}, ${right}, ${top}, ${bottom}))`]];
    }
    case 'zeros': {
      const { top, bottom, left, right } = layer.sides;
      return [[name, `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))`]];
    }
    case 'join':
    case 'sum':
      return [];
    case 'globalAverage':
      return [
        [name, 'nn.AdaptiveAvgPool2d(1)'],
        [`${name}_flatten`, 'nn.Flatten()'],
      ];
    case 'pyramid':
      return [[name, `SpatialPyramidPool(${layer.levels})`]];
    case 'flatten':
      return [[name, 'nn.Flatten()']];
    case 'reshape':
      return [[name, `nn.Unflatten(1, (${firstly(layer.output).join(', ')}))`]];
    case 'crop': {
      const { top, left } = layer.sides;
      return [[name, `Crop(${top}, ${left}, ${layer.output[0]}, ${layer.output[1]})`]];
    }
    case 'dropout':
      return [[name, `nn.Dropout(${layer.rate})`]];
    case 'softmax':
      return [[name, 'nn.Softmax(dim=1)']];
    case 'sigmoid':
      return [[name, 'nn.Sigmoid()']];
  }
}

const CROP = `class Crop(nn.Module):
    """The part of a map that begins at a row and a column."""

    def __init__(self, top, left, height, width):
        super().__init__()
        self.rows = slice(top, top + height)
        self.columns = slice(left, left + width)

    def forward(self, x):
        return x[:, :, self.rows, self.columns]
`;

const PYRAMID = `class SpatialPyramidPool(nn.Module):
    """The largest values of 1, 4, 16, ... parts of a map of any size, part by part (He et al. 2014)."""

    def __init__(self, levels):
        super().__init__()
        self.pools = nn.ModuleList(nn.AdaptiveMaxPool2d(2**level) for level in range(levels))

    def forward(self, x):
        return torch.cat([pool(x).permute(0, 2, 3, 1).flatten(1) for pool in self.pools], dim=1)
`;

const SAME_POOL = `class SamePool(nn.Module):
    """Maximum or mean of what lies inside of a map; padding is (left, right, top, bottom)."""

    def __init__(self, of, size, stride, padding):
        super().__init__()
        self.of, self.size, self.stride, self.padding = of, size, stride, padding

    def forward(self, x):
        pad = nn.functional.pad
        if self.of == "max":
            return nn.functional.max_pool2d(pad(x, self.padding, value=float("-inf")), self.size, self.stride)
        inside = torch.ones_like(x[:1, :1])
        mean = nn.functional.avg_pool2d
        return mean(pad(x, self.padding), self.size, self.stride) / mean(pad(inside, self.padding), self.size, self.stride)
`;

const LOAD = (models: readonly ExportModel[]) => `class Network(nn.Module):
    """All models of the file, with the names of the weights."""

    def __init__(self):
        super().__init__()
${models.map((model) => `        self.${model.name} = ${className(model)}()`).join('\n')}


def load(path="model.safetensors"):
    """The trained network, ready to be used."""
    from safetensors.torch import load_file

    network = Network()
    network.load_state_dict(load_file(path))
    return network.eval()
`;
