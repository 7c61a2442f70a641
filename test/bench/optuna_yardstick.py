"""Trials that do nothing in Optuna's RDB storage: optuna_yardstick.py URL.

Answers each line `measure SECONDS` with {"candidates": N, "seconds": S}. A trial draws the five categorical parameters of a small chain
space at random and ends at once. Processes that are given the same address work on the same study.
"""

import json
import sys
import time

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
storage = optuna.storages.RDBStorage(sys.argv[1].replace(sys.argv[1].split(":")[0], "postgresql+psycopg2", 1))
study = optuna.create_study(storage=storage, study_name="overhead", load_if_exists=True, sampler=optuna.samplers.RandomSampler())
LAYERS = ["C(8,3,1)", "C(16,3,1)", "C(32,3,1)", "P(2,2)", "FC(64)", "none"]


def objective(trial):
    return float(sum(LAYERS.index(trial.suggest_categorical(f"layer{i}", LAYERS)) for i in range(5)))


print(json.dumps({"ready": f"Optuna {optuna.__version__}"}), flush=True)
for line in sys.stdin:
    word, seconds = line.split()
    if word != "measure":
        raise ValueError(f"there is no question {word}")
    done = []
    begin = time.perf_counter()
    study.optimize(objective, timeout=float(seconds), callbacks=[lambda _, trial: done.append(trial.number)])
    print(json.dumps({"candidates": len(done), "seconds": time.perf_counter() - begin}), flush=True)
