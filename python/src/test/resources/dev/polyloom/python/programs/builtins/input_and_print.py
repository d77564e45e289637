import io
import sys

sys.stdin = io.StringIO("Ann\n42\nlast")
print(input("name? "), int(input()) + 1, sys.stdin.readline())
try:
    input("more? ")
except EOFError as error:
    print("\nEOF:", error)
print("a", 1, None, sep="", end="")
print("", "b", sep="|")
print(*range(3), sep=", ", end=";\n")
print("to stdout", file=sys.stdout, flush=True)
out = io.StringIO()
print("x", [1], file=out, end="!")
print(repr(out.getvalue()), print("returns None"))
sys.stdout.write("written ")
print(sys.stdout.write("abc\n"))
old, sys.stdout = sys.stdout, io.StringIO()
print("hidden")
hidden, sys.stdout = sys.stdout.getvalue(), old
print(hidden.strip(), "é ☃ 日本", "tab\tquote\"", r"\raw", b"bytes", {"k": "v"}, (1,), {1}, 1e10, 1j)
sys.stdin = io.StringIO("1 2\n3\n")
print([list(map(int, line.split())) for line in sys.stdin])
