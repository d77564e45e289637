import time

t = time.gmtime(0)
print(t, t.tm_year, t[0], len(t), time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), tuple(t)[:3])
s = time.strptime("2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S")
print(s.tm_yday, s.tm_wday, s.tm_hour, time.strftime("%j %U %a %b", s))
a, b = time.perf_counter(), time.perf_counter()
print(b >= a, time.monotonic() <= time.monotonic(), time.time() > 1.6e9, isinstance(time.time_ns(), int), time.process_time() >= 0, time.thread_time() >= 0)
start = time.monotonic()
time.sleep(0.02)
print(time.monotonic() - start >= 0.02, time.sleep(0), time.gmtime(86400 * 365).tm_year, time.strftime("%H", time.gmtime(3600)))
for wrong in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024 1", "%Y")):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
