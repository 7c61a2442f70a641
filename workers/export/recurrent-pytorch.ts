import type { Activation } from '../../schema/networks/architecture.ts';
import { LONGEST_STATE } from '../models/language-model.ts';
import type { Weights } from './layers.ts';
import { RECURRENT_ARRAYS, type RecurrentModel } from './recurrent.ts';

const CODE: Record<Activation, (x: string) => string> = {
  tanh: (x) => `torch.tanh(${x})`,
  ReLU: (x) => `torch.relu(${x})`,
  sigmoid: (x) => `torch.sigmoid(${x})`,
  identity: (x) => x,
};

/** PyTorch source of a language model, for texts of any length; it needs nothing but torch, and safetensors to load the weights. */
export function recurrentSource({ units, vocabulary, nodes, ends }: RecurrentModel, about: string): string {
  const lines = about.split('\n').map((line) => line.replaceAll('\\', '\\\\').replaceAll('"""', "'''"));
  const cell = nodes.flatMap(({ reads, activation }, i) => {
    const read = reads === 0 ? 'state' : `h${reads}`;
    const product = `${read} @ self.node${i + 1}${i === 0 ? ' + part' : ''}`;
    return [
      `gate, proposal = (${product}).chunk(2, dim=1)`,
      `h${i + 1} = ${read} + torch.sigmoid(gate) * (${CODE[activation]('proposal')} - ${read})`,
    ];
  });
  const mean = ends.length === 1 ? `h${ends[0]}` : `(${ends.map((end) => `h${end}`).join(' + ')}) / ${ends.length}`;
  return `"""${lines.join('\n')}
"""

import torch
from torch import nn


class Language(nn.Module):
    """Given words: [length, batch], ${RECURRENT_ARRAYS.words};
    state: [batch, ${units}], ${RECURRENT_ARRAYS.state}.

    Gives logits: [length, batch, ${vocabulary}], ${RECURRENT_ARRAYS.logits};
    last: [batch, ${units}], ${RECURRENT_ARRAYS.last}.
    """

    def __init__(self):
        super().__init__()
        self.embedding = nn.Parameter(torch.zeros(${vocabulary}, ${units}))
        self.bias = nn.Parameter(torch.zeros(${vocabulary}))
        self.word = nn.Parameter(torch.zeros(${units}, ${2 * units}))
${nodes.map((_, i) => `        self.node${i + 1} = nn.Parameter(torch.zeros(${units}, ${2 * units}))`).join('\n')}

    def cell(self, part, state):
${cell.map((line) => `        ${line}`).join('\n')}
        mean = ${mean}
        # states have a longest norm
        return mean * (${LONGEST_STATE} / mean.norm(dim=1, keepdim=True).clamp(min=${LONGEST_STATE}))

    def forward(self, words, state):
        states = []
        for part in self.embedding[words] @ self.word:
            state = self.cell(part, state)
            states.append(state)
        return torch.stack(states) @ self.embedding.T + self.bias, state


class Network(nn.Module):
    """All models of the file, with the names of the weights."""

    def __init__(self):
        super().__init__()
        self.language = Language()


def load(path="model.safetensors"):
    """The trained network, ready to be used."""
    from safetensors.torch import load_file

    network = Network()
    network.load_state_dict(load_file(path))
    return network.eval()
`;
}

/** Weights by the names that they have in \`recurrentSource\`. */
export function recurrentWeights({ embedding, bias, word, nodes }: RecurrentModel): Map<string, Weights> {
  return new Map([
    ['language.embedding', embedding],
    ['language.bias', bias],
    ['language.word', word],
    ...nodes.map(({ matrix }, i): [string, Weights] => [`language.node${i + 1}`, matrix]),
  ]);
}
