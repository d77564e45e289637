import builtins
from unittest.mock import patch, mock_open
def greet():
    name = input("? ")
    print("hi", name)
    return len(name)
with patch("builtins.input", return_value="Bob"):
    print(greet())
with patch("builtins.input", side_effect=["x", "yy"]): greet(); greet()
with patch("builtins.print") as p:
    greet.__name__
    print("hidden")
print(p.call_args)
with patch("builtins.open", mock_open(read_data="x y")):
    with open("f") as f: print(f.read())
old = builtins.print
def loud(*a, **k): old("LOUD", *a, **k)
builtins.print = loud
print("a")
builtins.print = old
print("b")
builtins.extra = 5
print(extra)
del builtins.extra
try: extra
except NameError as e: print(e)
