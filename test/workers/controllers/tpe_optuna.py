"""Writes optuna.json: what Optuna's TPE says of fixed histories on a categorical space. Run: python test/workers/controllers/tpe_optuna.py (Optuna 5.0.0).

With an argument the same goes to that file.
"""

import itertools
import json
import sys
from pathlib import Path

import numpy
import optuna
from optuna.samplers import TPESampler
from optuna.samplers._tpe.sampler import _split_trials, default_gamma

optuna.logging.set_verbosity(optuna.logging.ERROR)
CHOICES = [4, 3, 5]
SPACE = {f"x{i}": optuna.distributions.CategoricalDistribution(list(range(count))) for i, count in enumerate(CHOICES)}
GRID = list(itertools.product(*map(range, CHOICES)))


def columns(rows):
    return {name: numpy.array([row[i] for row in rows], dtype=float) for i, name in enumerate(SPACE)}


def case(trials, seed):
    """A history, the split, densities over the whole space, and the candidates of one proposal with the one that is taken."""
    random = numpy.random.default_rng(seed)
    walks = [[int(random.integers(count)) for count in CHOICES] for _ in range(trials)]
    rewards = [round(0.1 * a + 0.2 * (b == 1) * (c > 2) - 0.05 * c + float(random.normal(scale=0.1)), 6) for a, b, c in walks]
    sampler = TPESampler(multivariate=True, n_startup_trials=1, seed=seed)
    study = optuna.create_study(direction="maximize", sampler=sampler)
    for walk, reward in zip(walks, rewards):
        study.add_trial(optuna.trial.create_trial(params=dict(zip(SPACE, walk)), distributions=SPACE, value=reward))
    below, above = _split_trials(study, study.trials, default_gamma(trials))
    good = sampler._build_parzen_estimator(study, SPACE, below, handle_below=True)
    bad = sampler._build_parzen_estimator(study, SPACE, above, handle_below=False)
    # the sampler's own draw, from the same seed
    drawn = good.sample(TPESampler(multivariate=True, seed=seed)._rng.rng, 24)
    taken = TPESampler._compare(drawn, sampler._compute_acquisition_func(drawn, good, bad))
    proposed = sampler.sample_relative(study, study.ask(), SPACE)
    assert all(proposed[name] == taken[name] for name in SPACE), "the candidates are not those of the sampler"
    return {
        "walks": walks,
        "rewards": rewards,
        "good": [trial.number for trial in below],
        "bad": len(above),
        "logGood": good.log_pdf(columns(GRID)).tolist(),
        "logBad": bad.log_pdf(columns(GRID)).tolist(),
        "candidates": [[int(drawn[name][i]) for name in SPACE] for i in range(24)],
        "taken": [int(taken[name]) for name in SPACE],
    }


found = {"version": optuna.__version__, "choices": CHOICES, "cases": [case(trials, seed) for seed, trials in enumerate([4, 12, 26, 60, 300, 700], 1)]}
target = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("optuna.json")
Path(target).write_text(json.dumps(found) + "\n")
