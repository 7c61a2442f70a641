/** How a device that is gone, or whose context is beyond repair, is recognised and told: the one place that knows the words of the libraries. */

/** The device of this process is gone; nothing trains here any more, and another process may do better. */
export class DeviceLost extends Error {
  override readonly name = 'DeviceLost';
  constructor(message: string) {
    super(`the device is lost: ${message}`);
  }
}

/**
 * CUDA names every error CUDA_ERROR_...; after any but a lack of memory the context of the process is unusable. TensorFlow reports kernels
 * that never ran as failed launches, and Dawn says that a device or its instance is lost.
 */
const LOST = [
  /\bCUDA_ERROR_(?!OUT_OF_MEMORY)[A-Z_]+/,
  /\bCUDNN_STATUS_(EXECUTION_FAILED|INTERNAL_ERROR|MAPPING_ERROR)\w*/,
  /GPU (is lost|has fallen off the bus)/i,
  /\b(WebGPU )?device (is|was|has been) lost\b/i,
  /\bDevice lost\b/i,
  /VK_ERROR_DEVICE_LOST/,
];

/** Whether an error, or its message, says that the device is gone. */
export function isDeviceLost(error: unknown): boolean {
  if (error instanceof DeviceLost) return true;
  const message = error instanceof Error ? error.message : String(error);
  return LOST.some((pattern) => pattern.test(message));
}

type Listener = (error: DeviceLost) => void;
const listeners = new Set<Listener>();

/** For libraries that tell of a loss beside the operations that were under way. */
export function announceLoss(message: string): void {
  const error = new DeviceLost(message);
  for (const listener of [...listeners]) listener(error);
}

/** Calls `listener` when a loss is announced. Returns the way to end that. */
export function onLoss(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
