import calendar
import configparser
import getopt
import io
print(calendar.month(2024,2)); print(calendar.calendar(2023)); print(calendar.monthrange(2024,2), calendar.isleap(1900), calendar.leapdays(2000,2020), calendar.monthcalendar(2024,5), calendar.weekday(2024,5,6), list(calendar.day_name), calendar.month_abbr[3], calendar.timegm((2024,1,2,3,4,5)))
c=calendar.TextCalendar(calendar.SUNDAY); print(c.formatmonth(2024,6)); print(c.monthdatescalendar(2024,2)[0]); print(list(calendar.Calendar(6).iterweekdays()))
try: calendar.monthrange(2024,13)
except ValueError as e: print(e)
T='''
[DEFAULT]
base = /srv
debug: no
; comment
[web]
host = example.org
port = 8080
path = %(base)s/www
multi = one
   two

   three
debug = on
[Empty]
'''
p=configparser.ConfigParser(); p.read_string(T)
print(p.sections(), p['web']['path'], p.getint('web','port'), p['web'].getboolean('debug'), p.get('Empty','base'), repr(p['web']['multi']), p.options('web'), dict(p['Empty']), p.has_option('web','HOST'), p.get('web','nope',fallback='fb'), p['web'].get('zz'), p['web'], 'web' in p, list(p), p.items('Empty'), p.getfloat('web','port'))
p['new']={'a':'1','B':'x'}; p.set('new','c','3'); p.add_section('s2'); p.remove_option('new','a')
o=io.StringIO(); p.write(o); print(o.getvalue())
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in [lambda: p.get('no','x'), lambda: p.get('web','x'), lambda: p['no'], lambda: p['web']['no'], lambda: p.add_section('web'), lambda: p.getint('web','host'), lambda: p.getboolean('web','host'), lambda: p.set('web','a',5), lambda: configparser.ConfigParser().read_string('a=1'), lambda: configparser.ConfigParser().read_string('[a]\nx=1\nx=2'), lambda: configparser.ConfigParser().read_string('[a]\n[a]'), lambda: configparser.ConfigParser().read_string('[a]\nfoo'), lambda: p.set('web','q','%x'), lambda: configparser.ConfigParser().read('nofile.ini')]: show(f)
q=configparser.ConfigParser(allow_no_value=True, interpolation=configparser.ExtendedInterpolation(), inline_comment_prefixes='#'); q.read_string('[a]\nflag\nx=1 # c\ny=${x}0${b:z}\n[b]\nz=9'); print(q.get('a', 'y'))
r=configparser.ConfigParser(); r.read_string('[a]\nx=%(nope)s'); show(lambda: r.get('a','x')); show(lambda: r.get('a','x',raw=True))
for a,s,l in [(['-a','-b','val','--long','--arg=5','rest','-z'],'ab:',['long','arg=']),(['-x'],'a',[]),(['--nope'],'a',[]),(['-b'],'b:',[]),(['--ar','3'],'',['arg=']),(['--long=3'],'',['long']),(['-abv','x'],'ab:',[])]:
    show(lambda: getopt.getopt(a,s,l)); show(lambda: getopt.gnu_getopt(a,s,l))
