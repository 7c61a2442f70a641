"""Writes the table of NAS-Bench-201 that `npm run bench -- controllers --nas-bench-201 FILE` reads, from its official file:

python test/bench/nas_bench_201.py NAS-Bench-201-v1_1-096897.pth > table.jsonl

Test accuracies after 200 epochs, means over seeds; seconds are those of a training on CIFAR-10.
"""

import json
import sys

try:
    from nas_201_api import NASBench201API
except ImportError as error:
    sys.exit(f"nas_201_api cannot be imported ({error}); allowed: a Python that has it: pip install nas-bench-201 torch")

if len(sys.argv) != 2:
    sys.exit(f"{len(sys.argv) - 1} arguments; allowed: one, the official file")
api = NASBench201API(sys.argv[1], verbose=False)
for index, architecture in enumerate(api.meta_archs):
    found = {name: api.get_more_info(index, name, hp="200", is_random=False) for name in ("cifar10", "cifar100", "ImageNet16-120")}
    accuracies = {name: each["test-accuracy"] for name, each in found.items()}
    print(json.dumps({"architecture": architecture, **accuracies, "seconds": found["cifar10"]["train-all-time"]}))
