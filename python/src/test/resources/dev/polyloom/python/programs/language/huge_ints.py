"""Ints with more digits than are shown, which must be said without working the digits out."""
import sys

for value in (10 ** 4299, 10 ** 4300 - 1, 10 ** 4300, -(10 ** 4300), 1 << 200_000_000):
    for show in (str, repr, lambda n: f"{n}", lambda n: "%d" % n, lambda n: str([n])):
        try:
            print(len(show(value)))
        except ValueError as e:
            print(e)
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4300)))
