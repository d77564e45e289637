from collections import Counter
from multiprocessing import Pool, cpu_count
import functools


def count(lines):
    return Counter(w.strip(".,").lower() for line in lines for w in line.split())


def power(base, exponent):
    return base**exponent


def describe(pair):
    key, value = pair
    return f"{key}={value:>3}"


class Scaler:
    def __init__(self, k):
        self.k = k

    def __call__(self, x):
        return x * self.k

    def method(self, x):
        return x + self.k


if __name__ == "__main__":
    lines = ["The cat sat.", "The dog ran, the cat slept."] * 3
    with Pool(processes=3) as pool:
        parts = pool.map(count, [lines[i::3] for i in range(3)])
        total = functools.reduce(lambda a, b: a + b, parts)
        print(total.most_common(2), sum(total.values()))
        print(pool.map(functools.partial(power, 2), range(5)), pool.map(functools.partial(power, exponent=2), range(5)))
        print(pool.map(describe, sorted(total.items())[:3]), pool.map(Scaler(3), [1, 2]), pool.map(Scaler(3).method, [1, 2]))
        print(pool.map(str.upper, ["a", "b"]), pool.starmap(power, zip([2, 3], [3, 2])), [r.get() for r in [pool.apply_async(power, (2, n)) for n in range(3)]])
    print(cpu_count() >= 1)
