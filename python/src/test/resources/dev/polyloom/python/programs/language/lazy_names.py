"""Gives names that it makes when they are asked for."""
__all__ = ["a", "b"]
a = 1
b = 2
c = 3
def __getattr__(name):
    if name == "late":
        return "made late"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__():
    return ["late", "a"]
