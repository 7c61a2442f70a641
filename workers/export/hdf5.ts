import h5wasm, { type Group } from 'h5wasm';
import type { Weights } from './layers.ts';

/** What an HDF5 file holds: groups with attributes, and arrays. */
export interface Hdf5Group {
  attributes?: Record<string, string | string[]>;
  groups?: Record<string, Hdf5Group>;
  arrays?: Record<string, Weights>;
}

type Target = Pick<Group, 'create_group' | 'create_dataset' | 'create_attribute'>;

/** An HDF5 file, made in memory. */
export async function hdf5(root: Hdf5Group): Promise<Uint8Array> {
  const { FS } = await h5wasm.ready;
  const path = 'export.h5';
  const file = new h5wasm.File(path, 'w');
  try {
    write(file, root);
  } finally {
    file.close();
  }
  const bytes = FS.readFile(path);
  FS.unlink(path);
  return bytes;
}

function write(target: Target, { attributes = {}, groups = {}, arrays = {} }: Hdf5Group): void {
  for (const [name, value] of Object.entries(attributes)) target.create_attribute(name, value);
  for (const [name, { shape, values }] of Object.entries(arrays)) target.create_dataset({ name, data: values, shape, dtype: '<f' });
  for (const [name, group] of Object.entries(groups)) write(target.create_group(name), group);
}
