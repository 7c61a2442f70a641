import { linkAddon } from './backends/link.ts';
import { chooseNative, withoutTensorflow } from './backends/native-choice.ts';
import { MissingError, packageFolder } from './backends/tools.ts';

/** A process of its own for commands that start workers: provides what they train with before they start, so that the wait is seen. */
try {
  const { folder } = await chooseNative(console.log);
  await linkAddon(folder, packageFolder());
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.log(withoutTensorflow(error.message));
}
