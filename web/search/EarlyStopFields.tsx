import { Checkbox, Fieldset, NumberInput, Select, SimpleGrid } from '@mantine/core';
import type { Docs } from '../launch/docs.ts';
import { FIELD_ORDER, unticked } from '../launch/fields.tsx';
import { PREDICTION_NUMBERS, type PredictionValues, REGRESSOR_CHOICES } from '../launch/prediction.ts';

interface Props {
  values: PredictionValues;
  docs: Docs;
  /** Begins with the keyboard. */
  first: boolean;
  /** What is wrong at `prediction` or `prediction.share`. */
  problemAt: (path: string) => string | undefined;
  onChange: (values: PredictionValues) => void;
}

/** Whether candidates are stopped early by their predicted reward from now on, and how. */
export function EarlyStopFields({ values, docs, first, problemAt, onChange }: Props) {
  return (
    <Fieldset legend="Early stop" p="xs">
      <Checkbox
        label="Stop candidates by prediction"
        description={unticked(docs.get('change.prediction') ?? '')}
        error={problemAt('prediction')}
        data-autofocus={first || undefined}
        checked={values.on}
        onChange={(event) => onChange({ ...values, on: event.currentTarget.checked })}
      />
      {values.on && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm" mt="sm">
          <Select
            label="Predicted by"
            data={REGRESSOR_CHOICES.map(({ value, label }) => ({ value, label }))}
            allowDeselect={false}
            inputWrapperOrder={FIELD_ORDER}
            description={docs.get(`regressor.${values.regressor}`)}
            value={values.regressor}
            onChange={(regressor) => regressor && onChange({ ...values, regressor: regressor as PredictionValues['regressor'] })}
          />
          {PREDICTION_NUMBERS.map(({ field, label, decimal }) => (
            <NumberInput
              key={field}
              label={label}
              inputWrapperOrder={FIELD_ORDER}
              description={docs.get(`prediction.${field}`)}
              error={problemAt(`prediction.${field}`)}
              allowDecimal={decimal}
              hideControls
              clampBehavior="none"
              inputMode={decimal ? 'decimal' : 'numeric'}
              value={values[field]}
              onChange={(value) => onChange({ ...values, [field]: value })}
            />
          ))}
        </SimpleGrid>
      )}
    </Fieldset>
  );
}
