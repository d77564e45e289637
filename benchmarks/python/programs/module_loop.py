"""Loops at module level, as short scripts do."""

import time

begun = time.perf_counter()
total = 0
count = 0
for x in range(3_000):
    for y in range(1_000):
        if (x ^ y) & 7 == 3:
            total += x * y
            count += 1
print(total, count)
print(time.perf_counter() - begun)
