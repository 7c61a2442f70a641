import { expect, it } from 'vitest';
import { openBackend } from '../../../../workers/backends/choose.ts';
import { type DeviceLost, isDeviceLost, onLoss } from '../../../../workers/backends/lost.ts';
import type { WebgpuBackend } from '../../../../workers/backends/webgpu/device.ts';
import { classifier } from '../networks.ts';

const backend = await openBackend({ name: 'webgpu' });

it('a device that disappears is announced, and what was under way fails as lost', async () => {
  const heard: DeviceLost[] = [];
  onLoss((error) => heard.push(error));
  const network = classifier(backend.tf);
  const program = backend.compile(network.spec({ kind: 'ADAM' }));
  await program.steps(network.batch(0), [0.001]);
  (backend.tf.backend() as unknown as WebgpuBackend).device.destroy();
  const error = await program.steps(network.batch(1), [0.001]).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isDeviceLost(error), String(error)).toBe(true);
  expect(heard).toHaveLength(1);
  expect(heard[0]!.message).toMatch(/^the device is lost: .+/);
});
