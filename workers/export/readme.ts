import { type ExportFormat, exportFormats } from '../../schema/exports.ts';
import { isGraph } from '../../schema/networks/graph-notation.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import type { ExportSubject } from './export.ts';
import type { ExportModel } from './layers.ts';

/** What is in the zip, in words: where it comes from, what goes in and comes out, and how it is loaded. */
export function readme(subject: ExportSubject, models: readonly ExportModel[], format: ExportFormat): string {
  const { title, holds, layout, reads } = exportFormats[format];
  const { height, width, channels } = subject.architecture.input;
  return `# ${subject.search}, candidate ${subject.number}

\`${printNotation(subject.architecture)}\`, trained on ${subject.dataset}: images of ${height} x ${width} pixels, ${channels === 1 ? 'grey' : `${channels} channels`}.

Format: ${title}, ${models.length === 1 ? holds : `${holds}${format === 'PYTORCH' ? '' : ' for each model'}`}. Read it with ${reads}. Weights are 32-bit floats.

## Models

Arrays are ${layout === 'channels last' ? '[batch, height, width, channels]' : '[batch, channels, height, width]'}; a batch has any size.

${models.map((model) => describe(model, layout === 'channels first')).join('\n\n')}
${classNames(subject)}
## How to load

\`\`\`${LANGUAGE[format]}
${CODE[format](models)}
\`\`\`
`;
}

function describe({ name, input, layers, outputs }: ExportModel, first: boolean): string {
  const shape = (sides: readonly number[]) =>
    `[batch, ${(first && sides.length === 3 ? [sides[2], sides[0], sides[1]] : sides).join(', ')}]`;
  const lines = outputs.map((output) => {
    const given = output.layers.at(-1)?.output ?? layers.at(-1)!.output;
    return `- output \`${output.name}\` ${shape(given)}: ${output.meaning}`;
  });
  return [`### ${name}`, '', `- input \`${input.name}\` ${shape(input.shape)}: ${input.meaning}`, ...lines].join('\n');
}

function classNames({ architecture, classes }: ExportSubject): string {
  if (architecture.family !== 'chain' && !isGraph(architecture)) return '';
  return `\n## Classes\n\nIn the order of the outputs, from 0: ${classes.map((name) => JSON.stringify(name)).join(', ')}\n`;
}

const LANGUAGE: Record<ExportFormat, string> = { TFJS: 'js', KERAS: 'python', KERAS_H5: 'python', PYTORCH: 'python', ONNX: 'python' };

const CODE: Record<ExportFormat, (models: readonly ExportModel[]) => string> = {
  TFJS: (models) => models.map(({ name }) => `const ${name} = await tf.loadLayersModel('${name}/model.json');`).join('\n'),
  KERAS: (models) => `import keras\n\n${models.map(({ name }) => `${name} = keras.models.load_model("${name}.keras")`).join('\n')}`,
  KERAS_H5: (models) =>
    `import keras\n\n${models.map(({ name }) => `${name} = keras.models.load_model("${name}.h5", compile=False)`).join('\n')}`,
  PYTORCH: (models) =>
    `import model\n\nnetwork = model.load("model.safetensors")  # ${models.map(({ name }) => `network.${name}`).join(', ')}`,
  ONNX: (models) =>
    `import onnxruntime\n\n${models
      .map(
        ({ name, input }) =>
          `${name} = onnxruntime.InferenceSession("${name}.onnx")  # ${name}.run(None, {"${input.name}": ${input.name}})`,
      )
      .join('\n')}`,
};
