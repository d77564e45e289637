from enum import Flag, IntFlag, auto


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


rw = Perm.READ | Perm.WRITE
print(rw, repr(rw), rw.value, Perm.READ in rw, Perm.RUN in rw, bool(rw & Perm.RUN), ~Perm.READ, rw ^ Perm.READ, Perm.ALL, Perm(0), repr(Perm(0)))
print(list(rw), len(rw), list(Perm), Perm(3), Perm["RUN"], Perm.ALL & ~Perm.RUN == rw, Perm.READ | Perm.READ is Perm.READ, rw.name)


class Bits(IntFlag):
    A = 1
    B = 2
    C = 4


print(Bits.A | Bits.C, Bits.A | 8, Bits.A + 1, Bits(7), ~Bits.A, Bits.B == 2, repr(Bits.A | Bits.B), f"{Bits.A | Bits.B}", int(Bits.C))
for wrong in (lambda: Perm(16), lambda: Perm.READ | 1, lambda: Perm["X"], lambda: 1 in Perm.READ):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
mask = Perm(0)
for p in (Perm.READ, Perm.RUN):
    mask |= p
print(mask, mask == Perm.READ | Perm.RUN, hash(mask) == hash(Perm(5)), {Perm.READ: 1}[Perm(1)])
