package dev.polyloom.cli;

/** The work that a bench does when none is named: CPU-bound, and the same wherever it runs. */
final class DefaultWork {
    private static final int SPAN = 60_000;

    private DefaultWork() {}

    /** Counts the primes of a stretch of numbers by trial division. */
    static long primes(long stretch) {
        long first = 1_000_000 + stretch % 1000 * SPAN;
        long found = 0;
        for (long number = first; number < first + SPAN; number++) {
            if (isPrime(number)) {
                found++;
            }
        }
        return found;
    }

    private static boolean isPrime(long number) {
        if (number % 2 == 0) {
            return number == 2;
        }
        for (long divisor = 3; divisor * divisor <= number; divisor += 2) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number > 1;
    }
}
