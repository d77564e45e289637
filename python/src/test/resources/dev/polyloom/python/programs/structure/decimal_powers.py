# Powers of e, logarithms, and powers that are no whole numbers.
from decimal import Decimal as D, getcontext, InvalidOperation, Overflow
for f in ('exp','ln','log10'):
    for v in ('2','0.5','1','10','1000','0.999','1.0000001','123456.789','1E-20','3.3E+50' if f != 'exp' else '5', '0'):
        print(f, v, getattr(D(v), f)())
print(D('-2.5').exp(), D('Infinity').ln(), D('-Infinity').exp(), D('NaN').ln())
for f in ('ln','log10'):
    try: getattr(D(-1), f)()
    except InvalidOperation as e: print(type(e).__name__)
try: D(10**20).exp()
except Overflow as e: print(type(e).__name__)
print(D(2) ** D('0.3'), D(4) ** D('1.5'), D(2) ** D('-0.5'), D('1.1') ** D('10.5'))
getcontext().prec = 50
print(D(2).ln(), D(3).exp(), D(7).log10())
getcontext().prec = 6
print(D(2).ln(), D(3).exp(), D(7).log10(), D(2)**D('0.5'))
