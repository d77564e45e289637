import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.uniform(1, 2), random.choice("abc"), random.randrange(0, 100, 5))
x = list(range(10))
random.shuffle(x)
print(x, random.sample(range(100), 5), random.choices("ab", weights=[1, 3], k=6), random.choices([1, 2], cum_weights=[5, 6], k=3))
print(random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(1), random.betavariate(2, 3), random.triangular(0, 10, 5), random.getrandbits(70), random.randbytes(4))
r = random.Random("text seed")
print(r.random(), r.randint(0, 10**20), random.Random(1.5).random(), random.Random(b"bytes").random(), random.Random(-7).random() == random.Random(7).random())
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], random.Random(3).sample(["a", "b", "c"], counts=[1, 2, 3], k=4), random.Random(5).lognormvariate(0, 1), random.Random(5).gammavariate(2, 1), random.Random(5).paretovariate(3), random.Random(5).vonmisesvariate(0, 4), random.Random(5).weibullvariate(1, 2))
for wrong in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.choices([], k=1), lambda: random.choices([1, 2], weights=[1]), lambda: random.sample({1, 2}, 1), lambda: random.getrandbits(-1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
