import { takeSeat } from '../../../workers/machine/threads.ts';

/** A process that takes a seat, `FOLDER CORES SETTLE [ASKED]`, says which, and stays. */
const [folder, cores, settle, asked] = process.argv.slice(2);
const seat = await takeSeat(folder!, Number(cores), asked === undefined ? undefined : Number(asked), Number(settle));
console.log(`seat ${JSON.stringify(seat)}`);
setInterval(() => {}, 1_000);
