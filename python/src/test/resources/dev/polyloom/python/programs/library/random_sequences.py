import random

for seed in (42, -7, 2**80, "text", b"bytes", 1.5, True):
    r = random.Random(seed)
    print(seed, r.random(), r.randint(1, 6), r.getrandbits(40), r.uniform(2, 3))

random.seed(2024)
print([random.randrange(0, 100, 7) for _ in range(6)])
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.choice(range(10, 20)))
deck = list(range(10))
random.shuffle(deck)
print(deck)
print(random.sample(range(1000), 5), random.sample(["a", "b", "c"], k=2, counts=[3, 1, 2]))
print(random.choices("xyz", weights=[5, 1, 1], k=8))
print(random.choices([1, 2], cum_weights=[1, 4], k=5))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(1, 2))
print(random.expovariate(0.5), random.betavariate(2, 3), random.triangular(0, 10, 3))
print(random.gammavariate(9, 0.5), random.lognormvariate(0, 0.25), random.paretovariate(3))
print(random.vonmisesvariate(0, 4), random.weibullvariate(1, 1.5))

state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)])
print(random.Random(1).randbytes(5))


class Loaded(random.Random):
    def roll(self):
        return self.randint(1, 6)


print([Loaded(3).roll() for _ in range(3)])

for wrong in (
    lambda: random.choice([]),
    lambda: random.randint(5, 1),
    lambda: random.randrange(0),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample({1, 2}, 1),
    lambda: random.choices([1], [1, 2]),
    lambda: random.choices([], k=1),
    lambda: random.seed([]),
):
    try:
        wrong()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
