# Code that does not fit one method of Java: many statements, long displays, and errors in them.
import traceback

lines = ["total = 0"]
for i in range(3000):
    lines.append(f"v{i} = {i} + 1\ntotal += v{i}")
names = {}
exec("\n".join(lines), names)
print(names["total"], names["v2999"])

names = {}
rows = ",\n".join(f"({i}, 'name{i}', [{i}, {i + 1}])" for i in range(5000))
exec("T = [\n" + rows + "\n]\nU = {" + ", ".join(f"'k{i}': {i}" for i in range(3000)) + "}", names)
print(len(names["T"]), names["T"][-1], len(names["U"]), names["U"]["k2999"])

exec("def g():\n    return (" + rows + ")\nprint(len(g()), g()[77])")


def boom(n):
    raise ValueError(n)


try:
    exec("[" + ",\n".join(f"({i}, 'n{i}')" for i in range(3000)) + ",\nboom(3)]")
except ValueError as e:
    print([frame.lineno for frame in traceback.extract_tb(e.__traceback__)][1:], e)
try:
    exec("\n".join(f"w{i} = [{i}]" for i in range(3000)) + "\nboom(4)")
except ValueError as e:
    print([frame.lineno for frame in traceback.extract_tb(e.__traceback__)][1:], e)
