"""Examples whose statements show values.

>>> for n in range(2):
...     n
0
1
>>> if True: 5
5
>>> x = 3; x
3
>>> print("no line end", end="")
no line end
>>> shown(3)
0 1 2 
>>> for word in ("a", "b"):
...     word.upper()
...     if word == "b":
...         len(word), word
'A'
'B'
(1, 'b')
>>> def helper():
...     "not shown"
...     return 1
>>> helper(); helper() + 1
1
2
>>> try:
...     shown("x")
... except TypeError:
...     "refused"
'refused'
>>> [1,
...  2]
[1, 2]
"""

import doctest


def shown(n):
    for each in range(n):
        print(each, end=" ")


print(doctest.testmod())
