class Items:
    def __init__(self, data):
        self.data = data

    def __getitem__(self, index):
        return self.data[index]


for data in "abc", b"abc", [1, 2, 3], (1, 2), range(3), "":
    items = Items(data)
    print([each for each in items], list(items), data[:1] and data[0] in items, "z" in items)
    for each in items:
        print(each, end=" ")
    print(*items, sep=",")


class Broken:
    def __getitem__(self, index):
        return int("x" * (index + 1)) if index else index


try:
    for each in Broken():
        print(each)
except ValueError as e:
    print(e)
first, *rest = Items("xyz")
print(first, rest, dict(zip(Items("ab"), Items([1, 2]))))
