"""Counts words in a dict."""

import time

WORDS = "the quick brown fox jumps over the lazy dog and the cat sat on the mat".split()


def count(rounds):
    counts = {}
    for round_number in range(rounds):
        for word in WORDS:
            key = word + str(round_number % 50)
            counts[key] = counts.get(key, 0) + 1
    return counts


begun = time.perf_counter()
counts = count(150_000)
print(sum(counts.values()), len(counts), max(counts.values()))
print(time.perf_counter() - begun)
