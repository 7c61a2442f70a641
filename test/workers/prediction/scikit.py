"""Writes scikit.json: what scikit-learn and SciPy say of a fixed data set. Run: python test/workers/prediction/scikit.py (scikit-learn 1.9.1, SciPy 1.17.1)."""

import json
from pathlib import Path

import numpy
import scipy
import sklearn
from scipy.stats import t
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor

random = numpy.random.default_rng(7)


def sample(rows):
    """Friedman's first function (1991) of five inputs of eight, with noise; the last input is 1000 times as large as the others."""
    x = random.uniform(size=(rows, 8))
    y = 10 * numpy.sin(numpy.pi * x[:, 0] * x[:, 1]) + 20 * (x[:, 2] - 0.5) ** 2 + 10 * x[:, 3] + 5 * x[:, 4]
    x[:, 7] *= 1000
    return numpy.round(x, 4), numpy.round(y + random.normal(size=rows), 4)


train, target = sample(60)
test, truth = sample(60)


def standard(model):
    """Inputs and target to mean 0 and deviation 1."""
    mean, deviation = target.mean(), target.std()
    return (mean + deviation * make_pipeline(StandardScaler(), model).fit(train, (target - mean) / deviation).predict(test)).tolist()


def r2(predicted):
    return 1 - ((truth - predicted) ** 2).sum() / ((truth - truth.mean()) ** 2).sum()


settings = [dict(C=1, gamma=0.125, epsilon=0.1), dict(C=10, gamma=0.0375, epsilon=0.1), dict(C=100, gamma=0.3, epsilon=0.05)]
# nodes of few rows have several splits that are equally good
tree = DecisionTreeRegressor(min_samples_split=20, random_state=0).fit(train, target)
forests = [
    r2(RandomForestRegressor(100, max_features=3, min_samples_split=5, random_state=seed).fit(train, target).predict(test)) for seed in range(20)
]
found = {
    "versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": numpy.__version__},
    "train": train.tolist(),
    "target": target.tolist(),
    "test": test.tolist(),
    "truth": truth.tolist(),
    "ols": LinearRegression().fit(train, target).predict(test).tolist(),
    "olsLeftOut": cross_val_predict(LinearRegression(), train, target, cv=KFold(len(target))).tolist(),
    # more inputs than rows: the weights of the smallest norm
    "olsFew": (lambda x, y: (y.mean() + y.std() * make_pipeline(StandardScaler(), LinearRegression()).fit(x, (y - y.mean()) / y.std()).predict(test)).tolist())(train[:6], target[:6]),
    "svr": [{**each, "predicted": standard(SVR(kernel="rbf", tol=1e-8, **each))} for each in settings],
    "tree": tree.predict(test).tolist(),
    "forestR2": forests,
    "student": [
        {"t": x, "freedom": freedom, "above": t.sf(x, freedom)}
        for freedom in (1, 2, 4, 19, 50, 255)
        for x in (-6.0, -1.5, -0.1, 0.0, 0.3, 1.0, 2.5, 8.0)
    ],
    "exceeded": [{"chance": p, "freedom": freedom, "t": t.isf(p, freedom)} for freedom in (1, 4, 19, 255) for p in (0.4, 0.05, 0.025, 0.001)],
}
Path(__file__).with_name("scikit.json").write_text(json.dumps(found) + "\n")
