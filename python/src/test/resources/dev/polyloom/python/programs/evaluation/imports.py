"""Modules whose names are made while the program runs."""
import importlib
import sys

for n in ("text" + "wrap", "temp" + "file", "cal" + "endar"):
    m = importlib.import_module(n)
    print(m.__name__, n in sys.modules)
print(__import__("json").dumps([1]), __import__("os.path", fromlist=["join"]).join("a", "b"))
try:
    importlib.import_module("no" + "where")
except ModuleNotFoundError as e:
    print(e, e.name)
exec("import shutil\nprint(shutil.__name__)")
try:
    exec("import nowhere2")
except ImportError as e:
    print(e)
print(type(__builtins__).__name__, __builtins__.len([1]))
