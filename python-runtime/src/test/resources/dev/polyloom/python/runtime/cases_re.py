import re


def write(cases, count):
    r = cases.random
    wrong = ['(', 'a)', '*', 'a**', 'a{2,1}', '[', '[b-a]', '[\\d-a]', '[a-\\d]', '(?', '(?P', '(?P<', '(?P<a', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=a)', '(?Pz)', '(?z)', '(?<z)', '(?<=a*)', '\\1', '(\\1)', '(a)\\2', '\\400', '\\777', '\\x1', '\\u12', '\\q', '\\', '[\\q]', '[\\8]', '(?(1)a|b)', '(a)(?(1)b|c|d)', '(?(0)a)', '(?(x)a)', 'a(?i)b', '(?-)', '(?i', '(?i-i:a)', '(?-a:b)', '(?iz:a)', '(?#', '(?:a', '^*', '\\b+', '(?<=a|bb)', 'a{99999999999}', 'a\n(', '(?P<a b>x)', '(?P<>x)', '[]', '[^]', '|*', '(|*)', '(?<=(a)\\1)', '\\Nx', '(?au:x)', '(?L)a', '(?i-', '(?-i', '(?P>', '(?i-:a)', 'a\nb\n*+?{', '\\', '(?<', 'x{2}{3}', '(?P<a>.)(?P=a', '\\N{NO SUCH}', '[a']
    good = ['a', 'ab', 'a*', 'a+', 'a?', 'a*?', 'a+?', 'a??', 'a{2}', 'a{1,2}', 'a{,2}', 'a{1,}', 'x{a}', '{', 'a{', '.', '.*', '(a)', '(a)(b)?', '((a)|b)*', '(?P<x>a+)(?P<y>b*)', '(?P<x>a)(?P=x)', '(a)\\1', '[ab]', '[^ab]', '[a-c]', '[]a]', '[^]a]', '[-a]', '[a-]', '[\\w]', '[\\W]', '[^\\W]', '[^\\Wa]', '[\\s\\S]', '[\\d,]', '\\d+', '\\D+', '\\w+', '\\W+', '\\s+', '\\S+', '\\bab', '\\Ba', '\\b', '\\B', '^a', 'a$', '^', '$', '\\Aa', 'a\\Z', '(?:ab)+', '(?=a)', '(?!a).', '(?<=a)b', '(?<!a)b', 'a|b', 'a|ab', '|a', 'a|', '()', '(a)?(?(1)b|c)', '(?P<q>a)?(?(q)b|c)', '(?i)AB', '(?i:A)b', '(?-i:a)', '(?s).+', '(?m)^a', '(?m)b$', '(?x) a  b # c', '(?a)\\w', '(?#c)a', '\\x61', '\\u0061', '\\141', '\\0', '\\t', '\\.', '[.]', '[\\b]', '\\-', 'é', '😀', '[😀é]', '[а-я]', '\\n', '(?:a|b)+c', '(a|b)*', '(?>a+)b', 'a++b', 'a*+', '(\\w+)\\s(\\w+)', '(\\d+)-(\\d+)', '\\d{3}', '[A-Z]\\w*', '(?i)straße', '(?<=\\d)(?=(?:\\d{3})+$)', ',\\s*', '[,;]', '\\$', '&', '~', '[&&a]', '[a[b]', '[~^]', 'a#b', '\\N{DIGIT ONE}', '(((a)))', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', '\\\\', '"[^"]*"', "(?P<n>\\d+)|(?P<w>\\w+)", '\\s*', 'x*', 'b|']
    letters = ['a', 'b', 'ab', 'A', 'B', ' ', '\n', '1', '12', ',', '-', 'é', '😀', '_', '.', 'c', 'x', '', '\t', 'ß', 'я', '٣']

    def text(most=7):
        return ''.join(r.choice(letters) for _ in range(r.randint(0, most)))

    def pattern():
        if r.random() < 0.7:
            return r.choice(good)
        a, b = r.choice(good), r.choice(good)
        if b.startswith('(?') and b[2] in 'imsxa' and ')' in b[:4]:
            b = 'a'
        return r.choice([a + b, a + '|' + b, '(' + b + ')', '(?:' + b + ')*', a + '(' + b + ')?'])

    def flags():
        return r.choice([0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.M, re.X]) + 0

    def show(m):
        if m is None:
            return None
        n = m.re.groups
        return [m.group(0), list(m.groups()), m.groupdict(), [list(m.span(i)) for i in range(n + 1)], m.lastindex, m.lastgroup, repr(m)]

    def made(p, f=0):
        return re.compile(p, f)

    import warnings
    warnings.simplefilter('ignore')
    for i in range(count):
        cases.add('wrong', lambda p: repr(made(p)), r.choice(wrong + good))
        for name in ('search', 'match', 'fullmatch'):
            cases.add(name, lambda p, f, t: show(getattr(made(p, f), name)(t)), pattern(), int(flags()), text())
        cases.add('bounds', lambda p, t, a, b: show(made(p).search(t, a, b)), r.choice(good), text(), r.randint(0, 4), r.randint(0, 8))
        cases.add('findall', lambda p, f, t: [list(x) if isinstance(x, tuple) else [x] for x in made(p, f).findall(t)], pattern(), int(flags()), text())
        cases.add('spans', lambda p, f, t: [list(m.span()) for m in made(p, f).finditer(t)], pattern(), int(flags()), text())
        cases.add('split', lambda p, f, t, n: made(p, f).split(t, n), pattern(), int(flags()), text(), r.choice([0, 0, 0, 1, 2, -1]))
        cases.add('sub', lambda p, x, t, n: list(made(p).subn(x, t, n)), pattern(), r.choice(['', '-', '<\\g<0>>', '\\1', '\\2', '\\g<1>', '\\g<x>', '\\n', '\\q', '\\', '\\g', '\\g<', '\\g<>', '\\g<1', '\\g<a b>', '\\0', '\\07', '\\101', '\\400', '\\.', '$1', '\\g<99>', '\\99', 'é😀']), text(), r.choice([0, 0, 0, 1, 2, -1]))
        cases.add('escape', re.escape, text())
