"""Module doc.

>>> add(1, 2)
3
"""
def add(a, b):
    """
    >>> add(2, 3)
    5
    >>> add("a", "b")
    'ab'
    >>> x = add([1], [2])
    >>> x
    [1, 2]
    >>> for i in x:
    ...     print(i)
    1
    2
    >>> add(1, "a")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> add(1.5, 2)  # doctest: +ELLIPSIS
    3...
    >>> add(1, 1)
    3
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    """
    return a + b
class C:
    """>>> C().m()
    4
    """
    def m(self):
        """
        >>> c = C()
        >>> c.m()
        4
        >>> c.zz
        Traceback (most recent call last):
        AttributeError: 'C' object has no attribute 'zz'
        """
        return 4
    def nodoc(self): pass
if __name__ == "__main__":
    import contextlib
    import doctest
    import io

    for verbose in (False, True):
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            result = doctest.testmod(verbose=verbose)
        print(text.getvalue().replace(__file__, "FILE"), result)
