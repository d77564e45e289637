class First:
    class Inner:
        pass


First.__name__ = "Second"
First.Inner.__qualname__ = "Second.Within"
print(First.__name__, First.__qualname__, First.Inner.__name__, First.Inner.__qualname__, First.Inner)
for name, value in (("__name__", 3), ("__qualname__", None)):
    try:
        setattr(First, name, value)
    except TypeError as error:
        print(error)
try:
    int.__name__ = "x"
except TypeError as error:
    print(error)
First.__doc__ = "Told later."
First.__module__ = "elsewhere"
print(First.__doc__, First.__module__, First().__doc__)
