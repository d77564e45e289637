# What star_rebinding.py imports.
n = "str"
i = "x"
len_of = len


def pow(a, b):
    return "own pow of %s and %s" % (a, b)


if __name__ == "__main__":
    print(n, i, pow(2, 3))
