xs = [5, 3, 8, 1]
print(xs[-1], xs[1:3], xs + [0], sorted(xs), xs, xs.index(8), 3 in xs, len(xs), sum(xs) / len(xs))
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [row[0] for row in matrix], [[row[i] for row in matrix] for i in range(3)], sum(matrix, []), [matrix[i][i] for i in range(3)], [row[::-1] for row in matrix])
shared, apart = [[0] * 2] * 2, [[0] * 2 for _ in range(2)]
shared[0][0] = apart[0][0] = 1
print(shared, apart)
a = [1, 2, 3]
b, c = a, a[:]
b.append(4)
print(a, c, a is b, a == c, [*a, *c], a[len(a) // 2])
stack, queue = [], [1, 2, 3]
for x in "abc":
    stack.append(x)
print([stack.pop() for _ in range(len(stack))], queue.pop(0), queue, queue.insert(1, "mid"), queue)
evens = [x for x in range(10) if x % 2 == 0]
evens[1:3] = ["two", "four", "extra"]
del evens[-1]
print(evens, [x if isinstance(x, int) else len(x) for x in evens], [i for i, x in enumerate(evens) if isinstance(x, str)])
unique = []
[unique.append(x) for x in [3, 1, 3, 2, 1] if x not in unique]
print(unique, list(dict.fromkeys([3, 1, 3])), [x for pair in zip([1, 2], [3, 4]) for x in pair], [xs[i:i + 2] for i in range(0, len(xs), 2)], xs[:2] + xs[2:] == xs, max(range(len(xs)), key=xs.__getitem__))
