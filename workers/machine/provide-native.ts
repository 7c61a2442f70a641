import { webgpuIsUsed } from '../backends/choose.ts';
import { chooseNative, withoutTensorflow } from '../backends/install/choice.ts';
import { linkAddon } from '../backends/install/link.ts';
import { MissingError, packageFolder } from '../backends/install/tools.ts';

/**
 * A process of its own for commands that start workers: provides what they train with before they start, so that the wait is seen.
 * `provide-native.ts [tensorflow]`: named, TensorFlow is provided even where workers would take a GPU that it cannot use.
 */
try {
  if (process.argv[2] === 'tensorflow' || !(await webgpuIsUsed())) {
    const { folder } = await chooseNative(console.log);
    await linkAddon(folder, packageFolder());
  }
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.log(withoutTensorflow(error.message));
}
