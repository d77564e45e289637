import heapq
import itertools
import random


class Simulation:
    def __init__(self):
        self.now, self.events, self.order = 0, [], itertools.count()

    def at(self, delay, action, *args):
        heapq.heappush(self.events, (self.now + delay, next(self.order), action, args))

    def run(self, until=float("inf")):
        while self.events and self.events[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.events)
            action(*args)


sim, log = Simulation(), []


def arrive(n):
    log.append((sim.now, "arrive", n))
    sim.at(3, leave, n)
    if n < 3:
        sim.at(2, arrive, n + 1)


def leave(n):
    log.append((sim.now, "leave", n))


sim.at(0, arrive, 1)
sim.run(until=4)
print(log, len(sim.events))
sim.run()
print(log[-1], sim.now)
r = random.Random(1)
walk = [0]
for _ in range(10):
    walk.append(walk[-1] + r.choice((-1, 1)))
print(walk, r.sample(range(20), 3), sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(2000)))
