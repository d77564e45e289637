import copy


class Complex(complex):
    pass


class Whole(int):
    pass


class Name(str):
    pass


class Raw(bytes):
    pass


class Pair(tuple):
    pass


class Bag(frozenset):
    pass


for value in (Complex(1 + 2j), Whole(3), Name("a"), Raw(b"a"), Pair((1, [2])), Bag({1})):
    value.note = [1]
    for how in (copy.copy, copy.deepcopy):
        made = how(value)
        print(type(made).__name__, made == value, made is value, made.note, made.note is value.note)

for value in (1 + 2j, b"abc", 1.5, "text", range(3), ..., None, frozenset({1})):
    print(copy.copy(value) is value, copy.deepcopy(value) == value, end=" ")
print()

octets = bytearray(b"abc")
made = copy.copy(octets)
deep = copy.deepcopy([octets, octets])
made[0] = 120
deep[0][1] = 121
print(octets, made, deep, deep[0] is deep[1])
