/** Formats that a trained network can be written in. */
export const EXPORT_FORMATS = ['TFJS', 'KERAS', 'KERAS_H5', 'PYTORCH', 'ONNX'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a format is called, and what its zip holds for each model, beside README.md and handpick.json. */
export const exportFormats: Record<
  ExportFormat,
  { title: string; holds: string; layout: 'channels last' | 'channels first'; reads: string }
> = {
  TFJS: {
    title: 'TensorFlow.js',
    holds: 'a folder with model.json and weights.bin',
    layout: 'channels last',
    reads: 'tf.loadLayersModel, in a browser or in Node',
  },
  KERAS: { title: 'Keras', holds: 'a .keras file', layout: 'channels last', reads: 'keras.models.load_model of Keras 3' },
  KERAS_H5: { title: 'Keras, HDF5', holds: 'an .h5 file', layout: 'channels last', reads: 'keras.models.load_model of Keras 3' },
  PYTORCH: {
    title: 'PyTorch',
    holds: 'model.py, source that needs only torch, and model.safetensors, the weights of all models',
    layout: 'channels first',
    reads: 'model.load() with the packages torch and safetensors',
  },
  ONNX: { title: 'ONNX', holds: 'an .onnx file (operator set 13)', layout: 'channels first', reads: 'ONNX Runtime, and much else' },
};
