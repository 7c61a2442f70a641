import { describe, expect, it } from 'vitest';
import { announceLoss, type DeviceLost, isDeviceLost, onLoss } from '../../../workers/backends/lost.ts';

describe('a lost device', () => {
  it.each([
    // as TensorFlow, the driver and Dawn word it
    'CUDA_ERROR_ILLEGAL_ADDRESS: an illegal memory access was encountered',
    'INTERNAL: failed to synchronize GPU stream: CUDA_ERROR_LAUNCH_FAILED: unspecified launch failure',
    'failed call to cuInit: CUDA_ERROR_NO_DEVICE: no CUDA-capable device is detected',
    'CUDNN_STATUS_EXECUTION_FAILED in cudnn_frontend',
    'Unable to determine the device handle for GPU0000:01:00.0: GPU is lost. Reboot the system to recover this GPU',
    "Failed to execute 'mapAsync' on 'GPUBuffer': [Device] is lost: Device lost",
    'A valid external Instance reference no longer exists. Device is lost.',
    'vkQueueSubmit failed with VK_ERROR_DEVICE_LOST',
  ])('is recognised: %s', (message) => {
    expect(isDeviceLost(new Error(message))).toBe(true);
    expect(isDeviceLost(message)).toBe(true);
  });

  it.each([
    'CUDA_ERROR_OUT_OF_MEMORY: out of memory',
    'OOM when allocating tensor with shape[128,512] and type float on /device:GPU:0',
    'CUDNN_STATUS_ALLOC_FAILED',
    'loss is NaN in epoch 2, step 4 (learning rate 0.1)',
    'the lease was lost',
  ])('is not: %s', (message) => expect(isDeviceLost(new Error(message))).toBe(false));

  it('is announced to who listens, until they stop', () => {
    const heard: DeviceLost[] = [];
    const off = onLoss((error) => heard.push(error));
    announceLoss('unplugged');
    off();
    announceLoss('again');
    expect(heard.map(({ message }) => message)).toEqual(['the device is lost: unplugged']);
    expect(isDeviceLost(heard[0])).toBe(true);
  });
});
