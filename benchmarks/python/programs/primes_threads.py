"""Counts primes in two threads, each over its half of the numbers."""

import threading
import time


def count_primes(low, high, results, index):
    count = 0
    for number in range(low, high):
        if number < 2:
            continue
        prime = True
        divisor = 2
        while divisor * divisor <= number:
            if number % divisor == 0:
                prime = False
                break
            divisor += 1
        if prime:
            count += 1
    results[index] = count


def main():
    results = [0, 0]
    threads = [
        threading.Thread(target=count_primes, args=(0, 650_000, results, 0)),
        threading.Thread(target=count_primes, args=(650_000, 1_000_000, results, 1)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sum(results))


if __name__ == "__main__":
    begun = time.perf_counter()
    main()
    print(time.perf_counter() - begun)
