'use client';
import { CheckField, NumberField, TextField } from './fields.tsx';

/* Limits of the spaces of NAS and ENAS. */

export function NasFields() {
  return (
    <>
      <TextField path="limits.heights" label="Kernel heights" doc="nas.heights" more="Pixels." mono />
      <TextField path="limits.widths" label="Kernel widths" doc="nas.widths" more="Pixels." mono />
      <TextField path="limits.filters" label="Filters" doc="nas.filters" mono />
      <TextField path="limits.strides" label="Strides" doc="nas.strides" mono />
      <NumberField path="limits.minLayers" label="Layers at least" doc="nas.minLayers" />
      <NumberField path="limits.maxLayers" label="Layers at most" doc="nas.maxLayers" />
      <CheckField path="limits.skips" label="Skip connections" doc="nas.skips" />
    </>
  );
}

export function MacroFields() {
  return (
    <>
      <NumberField path="limits.layers" label="Layers" doc="macro.layers" />
      <TextField path="limits.filters" label="Filters" doc="macro.filters" mono />
    </>
  );
}

export function MicroFields() {
  return (
    <>
      <NumberField path="limits.nodes" label="Nodes" doc="micro.nodes" />
      <NumberField path="limits.repetitions" label="Normal cells of each size" doc="micro.repetitions" />
      <TextField path="limits.filters" label="Filters" doc="micro.filters" mono />
    </>
  );
}
