import csv
import io

rows = [["a", "b,c", 'd"q"'], ["1", "", "x\ny"], [None, 2.5, True]]
out = io.StringIO()
csv.writer(out).writerows(rows)
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue()))), list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(['a, "b"'], skipinitialspace=True)), list(csv.reader(["", "x"])))
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="|").writerow(["s", 1, 2.5, "a b"])
    print(out.getvalue())
out = io.StringIO()
w = csv.DictWriter(out, ["name", "age"], restval="?", extrasaction="ignore")
w.writeheader()
w.writerow({"name": "Ann", "age": 5, "extra": 1})
w.writerow({"name": "Bob"})
print(out.getvalue().splitlines())
reader = csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6\n"))
print(reader.fieldnames, list(reader), reader.line_num)
print(list(csv.reader(io.StringIO("1.5,a\n"), quoting=csv.QUOTE_NONNUMERIC)) if False else list(csv.reader(["a\tb"], "excel-tab")), csv.list_dialects()[:2], sum(int(r["n"]) for r in csv.DictReader(["n", "1", "2"])))
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1})
except ValueError as error:
    print(error)
try:
    csv.reader(["a"], delimiter="ab")
except TypeError as error:
    print(error)
