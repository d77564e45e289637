import collections
import json
import re

data = {"name": "ünï", "list": [1, 2.5, True, None], "deep": {"k": "v\n"}}
text = json.dumps(data, sort_keys=True)
print(text)
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.loads(text) == data, json.loads("[1e3, -0.5, \"\\u00e9\"]"))
try:
    json.loads("{bad}")
except json.JSONDecodeError as e:
    print(e)
log = "2024-01-05 ERROR [db] timeout=30; 2024-02-07 INFO [web] ok=1"
for m in re.finditer(r"(?P<date>\d{4}-\d\d-\d\d) (\w+) \[(\w+)\]", log):
    print(m.group("date"), m.groups(), m.span())
print(re.sub(r"(\w+)=(\d+)", lambda m: f"{m[1]}:{int(m[2]) * 2}", log))
print(re.split(r"[;,]\s*", "a; b,c"), re.fullmatch(r"a+(?=b)?", "aaa"), re.escape("a.b"))
words = collections.Counter(re.findall(r"[a-z]+", "the cat the hat".lower()))
print(words.most_common(1), collections.ChainMap({"a": 1}, {"b": 2})["b"])
