import random


def write(cases, count):
    r = cases.random

    def drawn(seed, kind, *args):
        source = random.Random()
        source.seed(seed)
        return [getattr(source, kind)(*args) for _ in range(4)]

    def real():
        return round(r.uniform(0.1, 9), r.randint(0, 3)) or 1.0

    for i in range(count):
        def seed():
            return r.choice([0, 1, 42, -42, True, r.getrandbits(32), r.getrandbits(200), 2**64, r.random(), -1.5, 0.0, 3.0, "", "seed", "é😀", b"", b"bytes", str(r.random())])
        cases.add("random", drawn, seed(), "random")
        cases.add("getrandbits", drawn, seed(), "getrandbits", r.choice([0, 1, 5, 31, 32, 33, 53, 62, 63, 64, 65, 100, 1000, -1]))
        cases.add("randrange1", drawn, seed(), "randrange", r.choice([1, 2, 10, 100, 0, -5, 2**31, 2**32, 2**62, 2**63, 2**64, 10**30]))
        cases.add("randrange3", drawn, seed(), "randrange", r.randint(-20, 20), r.choice([r.randint(-20, 40), 10**20]), r.choice([1, 1, 2, 3, -1, -2, 0, 7]))
        cases.add("randint", drawn, seed(), "randint", r.randint(-20, 20), r.choice([r.randint(-20, 40), 10**20]))
        cases.add("choice", drawn, seed(), "choice", list(range(r.choice([0, 1, 2, 5, 100]))))
        cases.add("sample", drawn, seed(), "sample", list(range(r.choice([0, 1, 5, 25, 90, 1000]))), r.choice([0, 1, 3, 5, 6, 20, -1]))
        cases.add("choices", drawn, seed(), "choices", list(range(r.choice([1, 5, 100]))), None)
        n = r.randint(1, 5)
        cases.add("weighted", drawn, seed(), "choices", list(range(n)), [r.choice([0, 1, 2.5, 10, real()]) for _ in range(n + r.choice([0, 0, 0, 1]))])
        cases.add("randbytes", drawn, seed(), "randbytes", r.randint(0, 9))
        for name in ("uniform", "normalvariate", "gauss", "lognormvariate", "gammavariate", "betavariate", "weibullvariate", "vonmisesvariate"):
            cases.add("~" + name, drawn, seed(), name, r.choice([real(), 1.0]), r.choice([real(), 1.0]))
        for name in ("expovariate", "paretovariate"):
            cases.add("~" + name, drawn, seed(), name, real())
        cases.add("triangular", drawn, seed(), "triangular", r.choice([1.0, real()]), r.choice([1.0, 9.5]), r.choice([None, 1.5]))

        def shuffled(seed, n):
            source = random.Random(seed)
            items = list(range(n))
            source.shuffle(items)
            return items
        cases.add("shuffle", shuffled, seed(), r.randint(0, 30))

        def resumed(seed):
            source = random.Random(seed)
            source.gauss(0, 1)
            state = source.getstate()
            a = source.random()
            source.setstate(state)
            return [a, source.random()]
        cases.add("~state", resumed, seed())
