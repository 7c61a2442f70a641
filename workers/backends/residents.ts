import type { Resident, ResidentArray } from './backend.ts';

/**
 * Makes a resident array of what a caller wants kept.
 * @throws RangeError when the numbers do not fill whole rows, TypeError for UNIT of anything but bytes
 */
export function resident({ values, shape, as }: ResidentArray, dispose: () => void): Resident {
  const size = shape.reduce((product, length) => product * length, 1);
  if (!(size > 0) || values.length === 0 || values.length % size !== 0)
    throw new RangeError(`values: ${values.length} numbers; they must fill whole rows of shape [${shape}], at least one`);
  if (as === 'UNIT' && !(values instanceof Uint8Array)) throw new TypeError('as: UNIT; it takes bytes, a Uint8Array');
  return { values, shape, as, rows: values.length / size, dispose };
}

/** @throws RangeError naming the first row number that a resident array does not have. */
export function checkRows(field: string, rows: Int32Array, of: Resident): void {
  for (let i = 0; i < rows.length; i++)
    if (rows[i]! < 0 || rows[i]! >= of.rows) throw new RangeError(`${field}: row ${rows[i]}; allowed are 0 to ${of.rows - 1}`);
}
