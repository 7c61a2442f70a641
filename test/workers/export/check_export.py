"""Loads exported models in their own framework and compares. Usage: check_export.py FRAMEWORK FOLDER

FOLDER/cases.json lists {folder, models: [{name, input: {shape, file}, outputs: [{shape, file}]}]}; arrays are float32 files, channels last. Writes
FOLDER/differences.json: for each case and model, the largest difference between what it gives and what is expected.
"""

import importlib.util
import json
import os
import sys

import numpy as np

FRAMEWORK, FOLDER = sys.argv[1:]


def read(array):
    return np.fromfile(os.path.join(FOLDER, array["file"]), np.float32).reshape(array["shape"])


def first(array):
    return np.ascontiguousarray(array.transpose(0, 3, 1, 2)) if array.ndim == 4 else array


def last(array):
    return array.transpose(0, 2, 3, 1) if array.ndim == 4 else array


def with_keras(folder, name):
    import keras

    models = [keras.models.load_model(os.path.join(folder, name + suffix), compile=False) for suffix in (".keras", ".h5")]
    return lambda images: [np.asarray(output) for model in models for output in listed(model(images, training=False))]


def listed(outputs):
    return list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]


def with_onnx(folder, name):
    import onnxruntime

    session = onnxruntime.InferenceSession(os.path.join(folder, name + ".onnx"), providers=["CPUExecutionProvider"])
    (given,) = session.get_inputs()
    return lambda images: [last(output) for output in session.run(None, {given.name: first(images)})]


def with_torch(folder, name):
    import torch

    spec = importlib.util.spec_from_file_location("model", os.path.join(folder, "model.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = getattr(module.load(os.path.join(folder, "model.safetensors")), name)

    def run(images):
        with torch.no_grad():
            return [last(output.numpy()) for output in listed(model(torch.from_numpy(first(images))))]

    return run


LOADERS = {"keras": with_keras, "onnxruntime": with_onnx, "torch": with_torch}


def difference(folder, model):
    outputs = LOADERS[FRAMEWORK](os.path.join(FOLDER, folder), model["name"])(read(model["input"]))
    expected = [read(output) for output in model["outputs"]]
    # both formats of Keras, one after the other
    expected *= len(outputs) // len(expected)
    if [output.shape for output in outputs] != [array.shape for array in expected]:
        return f"shapes {[output.shape for output in outputs]}, expected {[array.shape for array in expected]}"
    return max(float(np.abs(output - array).max()) for output, array in zip(outputs, expected))


with open(os.path.join(FOLDER, "cases.json")) as file:
    cases = json.load(file)
differences = [{model["name"]: difference(case["folder"], model) for model in case["models"]} for case in cases]
with open(os.path.join(FOLDER, "differences.json"), "w") as file:
    json.dump(differences, file)
