import sys
import traceback
import warnings


def old():
    warnings.warn("old() is going away", DeprecationWarning, stacklevel=2)
    return 5


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    print(len(caught), caught[0].category.__name__, caught[1].message, type(caught[1].message).__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print("raised", e)
    warnings.filterwarnings("ignore", message=".*quiet.*")
    warnings.warn("be quiet please")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("repeated")
    print(len(caught))
print(warnings.formatwarning("m", UserWarning, "file.py", 7, "x = 1"), end="")
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)

try:
    {}["k"]
except KeyError as e:
    print(traceback.format_exception_only(type(e), e), traceback.format_exception_only(e))
    print(sys.exc_info()[0], sys.exc_info()[1], traceback.extract_tb(e.__traceback__)[-1].lineno)
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
print(traceback.format_exc(), sys.exc_info())
print(traceback.format_exception(ValueError("never raised")))
