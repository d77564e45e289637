// Prime numbers: a compact source file, whose methods need no class around them.
//
//     seq 1000000 1000100 | ./polyloom filter examples/Primes.java::isPrime
//     ./polyloom map examples/Primes.java::factors 1234567 7654321
//     java examples/Primes.java

boolean isPrime(long number) {
    return number > 1 && smallestFactor(number) == number;
}

List<Long> factors(long number) {
    if (number < 1) {
        throw new IllegalArgumentException(number + " has no prime factors; take one from 1");
    }
    List<Long> factors = new ArrayList<>();
    for (long rest = number; rest > 1; rest /= factors.getLast()) {
        factors.add(smallestFactor(rest));
    }
    return factors;
}

private long smallestFactor(long number) {
    for (long divisor = 2; divisor <= number / divisor; divisor++) {
        if (number % divisor == 0) {
            return divisor;
        }
    }
    return number;
}

void main() {
    IO.println(LongStream.range(0, 100).filter(this::isPrime).boxed().toList());
}
