import json
import math


def write(cases, count):
    r = cases.random
    texts = ['', 'a', 'é', '😀', '"', '\\', '/', '\n\t\r\b\f', '\x00\x1f', '\x7f', '\u2028', 'key']

    def value(depth=3):
        kind = r.random()
        if depth == 0 or kind < 0.5:
            return r.choice([None, True, False, 0, -1, 10**30, 1.5, -0.0, 1e100, math.inf, -math.inf, math.nan, r.choice(texts), r.randint(-100, 100), r.random()])
        if kind < 0.75:
            return [value(depth - 1) for _ in range(r.randint(0, 3))]
        return {r.choice(texts + [1, 2.5, True, None]): value(depth - 1) for _ in range(r.randint(0, 3))}

    def keyed(v):
        # Java's map of the test has no order of mixed keys, and 1 is no True there
        if isinstance(v, dict):
            return {k: keyed(x) for k, x in v.items() if isinstance(k, str)} if any(isinstance(k, str) for k in v) else {k: keyed(x) for k, x in v.items()}
        return [keyed(x) for x in v] if isinstance(v, list) else v

    def loads(t):
        def strip(x):
            return x
        return json.loads(t)

    broken = ['', ' ', '{', '[', '"', '"a', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '{"a"}', '{"a" 1}', '{"a":}', '{"a":1,}', '{"a":1 "b"}', '{a:1}', '[1,]', '[1 2]', '[,1]', 'nul', 'tru', 'None', '-', '-a', '01', '1.', '.5', '1e', '1e+', '+1', '1 2', '{} []', 'NaN', 'Infinity', '-Infinity', '-Inf', '"a\nb"', '"\t"', '\n\n  x', '[1,\n2,\n x]', '{"a":\n [1,\n', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '\ufeff1', '😀', '["😀", x]', '1.5e3', '-0', '-0.0', '1E5', '123456789012345678901234567890', '[' * 5 + ']' * 5, '{"a":{"b":[1,{"c":null}]}}', "{'a':1}", '[1}', '{"a":1]', 'truefalse', '[true,false,null]', '"\\/\\b\\f\\n\\r\\t"', '"\\u00e9\\u2028"', '{"a":1,"a":2}', '[1, 2,', '{"a":1,', '"\\u', '"\\uD83D\\u00"']
    for i in range(count):
        cases.add('loads', loads, r.choice(broken))
        cases.add('loads', loads, json.dumps(keyed(value()), indent=r.choice([None, 1])))
        t = list(json.dumps(keyed(value())))
        if t:
            t[r.randrange(len(t))] = r.choice(['', ',', '}', ']', '"', ' ', 'x', '\\', '\n', ':'])
        cases.add('loads', loads, ''.join(t))
        cases.add('dumps', lambda v, a: json.dumps(v, ensure_ascii=a), keyed(value()), r.choice([True, False]))
        cases.add('pretty', lambda v, n: json.dumps(v, indent=n), keyed(value()), r.choice(['', ' ', '    ', '\t']))
        cases.add('compact', lambda v: json.dumps(v, separators=(',', ':'), sort_keys=True), {k: 1 for k in r.sample(['b', 'a', 'c', 'é', 'Z'], 3)})
        cases.add('strict', lambda v: json.dumps(v, allow_nan=False), r.choice([1.5, math.nan, math.inf]))
