"""Builds texts piece by piece."""

import time


def build(count):
    text = ""
    for i in range(count):
        text += f"{i:04d},"
    return text


def join(count):
    parts = []
    for i in range(count):
        parts.append(str(i * 3))
    return "-".join(parts)


begun = time.perf_counter()
total = 0
for _ in range(20):
    total += len(build(50_000)) + len(join(50_000))
print(total)
print(time.perf_counter() - begun)
