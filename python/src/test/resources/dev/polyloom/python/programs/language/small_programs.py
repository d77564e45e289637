def primes(n):
    sieve = [True] * (n + 1)
    sieve[:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if sieve[i]:
            sieve[i * i :: i] = [False] * len(sieve[i * i :: i])
    return [i for i, p in enumerate(sieve) if p]


def roman(n):
    out = ""
    for value, text in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += text * count
    return out


def caesar(text, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in text)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def balanced(text):
    stack, pairs = [], {")": "(", "]": "[", "}": "{"}
    for c in text:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs and (not stack or stack.pop() != pairs[c]):
            return False
    return not stack


print(primes(50), [roman(n) for n in (4, 1994, 3999)], caesar("hello, you", 3), caesar(caesar("abc", 5), -5), list(collatz(6)), [balanced(t) for t in ("([]{})", "([)]", "(", "")])
print("".join("FizzBuzz"[i * i % 3 * 4 : 8 - -(i**4) % 5] or str(i) for i in range(1, 16)))
print([[1 if j in (0, i) else sum(__import__("math").comb(i - 1, k) for k in (j - 1, j)) for j in range(i + 1)] for i in range(5)], bin(37)[2:][::-1], "".join(sorted("hello")), {c: "hello".count(c) for c in "hello"})
words = "it was the best of times it was the worst of times".split()
print(sorted(set(words), key=lambda w: (-words.count(w), w))[:4], max(words, key=len), " ".join(w.capitalize() for w in words[:3]), [len(w) for w in words if w[0] in "aeiou"])
grid = ["#..", ".#.", "..#"]
print([list(row).count("#") for row in zip(*grid)], ["".join(col) for col in zip(*grid[::-1])], sum(row.count(".") for row in grid))
