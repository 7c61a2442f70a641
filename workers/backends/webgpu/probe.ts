/** A process of its own that looks for GPUs and prints what it finds as one line of JSON: a driver that crashes ends nothing else. */
import { MissingError } from '../install/tools.ts';
import { adapterNames, findAdapter, isSoftware, nameOf } from './dawn.ts';
import type { Found } from './find.ts';

async function find(): Promise<Found> {
  try {
    const { info } = await findAdapter();
    return { adapters: await adapterNames(), chosen: { name: nameOf(info), software: isSoftware(info) } };
  } catch (error) {
    if (error instanceof MissingError) return { problem: error.message };
    throw error;
  }
}

process.stdout.write(JSON.stringify(await find()), () => process.exit(0));
