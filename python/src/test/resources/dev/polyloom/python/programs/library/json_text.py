import io
import json

data = {"name": "Zoë", "n": [1, 2.5, -3e20, 10**20], "t": True, "none": None, "d": {"x": []}, 5: (1, 2)}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, sort_keys=False, indent=2))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(json.dumps([], indent=4), json.dumps({}, indent=4), json.dumps([1], indent="\t"))
print(json.dumps("a\"b\\c\n\t\x01/é\U0001f600"), json.dumps(float("nan")), json.dumps([float("inf")]))
print(json.loads('{"a": [1, 2.0, "x\\u00e9\\n", null, true], "b": {"c": -1e3}}'))
print(json.loads("[1.5]", parse_float=str), json.loads("[15]", parse_int=float), json.loads(b'"x"'))
print(json.loads('{"a": 1, "b": 2}', object_pairs_hook=list))
print(json.loads('{"re": 1, "im": 2}', object_hook=lambda d: (d["re"], d["im"]) if "re" in d else d))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=PointEncoder), PointEncoder(indent=1).encode({"p": Point(3, 4)}))
print(json.dumps(Point(5, 6), default=lambda o: vars(o)), json.dumps({1, 2}, default=sorted))
out = io.StringIO()
json.dump({"k": [1, {"z": None}]}, out, indent=2)
print(out.getvalue(), json.load(io.StringIO('{"q": 1}')))
print(json.JSONDecoder().raw_decode('{"a": 1} tail'))
print(json.dumps({1: "a", None: "b", True: "c", 2.5: "d"}), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))

for text in ("", "{", '{"a" 1}', "[1,]", "nul", '{"a": 1} x', '"abc', "{'a': 1}", '["\\x"]'):
    try:
        json.loads(text)
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno)
loop = []
loop.append(loop)
for wrong in (Point(0, 0), {(1,): 2}, loop, b"x"):
    try:
        print(json.dumps(wrong))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    json.loads(5)
except TypeError as e:
    print(e)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
