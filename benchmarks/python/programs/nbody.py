"""Planets under gravity, as lists of floats."""

import math
import time

SUN = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743]
JUPITER = [4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.03769]
SATURN = [8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.01128]
URANUS = [12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.00172]
NEPTUNE = [15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.00203]


def advance(bodies, dt, steps):
    count = len(bodies)
    for _ in range(steps):
        for i in range(count):
            a = bodies[i]
            for j in range(i + 1, count):
                b = bodies[j]
                dx = a[0] - b[0]
                dy = a[1] - b[1]
                dz = a[2] - b[2]
                square = dx * dx + dy * dy + dz * dz
                pull = dt / (square * math.sqrt(square))
                a[3] -= dx * b[6] * pull
                a[4] -= dy * b[6] * pull
                a[5] -= dz * b[6] * pull
                b[3] += dx * a[6] * pull
                b[4] += dy * a[6] * pull
                b[5] += dz * a[6] * pull
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


begun = time.perf_counter()
planets = [SUN, JUPITER, SATURN, URANUS, NEPTUNE]
advance(planets, 0.01, 60_000)
print("%.9f" % planets[1][0])
print(time.perf_counter() - begun)
