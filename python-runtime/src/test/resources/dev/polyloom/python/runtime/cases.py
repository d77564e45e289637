"""Writes cases of an area with CPython's answers: python3 cases.py AREA SEED COUNT."""
import importlib
import random
import struct
import sys


def encode(value, out):
    if value is None:
        out.append("N")
    elif value is True or value is False:
        out.append("T" if value else "F")
    elif isinstance(value, int):
        sys.set_int_max_str_digits(0)
        out.append("i%d" % value)
        sys.set_int_max_str_digits(4300)
    elif isinstance(value, float):
        out.append("f%016x" % struct.unpack(">Q", struct.pack(">d", value)))
    elif isinstance(value, str):
        text = ["s"]
        for c in value:
            plain = " " <= c <= "~" and c != "\\"
            text.append(c if plain else "\\%x;" % ord(c))
        out.append("".join(text))
    elif isinstance(value, bytes):
        out.append("b" + value.hex())
    elif isinstance(value, (list, tuple)):
        out.append("l%d" % len(value))
        for item in value:
            encode(item, out)
    elif isinstance(value, dict):
        out.append("d%d" % len(value))
        for key, item in value.items():
            encode(key, out)
            encode(item, out)
    else:
        raise TypeError(type(value))


class Cases:
    """Writes cases; those that are very long are left out."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def add(self, name, answer, *args):
        """Writes the case; the answer is a function of the arguments."""
        out = ["s" + name]
        encode(list(args), out)
        try:
            encode(answer(*args), out)
        except Exception as e:
            if isinstance(e, TypeError) and e.args and isinstance(e.args[0], type):
                raise
            text = str(e)
            out.append("!" + type(e).__name__)
            encode(text, out)
        line = "\t".join(out)
        if len(line) < 3000:
            print(line)


if __name__ == "__main__":
    area, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sys.path.insert(0, __file__.rsplit("/", 1)[0])
    importlib.import_module("cases_" + area).write(Cases(seed), count)
