x = 5
s = 'text'
def show(): return x, s
print(show())
from math import *
e2 = e
print(pi)
x = 10
pow2 = pow(2,3); print(pow2)
from os.path import *
print(join('a','b'))
count = 3
from itertools import *
print(next(count(7)))
def use(): return next(count(1))
print(use())
