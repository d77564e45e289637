from itertools import combinations, combinations_with_replacement, permutations, product

print(["".join(p) for p in permutations("abc")], list(permutations([1, 2, 3], 1)), list(permutations([], 0)), list(permutations("a", 2)))
print(["".join(c) for c in combinations("abcd", 2)], list(combinations([1, 2], 0)), list(combinations("a", 3)))
print(list(combinations_with_replacement("ab", 3)), list(combinations_with_replacement([], 1)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product("a", [])))
print(len(list(permutations(range(6)))), sum(1 for _ in combinations(range(10), 5)))
queens = [q for q in permutations(range(6)) if len({q[i] + i for i in range(6)}) == len({q[i] - i for i in range(6)}) == 6]
print(queens)
digits = [(a, b, c) for a, b, c in product(range(1, 20), repeat=3) if a < b and a * a + b * b == c * c]
print(digits)
p = product([1, 2], "x")
print(next(p), next(p), next(p, "end"))
total = 0
for x, y in combinations([5, 3, 8, 1], 2):
    total += abs(x - y)
print(total)
try:
    product([1], repeat=-1)
except ValueError as error:
    print(error)
