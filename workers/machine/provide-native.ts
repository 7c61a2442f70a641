import { chooseNative, withoutTensorflow } from '../backends/install/choice.ts';
import { linkAddon } from '../backends/install/link.ts';
import { MissingError, packageFolder } from '../backends/install/tools.ts';

/** A process of its own for commands that start workers: provides what they train with before they start, so that the wait is seen. */
try {
  const { folder } = await chooseNative(console.log);
  await linkAddon(folder, packageFolder());
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.log(withoutTensorflow(error.message));
}
