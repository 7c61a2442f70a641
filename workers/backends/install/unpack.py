"""Takes libraries out of a wheel: unpack.py WHEEL FOLDER

Of TensorFlow's, its libraries and the headers of its C interface; of NVIDIA's, libraries, and the tools that TensorFlow calls. NVIDIA's keep
their places, relative to lib/, since TensorFlow's libraries look there.
"""
import os
import shutil
import sys
import zipfile

HEADERS = (
    "tensorflow/c/",
    "tensorflow/core/common_runtime/next_pluggable_device/c/",
    "tensorflow/core/platform/ctstring",
    "tsl/platform/ctstring",
    "tsl/platform/platform.h",
    "xla/tsl/c/",
)
LIBRARIES = ("tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2")
TOOLS = ("ptxas", "nvlink", "fatbinary")


def target(entry):
    """Where an entry of the wheel goes, or None."""
    if entry in LIBRARIES:
        return os.path.join("lib", os.path.basename(entry))
    parts = entry.split("/")
    if parts[0] == "nvidia" and len(parts) > 3:
        library = parts[2] == "lib" and ".so" in parts[-1]
        tool = parts[2] == "bin" and parts[-1] in TOOLS
        return entry if library or tool or parts[-1].endswith(".bc") else None
    inside = entry.removeprefix("tensorflow/include/")
    if inside != entry and inside.startswith(HEADERS) and not inside.endswith("/"):
        return os.path.join("include", inside)
    return None


wheel, folder = sys.argv[1:]
nvidia = os.path.basename(wheel).startswith("nvidia_")
with zipfile.ZipFile(wheel) as archive:
    names = archive.namelist()
    missing = set() if nvidia else set(LIBRARIES) - set(names)
    if missing:
        sys.exit(f"error: {os.path.basename(wheel)} lacks {', '.join(sorted(missing))}")
    for name in names:
        path = target(name)
        if path is not None:
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(name) as source, open(path, "wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
            if "/bin/" in name:
                os.chmod(path, 0o755)
