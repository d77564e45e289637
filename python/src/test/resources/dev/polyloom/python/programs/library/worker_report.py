"""A small program of the usual kind: workers, a log, settings and a report in JSON."""

import argparse
import csv
import hashlib
import io
import json
import logging
import random
import re
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

logging.basicConfig(
    level=logging.INFO, stream=sys.stdout, format="[%(threadName)s] %(levelname)s %(message)s"
)
log = logging.getLogger("report")


def parse(argv):
    parser = argparse.ArgumentParser(description="report")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("names", nargs="+")
    return parser.parse_args(argv)


def work(name, lines, results, lock):
    seed = int(hashlib.md5(name.encode()).hexdigest()[:8], 16)
    r = random.Random(seed)
    found = [m.group(1) for line in lines for m in re.finditer(r"(\w+)@", line)]
    with lock:
        results[name] = {"mail": found, "score": r.randint(1, 100), "at": r.random()}


def main():
    args = parse(["--workers", "3", "ann", "bob", "cid"])
    start = datetime(2024, 2, 28, 23, 30)
    results = {}
    lock = threading.Lock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mail.txt"
        path.write_text("ann@x.org bob@y.org\ncid@z.org\n")
        lines = path.read_text().splitlines()
        threads = [
            threading.Thread(target=work, args=(n, lines, results, lock), name=f"worker-{i}")
            for i, n in enumerate(args.names)
        ]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
            log.info("%s has ended", t.name)
        out = path.with_suffix(".json")
        with out.open("w") as f:
            json.dump(results, f, sort_keys=True, indent=1)
        print(out.name, out.read_text())
    table = io.StringIO()
    writer = csv.DictWriter(table, ["name", "score", "due"], lineterminator="\n")
    writer.writeheader()
    for days, (name, values) in enumerate(sorted(results.items())):
        due = start + timedelta(days=days, minutes=45)
        writer.writerow({"name": name, "score": values["score"], "due": f"{due:%Y-%m-%d %H:%M}"})
    print(table.getvalue(), end="")
    try:
        json.loads("{bad")
    except json.JSONDecodeError as e:
        log.error("no JSON: %s", e)


main()
