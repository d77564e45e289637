import time

t = time.gmtime(86400 * 365)
print(t, t.tm_year, t[1], t.tm_zone, len(t), tuple(t))
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), time.strftime("%a %b %d", (2024, 5, 6, 0, 0, 0, 0, 127, 0)))
print(time.strptime("30 Nov 2023 10:11", "%d %b %Y %H:%M"))
print(time.mktime(time.localtime(1700000000)), time.localtime(0).tm_isdst)
print(isinstance(time.time(), float), isinstance(time.time_ns(), int), time.perf_counter() <= time.perf_counter())
print(time.monotonic_ns() > 0, time.process_time() >= 0, time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)).tm_hour)
for wrong in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.strptime("x", "%Y"), lambda: time.asctime((1, 2)), lambda: time.struct_time((1, 2))):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.strftime("%H.%f", time.gmtime(0)))
