"""Ints that grow beyond 64 bits, and others that do not, in functions whose types are known."""

import threading


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def doubling(rounds):
    value = 1
    for _ in range(rounds):
        value += value
    return value


def doubled_through(rounds):
    value = 3
    for _ in range(rounds):
        other = value * 3 // 2
        value = other
    return value


def edge(start):
    seen = []
    value = start
    while len(seen) < 4:
        seen.append(value)
        value += 1
    return seen


def fibonacci(n):
    a, b = 0, 1
    while n > 0:
        a, b = b, a + b
        n -= 1
    return a


def counted(n):
    total = 0
    for i in range(n):
        for j in range(i):
            total += i * j - 7
    return total


def remainders(n):
    total = 0
    for i in range(-n, n):
        total += i % 7 * (i // 3) - (i % -5) + (i // -4)
    return total


def lcg(rounds):
    seed = 42
    for _ in range(rounds):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return seed


def collatz(n):
    steps = 0
    highest = n
    while n != 1:
        n = n * 3 + 1 if n % 2 else n // 2
        highest = max(highest, n)
        steps += 1
    return steps, highest


def bits(n):
    value = 0
    for i in range(n):
        value = value << 1 | i & 1
        value ^= i
    return value, value >> 3, ~value, -value, value & 255


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def power(base, exponent):
    return base**exponent


def mixed(flag):
    value = 1
    if flag:
        value = 2.5
    return value, value + 1, value * 2


def truth(n):
    yes = n > 2
    value = yes + yes
    return yes, value, True + n, yes * 3, not n


def rebound(n):
    n = n + 1
    shown = n
    n = "now text " + str(n)
    return shown, n


def deleted(n):
    x = n + 1
    if n > 2:
        del x
    return x


def unbound(n):
    if n > 2:
        y = n
    return y + 1


def last(n):
    for i in range(n):
        pass
    return i


def counters():
    count = 0

    def add(step):
        nonlocal count
        count += step
        return count

    return [add(i * 10**18) for i in range(12)]


def defaults(n, factor=2, offset=-1):
    return n * factor + offset


def floats(n):
    total = 0.0
    for i in range(1, n):
        total += 1 / i - i / (i + 1) + i * 0.5
    return total


def division(a, b):
    try:
        return a // b, a % b, a / b
    except ZeroDivisionError as error:
        return str(error)


def steps(low, high):
    up = [i for i in range(low, high, 3)]
    down = []
    for i in range(high, low, -4):
        down.append(i)
    return up, down


def negative_floor(values):
    total = 0
    for i in range(values):
        x = i - 5
        total += x // 2 + x % 3 + (x >> 1)
    return total


shared = 0
lock = threading.Lock()


def work(rounds):
    global shared
    for i in range(rounds):
        with lock:
            shared += i


def huge_range():
    got = []
    for i in range(2**62, 2**62 + 3):
        got.append(i * 2)
    return got


def compare(n):
    text = []
    for i in range(n):
        if 2 < i <= 5 != i:
            text.append(i)
        if i == 3.0 or i > 7.5:
            text.append(-i)
    return text


def max_of(a, b):
    return max(a, b), min(a, b), abs(a - b)


print(factorial(20), factorial(21), factorial(30))
print(doubling(62), doubling(63), doubling(64), doubled_through(150))
print(edge(2**63 - 2), edge(-(2**63) - 2))
print(fibonacci(90), fibonacci(93), fibonacci(200))
print(counted(50), remainders(100), lcg(100))
print(collatz(27), collatz(837799))
print(bits(10), bits(80))
print(gcd(48, 36), gcd(2**80, 2**70 * 3))
print(power(2, 10), power(2, 64), power(2, -1), power(-3, 41))
print(mixed(True), mixed(False))
print(truth(1), truth(3), truth(0))
print(rebound(1), deleted(1), unbound(3), last(4))
for f, n in ((deleted, 3), (unbound, 2), (last, 0)):
    try:
        print(f(n))
    except UnboundLocalError as error:
        print(error)
print(counters())
print(defaults(3), defaults(3, 4), defaults(3, offset=10), defaults(2**62, 8))
print(floats(10), floats(1000))
print(division(7, 2), division(-7, 2), division(7, -2), division(1, 0), division(0, 5))
print(division(2**53 + 1, 3), division(9007199254740993, 1), division(7.5, 2), division(1.0, 0))
print(steps(0, 10), steps(-5, 3), negative_floor(20))
threads = [threading.Thread(target=work, args=(1000,)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(shared, huge_range(), compare(10))
print(max_of(3, 9), max_of(-(2**63), 2**63 - 1))
