from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d, repr(d), d.isoformat(), d.isoformat(" ", "seconds"), d.date(), d.time(), d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple().tm_yday)
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %p %I %y %U %w %% %d/%m"), f"{d:%d.%m.%y}", d.ctime())
print(datetime.strptime("05 Mar 2021 07:08", "%d %b %Y %H:%M"), datetime.strptime("2021-12-31", "%Y-%m-%d").date(), datetime.fromisoformat("2024-01-02T03:04:05+02:00"), date.fromisoformat("2024-01-02"))
print(d + timedelta(days=1, hours=11), d - timedelta(weeks=1), d - datetime(2024, 1, 1), date(2024, 3, 1) - date(2024, 2, 1), d.replace(day=1, microsecond=0), date(2023, 12, 31) + timedelta(1))
t = timedelta(days=-1, hours=5, seconds=30.5)
print(t, repr(t), t.total_seconds(), t.days, t.seconds, t.microseconds, -t, abs(t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(timedelta(hours=5), timedelta(hours=2)), timedelta(0), bool(timedelta()))
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
e = u.astimezone(timezone(timedelta(hours=5, minutes=30), "IST"))
print(u, e, e.tzname(), e.utcoffset(), u == e, repr(timezone.utc), timezone(timedelta(hours=-3)), u.timestamp(), datetime.fromtimestamp(0, timezone.utc), e.isoformat())
print(date(2024, 1, 1) < date(2024, 1, 2), max(date(2020, 1, 1), date(2021, 1, 1)), date.min, datetime.max, date(2024, 2, 29).replace(year=2028), date.fromordinal(738000), date(2024, 1, 1).toordinal(), time(1, 2) < time(1, 3), time(9, 5, tzinfo=timezone.utc), repr(time(1, 2, 3)))
for wrong in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: time(25), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024 x", "%Y"), lambda: u - d, lambda: u < d, lambda: date.fromisoformat("2024-1-1"), lambda: d < date(2024, 1, 1), lambda: timedelta(days=10**9), lambda: date(2024, 1, 1) - timedelta(10**6), lambda: timezone(timedelta(days=1)), lambda: date("x", 1, 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
