import functools
import warnings


def deprecated(reason):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args):
            warnings.warn(f"{f.__name__} is deprecated: {reason}", DeprecationWarning, stacklevel=2)
            return f(*args)
        return wrapper
    return decorate


@deprecated("use new")
def old(x):
    return x + 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(1), old(2))
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("object"))
for w in caught:
    print(w.category.__name__, w.message, isinstance(w.message, Warning))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(1)
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(old(5))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("again", UserWarning)
    print(len(caught))
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
