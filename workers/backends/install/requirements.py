"""Prints what an extra of a wheel requires, one requirement a line, without its marker: requirements.py WHEEL EXTRA"""
import os
import sys
import zipfile
from email.parser import Parser

from pip._vendor.packaging.requirements import Requirement

wheel, extra = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    metadata = next((name for name in archive.namelist() if name.endswith(".dist-info/METADATA")), None)
    if metadata is None:
        sys.exit(f"error: {os.path.basename(wheel)} has no METADATA")
    fields = Parser().parsestr(archive.read(metadata).decode("utf-8"))
found = False
for text in fields.get_all("Requires-Dist", []):
    requirement = Requirement(text)
    marker = requirement.marker
    if marker and marker.evaluate({"extra": extra}) and not marker.evaluate({"extra": ""}):
        print(f"{requirement.name}{requirement.specifier}")
        found = True
if not found:
    sys.exit(f"error: {os.path.basename(wheel)} has no extra {extra}")
