import lazy_names
from lazy_names import late
from lazy_names import *
print(late, lazy_names.late, dir(lazy_names), a, b, "c" in globals(), hasattr(lazy_names, "nope"), getattr(lazy_names, "x", 5))
try: lazy_names.nope
except AttributeError as e: print(e)
try:
    from lazy_names import nope
except ImportError as e: print(str(e).split(" (")[0])
def __getattr__(name): return name.upper()
import sys
print(sys.modules["__main__"].abc)
