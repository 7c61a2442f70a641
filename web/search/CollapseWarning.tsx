import { Alert, Anchor } from '@mantine/core';
import type { Changeable } from '../../schema/plans/change.ts';
import type { SearchPageQuery } from '../lib/operations.generated.ts';
import { percent } from '../plots/exploration.ts';
import { CHANGE_LABELS } from './changes.ts';

type Collapse = NonNullable<NonNullable<SearchPageQuery['search']>['collapse']>;

/** Of what helps, in this order, what the controller has. */
const REMEDIES = ['entropyWeight', 'epsilon', 'learningRate'] as const;

interface Props {
  collapse: Collapse;
  /** What can be changed of this search by who looks at it. */
  changeable: readonly Changeable[];
  onChange: (field: Changeable) => void;
}

/** That a controller settles on few networks, from when on, and what can be done about it. */
export function CollapseWarning({ collapse, changeable, onChange }: Props) {
  const remedy = REMEDIES.find((field) => changeable.includes(field));
  const { sign, number, value } = collapse;
  return (
    <Alert color="orange" variant="light" title="The controller begins to settle on few networks" role="status">
      {sign === 'REPEATS'
        ? `At candidate ${number} only ${percent(value)} of the last 50 networks that it drew were new. `
        : `At candidate ${number} its entropy was ${percent(value)} of what it began with. `}
      A higher entropy weight, a lower learning rate, or a longer epsilon schedule explores more
      {remedy ? '. ' : ', in a new search.'}
      {remedy && (
        <Anchor component="button" type="button" inherit underline="always" c="inherit" fw={600} onClick={() => onChange(remedy)}>
          Change the {CHANGE_LABELS[remedy].toLowerCase()}
        </Anchor>
      )}
    </Alert>
  );
}
