import traceback, sys
def t(f):
    try: f()
    except BaseException as e: 
        print(type(e).__name__, e.args, str(e), repr(e), type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__, getattr(e,'__notes__',None))
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
t(a)
def b():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v') from None
t(b)
def c():
    try: {}['k']
    finally: [][0]
t(c)
def d():
    e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); raise e
t(d)
def f():
    try: raise KeyError('a b')
    except KeyError as e:
        try: raise
        finally: print('fin')
t(f)
t(lambda: (_ for _ in ()).throw(OSError(2, 'No such', 'file.txt')))
t(lambda: open('/nonexist'))
t(lambda: int('x'))
t(lambda: [].x)
t(lambda: undefined_name)
t(lambda: (lambda: 1)(2))
t(lambda: (lambda a, *, b: 1)(2))
t(lambda: (lambda a, b=1: 1)())
t(lambda: 'a'.encode('ascii').decode('utf-99'))
t(lambda: b'\xff'.decode())
t(lambda: '\u1234'.encode('latin1'))
t(lambda: __import__('nonexistent_mod'))
t(lambda: next(iter([])))
t(lambda: sys.exit(3))
t(lambda: sys.exit('bye'))
t(lambda: {}['a']['b'])
t(lambda: (1,2).foo)
def rec(): return rec()
t(rec)
def gg():
    yield 1
    raise StopIteration('s')
t(lambda: list(gg()))
for cls in (Exception, KeyError, OSError, StopIteration, UnicodeDecodeError, SyntaxError, SystemExit, AssertionError, ExceptionGroup):
    try: print(repr(cls()), str(cls()))
    except TypeError as e: print(cls.__name__, e)
print(repr(OSError(1,'a')), str(OSError(1,'a')), OSError(2,'a').errno, OSError(2,'a').strerror, type(OSError(2,'x')), OSError(2,'x','f').filename, str(OSError(2,'x','f','w','g')))
print(repr(Exception('a',1)), str(Exception('a',1)), str(KeyError('a')), str(KeyError('a','b')), repr(StopIteration(5).value), SystemExit(3).code)
e = UnicodeDecodeError('utf8', b'abc\xff', 3, 4, 'bad'); print(e, e.encoding, e.object, e.start, e.end, e.reason)
e = UnicodeEncodeError('ascii', 'abcé', 3, 4, 'bad'); print(e, e.args)
e = UnicodeEncodeError('ascii', 'abcé', 1, 4, 'bad'); print(e)
e = UnicodeTranslateError('abcé', 1, 2, 'bad'); print(e)
try: 'aé'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try: b'a\xe9'.decode('ascii')
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
class My(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
    def __str__(self): return f'My:{self.args}:{self.b}'
t(lambda: (_ for _ in ()).throw(My(1,2)))
class My2(Exception): pass
print(repr(My2()), repr(My2(1)), My2.__mro__, My2('a').args)
class My3(KeyError, ValueError): pass
t(lambda: (_ for _ in ()).throw(My3('q')))
try:
    raise ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')])])
except* ValueError as eg: print('VE', eg, eg.exceptions, repr(eg))
except* (TypeError, KeyError) as eg: print('rest', eg.exceptions)
eg = ExceptionGroup('m', [ValueError(1), OSError(2)]); print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, OSError)), eg.derive([KeyError()]), eg.message)
try: ExceptionGroup('a', [])
except ValueError as e: print(e)
try: ExceptionGroup('a', [1])
except ValueError as e: print(e)
try: raise 1
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try: raise ValueError from 1
except TypeError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
try: assert 0, 'msg'
except AssertionError as e: print(repr(e))
try: assert ()
except AssertionError as e: print(repr(e))
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        except: pass
        else: print('else', i)
        finally: print('finally', i)
    try: return 'try'
    finally: print('cleanup')
print(fin())
def fin2():
    try: return 1
    finally: return 2
print(fin2())
def fin3():
    while True:
        try: 1/0
        finally: break
    return 'ok'
print(fin3())
try:
    try: raise ValueError('inner')
    except ValueError as e: e2 = e; raise TypeError('outer')
except TypeError as e: print(e.__context__ is e2, e.__cause__, e.__traceback__ is not None)
try: e
except NameError as x: print(x)
class Ctx:
    def __init__(s, r): s.r = r
    def __enter__(s): print('enter'); return s
    def __exit__(s, t, v, tb): print('exit', t and t.__name__, v); return s.r
with Ctx(True) as c1, Ctx(False) as c2: 1/0
try:
    with Ctx(False): raise KeyError('z')
except KeyError as e: print('caught', e)
try:
    with 5: pass
except TypeError as e: print(e)
class NE:
    def __enter__(self): pass
try:
    with NE(): pass
except TypeError as e: print(e)
try: raise ValueError('tb')
except ValueError: print(traceback.format_exc().splitlines()[-1], sys.exc_info()[0], traceback.format_exception_only(ValueError, ValueError('z')))
print(sys.exc_info())
ex = ValueError('a').with_traceback(None); print(ex.__traceback__, ex == ValueError('a'))
print(BaseException.__subclasses__()[:2], issubclass(ModuleNotFoundError, ImportError), [c.__name__ for c in FileNotFoundError.__mro__])
err = ImportError('m', name='n', path='p'); print(err.name, err.path, err.msg)
try: raise AttributeError('x', name='q', obj=5)
except AttributeError as e: print(e.name, e.obj)
try: (5).foo
except AttributeError as e: print(e.name, e.obj)
try: foo_bar
except NameError as e: print(e.name)
try: compile('a b', 'f', 'exec')
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.text, e.filename, e)
print(StopIteration(1,2).args, StopIteration(1,2).value)
def g():
    try: yield 1
    except GeneratorExit: print('ge'); raise
    finally: print('gf')
x = g(); next(x); x.close(); del x
def g2():
    try: yield 1
    except GeneratorExit: yield 2
x = g2(); next(x)
try: x.close()
except RuntimeError as e: print(e)
