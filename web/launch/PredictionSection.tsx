import { useLaunchForm } from './context.ts';
import { CheckField, ChoiceField, Fields, NumberField, Section } from './fields.tsx';
import { PREDICTION_NUMBERS, REGRESSOR_CHOICES } from './prediction.ts';

/** Whether candidates are stopped early by their predicted reward, and how. */
export function PredictionSection() {
  const { on } = useLaunchForm().values.plan.prediction;
  return (
    <Section title="Early stop" id="launch-prediction">
      <Fields>
        <CheckField path="plan.prediction.on" label="Stop candidates by prediction" doc="plan.prediction" />
        {on && (
          <>
            <ChoiceField path="plan.prediction.regressor" label="Predicted by" doc="prediction.regressor" choices={REGRESSOR_CHOICES} />
            {PREDICTION_NUMBERS.map(({ field, ...shared }) => (
              <NumberField key={field} path={`plan.prediction.${field}`} doc={`prediction.${field}`} {...shared} />
            ))}
          </>
        )}
      </Fields>
    </Section>
  );
}
