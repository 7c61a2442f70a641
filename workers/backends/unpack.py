"""Takes TensorFlow's libraries and the headers of its C interface out of the wheel: unpack.py WHEEL FOLDER"""
import os
import shutil
import sys
import zipfile

HEADERS = ("tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/")
LIBRARIES = ("tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2")


def target(entry):
    """Where an entry of the wheel goes, or None."""
    if entry in LIBRARIES:
        return os.path.join("lib", os.path.basename(entry))
    inside = entry.removeprefix("tensorflow/include/")
    if inside != entry and inside.startswith(HEADERS) and not inside.endswith("/"):
        return os.path.join("include", inside)
    return None


wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    names = archive.namelist()
    missing = set(LIBRARIES) - set(names)
    if missing:
        sys.exit(f"error: {os.path.basename(wheel)} lacks {', '.join(sorted(missing))}")
    for name in names:
        path = target(name)
        if path is not None:
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(name) as source, open(path, "wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
