import { MissingError } from '../backends/install/tools.ts';
import { fastest } from './division.ts';
import { measureDivisions } from './measure.ts';

/** A process of its own for `npm run backend -- measure`. */
console.log('Measuring, some five seconds for each division of the cores; nothing else should work meanwhile ...');
try {
  const { processes, threads } = fastest(await measureDivisions(console.log));
  const workers = `${processes} worker${processes === 1 ? '' : 's'} of ${threads} thread${threads === 1 ? '' : 's'}`;
  console.log(`Fastest: ${workers}; npm start starts so many from now on`);
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.error(`This cannot be measured: ${error.message}`);
  process.exit(1);
}
