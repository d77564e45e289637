import calendar
from datetime import date, timedelta

print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.month_name[3], calendar.day_abbr[0], calendar.weekday(2024, 1, 1), calendar.leapdays(2000, 2025))
print(calendar.month(2024, 2))
d = date(2024, 1, 31)
print([str(d + timedelta(days=30 * i)) for i in range(3)], (date(2024, 12, 25) - d).days, d.strftime("%A %d %B %Y"), d.isocalendar().week)
fridays = [date(2024, m, 13) for m in range(1, 13) if date(2024, m, 13).weekday() == 4]
print([str(f) for f in fridays], min(fridays), sorted([date(2024, 5, 1), date(2023, 5, 1)])[0].year)
age = lambda born, today: today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(2000, 6, 15), date(2024, 6, 14)), age(date(2000, 6, 15), date(2024, 6, 15)), calendar.monthcalendar(2024, 2)[0], calendar.timegm((1970, 1, 2, 0, 0, 0)))
