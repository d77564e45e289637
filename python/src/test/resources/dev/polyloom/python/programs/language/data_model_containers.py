class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        if isinstance(key, slice):
            return Matrix(self.rows[key])
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __delitem__(self, i):
        del self.rows[i]

    def __len__(self):
        return len(self.rows)

    def __iter__(self):
        return (x for row in self.rows for x in row)

    def __contains__(self, x):
        return any(x in row for row in self.rows)

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __str__(self):
        return "\n".join(" ".join(f"{x:3}" for x in row) for row in self.rows)


m = Matrix([(1, 2), (3, 4)])
m[0, 1] = 7
print(m, m[1, 0], m[0], len(m), 7 in m, 9 in m, list(m), m == Matrix([[1, 7], [3, 4]]), m == 5, sep="; ")
print(m @ m)
del m[0]
print(m.rows, m[:1].rows, sorted(m), max(m), bool(m))
try:
    m[5]
except IndexError as error:
    print(error)
try:
    m[0, 1, 2]
except ValueError as error:
    print(error)
