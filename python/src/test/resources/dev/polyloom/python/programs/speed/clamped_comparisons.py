"""Products, sums and differences that leave 64 bits where they are compared."""


def root(limit):
    value = 3037000490
    while value * value <= limit:
        value += 1
    return value


def steps(limit):
    divisor = 2
    count = 0
    while divisor * divisor * 3 <= limit:
        divisor += 1
        count += 1
    return count


def signs(a, b):
    return [a * b < 0, a * b > 0, a * b == 5, a * b != 5, 0 >= a * b, 0 <= a * b]


def sums(a, b, c):
    return [a + b < c, a + b > c, a - b < c, a - b > c, c == a + b, c != a - b, a + b >= a - b]


print(root(9223372036854775807), root(9223372036854775806), root(9223372036854775808))
print(root(9223372037000250000), steps(10_000))
for a in range(4_000_000_000, 4_000_000_002):
    for b in (4_000_000_000, -4_000_000_000, 0, 1):
        print(signs(a, b), signs(-a, b))
for a in range(9223372036854775800, 9223372036854775807, 3):
    print(sums(a, 100, 9223372036854775806), sums(-a, 100, -9223372036854775806))
    print(sums(a, -100, 0), sums(-a, -100, 0))
low = -9223372036854775808
print([low - n < low for n in range(3)], [low + n > low for n in range(3)])
