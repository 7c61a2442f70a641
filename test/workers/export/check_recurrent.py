"""Loads an exported language model and compares. Usage: check_recurrent.py FRAMEWORK FOLDER

FOLDER/case.json says {length, batch, units, words, logits, last}: words is a list, logits and last are the numbers that are expected. Prints the largest
difference. The words are read in two parts, the second from the state after the first.
"""

import importlib.util
import json
import os
import sys

import numpy as np

FRAMEWORK, FOLDER = sys.argv[1:]
with open(os.path.join(FOLDER, "case.json")) as file:
    case = json.load(file)
words = np.array(case["words"], np.int64).reshape(case["length"], case["batch"])
state = np.zeros((case["batch"], case["units"]), np.float32)

if FRAMEWORK == "onnxruntime":
    import onnxruntime

    session = onnxruntime.InferenceSession(os.path.join(FOLDER, "language.onnx"), providers=["CPUExecutionProvider"])
    read = lambda part, state: session.run(["logits", "last"], {"words": part, "state": state})
else:
    import torch

    spec = importlib.util.spec_from_file_location("model", os.path.join(FOLDER, "model.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    language = module.load(os.path.join(FOLDER, "model.safetensors")).language

    def read(part, state):
        with torch.no_grad():
            return [array.numpy() for array in language(torch.from_numpy(part), torch.from_numpy(state))]


first, state = read(words[:2], state)
second, state = read(words[2:], state)
logits = np.concatenate([first, second])
differences = [np.abs(logits.ravel() - np.array(case["logits"])).max(), np.abs(state.ravel() - np.array(case["last"])).max()]
print(float(max(differences)))
