from datetime import date, datetime, time, timedelta, timezone, tzinfo

d = date(2024, 2, 28)
print(d, repr(d), d + timedelta(days=2), d.replace(month=3), d.weekday(), d.isoweekday(), d.isocalendar())
print(d.strftime("%d/%m/%y %A %j"), f"{d:%B %d, %Y}", d.toordinal(), date.fromordinal(738000), d.ctime())
print((date(2024, 12, 25) - d).days, date(2024, 1, 1) < d, max(d, date(2020, 1, 1)), date.min, date.max)
t = time(13, 5, 9, 250)
print(t, repr(t), t.isoformat("minutes"), t.strftime("%I:%M %p"), time.fromisoformat("04:05:06.5"))
when = datetime(2024, 5, 6, 7, 8, 9, 123456)
print(when, repr(when), when.isoformat(), when.date(), when.time(), when.timetuple().tm_yday)
print(when + timedelta(hours=30, minutes=-5), when - datetime(2024, 1, 1), when.replace(microsecond=0))
print(datetime.strptime("06 May 2024 07:08 PM", "%d %b %Y %I:%M %p"), datetime.fromisoformat("2024-05-06T07:08:09+02:00"))
delta = timedelta(days=1, hours=2, seconds=3, milliseconds=4)
print(delta, repr(delta), delta.total_seconds(), delta * 2, delta / 2, delta // timedelta(hours=1), -delta, abs(-delta))
print(divmod(timedelta(hours=5), timedelta(minutes=45)), timedelta(0), bool(timedelta(0)), sum([delta, delta], timedelta()))
utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30), "IST")
print(utc, repr(utc), utc.astimezone(east), utc.astimezone(east).tzname(), east, utc.timestamp())
print(utc == utc.astimezone(east), utc - datetime(2024, 1, 1, 12, tzinfo=east), datetime.fromtimestamp(0, timezone.utc))


class Half(tzinfo):
    def utcoffset(self, dt):
        return timedelta(minutes=30)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "HALF"


print(datetime(2024, 1, 1, tzinfo=Half()), datetime(2024, 1, 1, tzinfo=Half()).strftime("%z %Z"), utc.astimezone(Half()))
print(sorted([date(2024, 3, 1), date(2023, 3, 1)]), {date(2024, 1, 1): "x"}[date(2024, 1, 1)], datetime.combine(d, t))
for wrong in (
    lambda: date(2023, 2, 29),
    lambda: date(2023, 13, 1),
    lambda: datetime(2024, 1, 1, 25),
    lambda: datetime.strptime("nope", "%Y"),
    lambda: datetime.strptime("2024x", "%Y"),
    lambda: date.fromisoformat("2024-1-1"),
    lambda: utc - when,
    lambda: utc < when,
    lambda: date.max + timedelta(1),
    lambda: timedelta("x"),
):
    try:
        wrong()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
