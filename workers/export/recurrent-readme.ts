import { type ExportFormat, exportFormats } from '../../schema/exports.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import type { ExportSubject } from './export.ts';
import { RECURRENT_ARRAYS, type RecurrentModel } from './recurrent.ts';

const CODE: Partial<Record<ExportFormat, string>> = {
  PYTORCH: `import torch
import model

language = model.load("model.safetensors").language
logits, state = language(words, torch.zeros(words.shape[1], UNITS))`,
  ONNX: `import numpy, onnxruntime

session = onnxruntime.InferenceSession("language.onnx")
logits, state = session.run(None, {"words": words, "state": numpy.zeros((words.shape[1], UNITS), numpy.float32)})`,
};

/** What is in the zip of a recurrent cell, in words. */
export function recurrentReadme(
  { architecture, search, number, dataset }: ExportSubject,
  model: RecurrentModel,
  format: ExportFormat,
): string {
  const { title, holds, reads } = exportFormats[format];
  const { units, vocabulary } = model;
  return `# ${search}, candidate ${number}

\`${printNotation(architecture)}\`: a language model of ${units} units over ${vocabulary} words, trained on ${dataset}.

Format: ${title}, ${holds}. Read it with ${reads}. Weights are 32-bit floats. Texts have any length, batches any size.

## language

- input \`words\` [length, batch], 64-bit integers: ${RECURRENT_ARRAYS.words}
- input \`state\` [batch, ${units}]: ${RECURRENT_ARRAYS.state}
- output \`logits\` [length, batch, ${vocabulary}]: ${RECURRENT_ARRAYS.logits}
- output \`last\` [batch, ${units}]: ${RECURRENT_ARRAYS.last}

## How to load

\`\`\`python
${CODE[format]!.replaceAll('UNITS', String(units))}
\`\`\`
`;
}
