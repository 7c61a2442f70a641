import { useLaunchForm } from './context.ts';
import { CheckField, ChoiceField, Fields, NumberField, Section } from './fields.tsx';

/** Whether candidates are stopped early by their predicted reward, and how. */
export function PredictionSection() {
  const { on } = useLaunchForm().values.plan.prediction;
  return (
    <Section title="Early stop" id="launch-prediction">
      <Fields>
        <CheckField path="plan.prediction.on" label="Stop candidates by prediction" doc="plan.prediction" />
        {on && (
          <>
            <ChoiceField
              path="plan.prediction.regressor"
              label="Predicted by"
              doc="prediction.regressor"
              choices={[
                { value: 'SVR', label: 'Support vectors', doc: 'regressor.SVR' },
                { value: 'FOREST', label: 'Random forest', doc: 'regressor.FOREST' },
                { value: 'OLS', label: 'Least squares', doc: 'regressor.OLS' },
              ]}
            />
            <NumberField path="plan.prediction.share" label="Share of the epochs" doc="prediction.share" decimal />
            <NumberField path="plan.prediction.limit" label="Least chance" doc="prediction.limit" decimal />
            <NumberField path="plan.prediction.minimum" label="Trained in full first" doc="prediction.minimum" />
            <NumberField path="plan.prediction.fullEvery" label="In full, one in" doc="prediction.fullEvery" />
          </>
        )}
      </Fields>
    </Section>
  );
}
