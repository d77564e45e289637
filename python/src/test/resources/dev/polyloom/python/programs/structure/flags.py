from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.W), Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.RW), list(Perm))
p = Perm.R | Perm.W
print(p is Perm.RW, Perm.R in p, Perm.X in p, p & Perm.W, p ^ Perm.R, ~p, repr(~Perm.R))
print(bool(Perm.R & Perm.X), repr(Perm.R & Perm.X), Perm(0), Perm(5), [m.name for m in p], len(p))
print(Perm.X.value, Perm["RW"].value, (Perm.R | Perm.W | Perm.X).value, Perm.R == Perm.R)
try:
    Perm(8)
except ValueError as error:
    print(error)
try:
    Perm.R | 1
except TypeError as error:
    print(error)
try:
    3 in Perm.R
except TypeError as error:
    print(error)


class Style(IntFlag):
    BOLD = 1
    ITALIC = 2
    UNDER = 4


s = Style.BOLD | Style.UNDER
print(s, repr(s), s == 5, s & 4, Style.BOLD in s, Style(8), repr(Style(9)), int(s), s + 1)
print(repr(Style(0)), ~Style.BOLD, repr(s ^ 1), list(s), repr(Style.BOLD), f"{Style.BOLD}")
held = Perm.R
held |= Perm.X
print(held, {held: 1}[Perm.R | Perm.X])
