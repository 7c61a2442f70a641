import type { Activation } from '../../schema/networks/architecture.ts';
import { LONGEST_STATE } from '../models/language-model.ts';
import { bytesOf } from './channels-first.ts';
import type { Weights } from './layers.ts';
import { onnxFile, TYPES } from './onnx.ts';
import type { RecurrentModel } from './recurrent.ts';

const OPERATOR: Record<Activation, string> = { tanh: 'Tanh', ReLU: 'Relu', sigmoid: 'Sigmoid', identity: 'Identity' };

/** A language model as ONNX, for texts of any length: the cell is the body of a Scan over time. */
export function recurrentOnnx(model: RecurrentModel, metadata: Record<string, string>): Uint8Array {
  const { units, vocabulary, embedding, bias, word, nodes } = model;
  const tensors = [
    tensor('embedding', embedding),
    tensor('bias', bias),
    tensor('word', word),
    ...nodes.map(({ matrix }, i) => tensor(`node${i + 1}`, matrix)),
    tensor('shortest', { shape: [], values: Float32Array.of(LONGEST_STATE ** 2) }),
    tensor('longest', { shape: [], values: Float32Array.of(LONGEST_STATE) }),
    { name: 'axis', dims: [1], data_type: TYPES.int64, raw_data: new Uint8Array(BigInt64Array.of(1n).buffer) },
  ];
  const graph = [
    node('Gather', ['embedding', 'words'], ['embedded']),
    node('MatMul', ['embedded', 'word'], ['parts']),
    node(
      'Scan',
      ['state', 'parts'],
      ['last', 'states'],
      [
        { name: 'body', g: body(model), type: TYPES.graph },
        { name: 'num_scan_inputs', i: 1, type: TYPES.int },
      ],
    ),
    node('Transpose', ['embedding'], ['scoring']),
    node('MatMul', ['states', 'scoring'], ['scores']),
    node('Add', ['scores', 'bias'], ['logits']),
  ];
  return onnxFile(
    {
      name: 'language',
      node: graph,
      initializer: tensors,
      input: [value('words', TYPES.int64, ['length', 'batch']), value('state', TYPES.float, ['batch', units])],
      output: [value('logits', TYPES.float, ['length', 'batch', vocabulary]), value('last', TYPES.float, ['batch', units])],
    },
    metadata,
  );
}

/** One moment: state and a word's part to the new state, twice, to be carried and to be kept. Constants are those of the graph around it. */
function body({ units, nodes, ends }: RecurrentModel): object {
  const list = nodes.flatMap(({ reads, activation }, i) => {
    const read = reads === 0 ? 'before' : `h${reads}`;
    const own = (name: string) => `${name}_${i + 1}`;
    return [
      node('MatMul', [read, `node${i + 1}`], [own(i === 0 ? 'read' : 'product')]),
      ...(i === 0 ? [node('Add', [own('read'), 'part'], [own('product')])] : []),
      node('Split', [own('product')], [own('gate'), own('proposal')], [{ name: 'axis', i: 1, type: TYPES.int }]),
      node('Sigmoid', [own('gate')], [own('share')]),
      node(OPERATOR[activation], [own('proposal')], [own('new')]),
      node('Sub', [own('new'), read], [own('change')]),
      node('Mul', [own('share'), own('change')], [own('taken')]),
      node('Add', [read, own('taken')], [`h${i + 1}`]),
    ];
  });
  const bounded = [
    node(
      'Mean',
      ends.map((end) => `h${end}`),
      ['mean'],
    ),
    node('Mul', ['mean', 'mean'], ['squares']),
    node('ReduceSum', ['squares', 'axis'], ['sum'], [{ name: 'keepdims', i: 1, type: TYPES.int }]),
    node('Max', ['sum', 'shortest'], ['square']),
    node('Sqrt', ['square'], ['norm']),
    node('Div', ['longest', 'norm'], ['scale']),
    node('Mul', ['mean', 'scale'], ['after']),
    node('Identity', ['after'], ['kept']),
  ];
  const state = (name: string) => value(name, TYPES.float, ['batch', units]);
  return {
    name: 'cell',
    node: [...list, ...bounded],
    input: [state('before'), value('part', TYPES.float, ['batch', 2 * units])],
    output: [state('after'), state('kept')],
  };
}

const node = (op_type: string, input: string[], output: string[], attribute: object[] = []) => ({
  ...{ op_type, input, output, attribute },
  name: `${output[0]}_of_${op_type}`,
});

const tensor = (name: string, weights: Weights) => ({ name, dims: weights.shape, data_type: TYPES.float, raw_data: bytesOf(weights) });

function value(name: string, elem_type: number, sides: (string | number)[]): object {
  const dim = sides.map((side) => (typeof side === 'string' ? { dim_param: side } : { dim_value: side }));
  return { name, type: { tensor_type: { elem_type, shape: { dim } } } };
}
