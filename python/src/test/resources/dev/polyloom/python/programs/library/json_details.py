import json

data = {"s": "é\"\n", "n": [1, 2.5, -0.0, 1e100, True, None], "nested": {"a": [], "b": {}}, 1: "int key", None: "none key", True: "bool"}
print(json.dumps(data))
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(",", ":")), json.dumps([1, [2, {"x": ()}]], indent="\t"), json.dumps("\u2028/\x7f"), json.dumps(float("inf")))
print(json.loads('{"a": [1, 2.0, "x\\u00e9", null, true], "b": {}}'), json.loads(' "s" '), json.loads("1e3"), json.loads("-5"), json.loads("NaN"), json.loads(b"[1]"), json.loads('{"a":1,"a":2}'))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, complex)):
            return {"kind": type(o).__name__, "text": str(o)}
        return super().default(o)


print(json.dumps({"x": {1}, "c": 1j}, cls=Encoder), json.dumps({1, }, default=list), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: int(s) * 10), json.loads('{"z":1,"a":2}', object_pairs_hook=list), json.dumps({(1, 2): 1, "k": 2}, skipkeys=True))
for text in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", '"abc', "[1] 2", '{"a": 1,}', '"\t"', '"\\x"', "01", "[1\n2]"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, "|", error.msg, error.pos, error.lineno, error.colno)
for wrong in ({1}, {(1,): 2}, object, b"x", 1j):
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as error:
    print(error)
