import datetime as d
import time


def write(cases, count):
    r = cases.random

    def stamp():
        return d.datetime(r.choice([1, 4, 1900, 1970, 2000, 2023, 2024, 9999, r.randint(1, 9999)]), r.randint(1, 12), r.randint(1, 28), r.randint(0, 23), r.randint(0, 59), r.choice([0, r.randint(0, 59)]), r.choice([0, 0, 5, r.randint(0, 999999)]))

    def fields(x):
        return [x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond]

    def number():
        return r.choice([0, 1, -1, 1.5, -0.5, 0.1, 1e-7, r.randint(-10**6, 10**6), r.uniform(-1000, 1000), 10**9])

    def delta():
        return [r.choice([0, 0, 1, -1, r.randint(-10**5, 10**5)]), r.choice([0, 0, r.randint(-10**6, 10**6)]), r.choice([0, 0, r.randint(-10**8, 10**8)])]

    def show(x):
        return [str(x), repr(x)]

    def zone(seconds, name=None):
        return d.timezone(d.timedelta(seconds=seconds)) if name is None else d.timezone(d.timedelta(seconds=seconds), name)

    directives = '%a %A %b %B %c %d %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %f %% %e %D %F %T %R %n %t %h %C %G %g %u %V %k %l %r %P'.split()
    dates = ['2024-02-29', '2023-02-29', '20240131', '2024-W01-1', '2024W011', '2024-W01', '2020-W53-7', '2021-W53-1', '2024-1-1', '2024-13-01', '2024-01-32', '', 'x', '2024-01-01T', '0000-01-01', '2024-W00-1', '2024-W01-8', '2024-0101']
    moments = ['2024-01-02T03:04:05', '2024-01-02 03:04', '2024-01-02T03', '2024-01-02T03:04:05.123456', '2024-01-02T03:04:05.123', '2024-01-02T03:04:05Z', '2024-01-02T03:04:05+01:30', '2024-01-02T03:04:05-05:00', '20240102T030405', '2024-01-02', '2024-01-02T25:00', '2024-01-02T03:60', '2024-01-02T', '2024-01-02T03:04:05.', '2024-01-02T03:04:05+24:00', '2024-01-02T03:04:05,5', 'nonsense', '2024-01-02é03:04', '2024-01-02T03:04:05+00:00', '2024-01-02T0304', '2024-01-02T03:04:05.1234567', '2024-01-02T03:04:05 ']
    parses = [('2024-01-02', '%Y-%m-%d'), ('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), ('1/2/24', '%m/%d/%y'), ('Jan 5 2024', '%b %d %Y'), ('january 05, 2024', '%B %d, %Y'), ('3:04 PM', '%I:%M %p'), ('12:00 AM', '%I:%M %p'), ('2024-01-02x', '%Y-%m-%d'), ('2024-13-02', '%Y-%m-%d'), ('2023-02-30', '%Y-%m-%d'), ('0.123', '%S.%f'), ('5.1', '%S.%f'), ('2024 060', '%Y %j'), ('Mon', '%a'), ('Tuesday 5', '%A %d'), ('+0130', '%z'), ('-05:00', '%z'), ('Z', '%z'), ('%5', '%%%d'), ('2024', '%Q'), ('2024', '%'), ('', '%Y'), ('99', '%y'), ('68', '%y'), ('69', '%y'), ('24-1', '%y-%m'), ('20240102', '%Y%m%d'), ('12:34:56', '%X'), ('01/02/24', '%x'), ('Tue Jan  2 03:04:05 2024', '%c'), ('a  b', 'a b'), ('ab', 'a b'), ('UTC', '%Z'), ('1 2', '%d %m'), ('60', '%S'), ('10:99', '%H:%M')]
    for i in range(count):
        cases.add('delta', lambda *a: show(d.timedelta(*a)), *[number() for _ in range(r.randint(0, 7))])
        cases.add('arithmetic', lambda a, b: [str(d.timedelta(*a) + d.timedelta(*b)), str(d.timedelta(*a) - d.timedelta(*b)), str(-d.timedelta(*a)), d.timedelta(*a).total_seconds(), d.timedelta(*a) < d.timedelta(*b)], delta(), delta())
        cases.add('times', lambda a, n: str(d.timedelta(*a) * n), delta(), r.choice([r.randint(-9, 9), 0.5, 1.5, r.uniform(-3, 3)]))
        cases.add('over', lambda a, n: str(d.timedelta(*a) / n), delta(), r.choice([r.randint(-9, 9), 0.5, 3, r.uniform(1, 3), 0, 0.0]))
        cases.add('floorover', lambda a, n: str(d.timedelta(*a) // n), delta(), r.randint(-9, 9))
        cases.add('ratio', lambda a, b: [d.timedelta(*a) / d.timedelta(*b), d.timedelta(*a) // d.timedelta(*b), str(d.timedelta(*a) % d.timedelta(*b))], delta(), delta())
        cases.add('date', lambda *a: show(d.date(*a)), r.choice([0, 1, 2024, 9999, 10000, -5]), r.randint(0, 13), r.randint(0, 32))
        x = stamp()
        cases.add('dateparts', lambda y, m, n: [d.date(y, m, n).toordinal(), d.date(y, m, n).weekday(), list(d.date(y, m, n).isocalendar()), d.date(y, m, n).ctime(), d.date(y, m, n).timetuple().tm_yday], x.year, x.month, x.day)
        cases.add('plusdays', lambda y, m, n, k: str(d.date(y, m, n) + d.timedelta(k)), x.year, x.month, x.day, r.choice([r.randint(-1000, 1000), 10**7, -10**7]))
        cases.add('dateparse', lambda t: str(d.date.fromisoformat(t)), r.choice(dates))
        cases.add('time', lambda *a: show(d.time(*a)), r.randint(-1, 24), r.randint(-1, 60), r.randint(-1, 60), r.choice([0, 5, -1, 10**6, 999999]))
        cases.add('datetime', lambda *a: show(d.datetime(*a)), *fields(x))
        cases.add('iso', lambda a, s, u: d.datetime(*a).isoformat(s, u), fields(x), r.choice(['T', ' ', 'é', 'xx']), r.choice(['auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds', 'foo']))
        cases.add('plus', lambda a, b: str(d.datetime(*a) + d.timedelta(*b)), fields(x), delta())
        cases.add('minus', lambda a, b: str(d.datetime(*a) - d.datetime(*b)), fields(x), fields(stamp()))
        cases.add('parse', lambda t: show(d.datetime.fromisoformat(t)), r.choice(moments))
        cases.add('strftime', lambda a, f: d.datetime(*a).strftime(f), fields(x), r.choice([r.choice(directives), ' '.join(r.sample(directives, 4)), '%Y-%m-%d %H:%M:%S', 'x', '%', '%%Y', 'é%Hé']) if x.year >= 1000 else '%m')
        cases.add('strptime', lambda t, f: show(d.datetime.strptime(t, f)), *r.choice(parses))
        cases.add('zone', lambda s, n: show(zone(s, n)), r.choice([0, 3600, -3600, 5400, -18000, 86399, 86400, -86400, 90061, 1]), r.choice([None, None, 'EST', 'é']))
        cases.add('aware', lambda a, s: show(d.datetime(*a, tzinfo=zone(s))), fields(x), r.choice([0, 3600, -5400]))
        cases.add('inzone', lambda a, s, t: str(d.datetime(*a, tzinfo=zone(s)).astimezone(zone(t))), fields(x), r.choice([0, 3600, -5400]), r.choice([0, 3600, -5400]))
        cases.add('stamp', lambda a, s: d.datetime(*a, tzinfo=zone(s)).timestamp(), fields(x), r.choice([0, 3600, -5400]))
        cases.add('localstamp', lambda a: d.datetime(*a).timestamp(), fields(x) if 1 < x.year < 9999 else [2020, 1, 1, 0, 0, 0, 0])
        cases.add('fromstamp', lambda t: str(d.datetime.fromtimestamp(t, d.timezone.utc)), r.choice([0, 1.5, 1e9, -1.5, r.uniform(-10**9, 4 * 10**9), 1e11, 0.1]) + 0.0)
        cases.add('gmtime', lambda t: [list(time.gmtime(t)), time.asctime(time.gmtime(t)), time.strftime('%Y-%m-%d %H:%M:%S %Z', time.gmtime(t)), repr(time.gmtime(t)).split(', tm_gmtoff')[0]], r.choice([0, 1.5, 1e9, r.uniform(0, 4 * 10**9)]) + 0.0)
