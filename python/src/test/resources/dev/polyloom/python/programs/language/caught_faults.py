import contextlib, asyncio, threading, _thread, sys, time, enum, weakref, itertools, io, pprint, string, collections
def zd(*a): return 1//0
def ie(*a): return int('x')
def st(n=0): return st(n+1)
def t(name, f):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__)
for bad in (zd, ie, st):
    n = bad.__name__
    with contextlib.suppress(Exception): bad()
    es = contextlib.ExitStack()
    def body():
        with contextlib.ExitStack() as s:
            s.callback(print, 'cb', n)
            s.push(lambda *a: print('exit', a[0].__name__))
            bad()
    t('stack', body)
    def body2():
        with contextlib.ExitStack() as s:
            s.callback(print, 'cb2', n)
            s.callback(bad)
    t('stack2', body2)
    @contextlib.contextmanager
    def cm():
        try: yield 1
        except Exception as e: print('in cm', type(e).__name__)
        finally: print('fin cm')
    def b3():
        with cm(): bad()
        return 'swallowed'
    t('cm', b3)
    class It:
        def __getitem__(self, i):
            if i == 2: bad()
            return i
    t('getitem', lambda: list(It()))
    class It2:
        def __iter__(self): return self
        def __next__(self): return bad()
    t('next', lambda: list(It2()))
    t('nextdef', lambda: next(It2(), 5))
    t('itercall', lambda: list(iter(bad, 3)))
    class P:
        @property
        def x(self): return bad()
        def __getattr__(self, n): return 'fallback'
    t('prop', lambda: P().x); t('has', lambda: hasattr(P(), 'x')); t('getattr', lambda: getattr(P(), 'x', 1))
    class G:
        def __getattr__(self, n): return bad()
    t('ga', lambda: G().q)
    t('map', lambda: list(map(bad, [1]))); t('filter', lambda: list(filter(bad, [1]))); t('sorted', lambda: sorted([1,2], key=bad)); t('gen', lambda: list(bad() for _ in [1]))
    def yf():
        def inner():
            try: yield 1
            except Exception as e: print('inner', type(e).__name__); yield 2
        yield from inner()
    def b4():
        g = yf(); next(g)
        try: bad()
        except Exception as e: return g.throw(e)
    t('throw', b4)
    class K(enum.Enum):
        A = 1
        @classmethod
        def _missing_(cls, v): return bad()
    t('missing', lambda: K(9))
    class D(collections.defaultdict): pass
    t('dd', lambda: collections.defaultdict(bad)['q'])
    class M(dict):
        def __missing__(self, k): return bad()
    t('m', lambda: M()['z']); t('fmt', lambda: '%(a)s' % M()); t('fm', lambda: '{a}'.format_map(M())); t('tmpl', lambda: string.Template('$a').substitute(M())); t('safe', lambda: string.Template('$a').safe_substitute(M()))
    t('chain', lambda: collections.ChainMap(M())['q'])
    class C:
        def __contains__(self, o): return bad()
        def __eq__(self, o): return bad()
        def __hash__(self): return bad()
        def __bool__(self): return bad()
        def __len__(self): return bad()
        def __str__(self): return bad()
        def __repr__(self): return bad()
    c = C()
    t('in', lambda: 1 in c); t('eq', lambda: c == 1); t('hash', lambda: {c: 1}); t('bool', lambda: not c); t('len', lambda: len(c)); t('str', lambda: str(c)); t('f', lambda: f'{c}'); t('repr', lambda: repr([c])); t('idx', lambda: [1].index(c)); t('cnt', lambda: [1].count(c)); t('pp', lambda: pprint.pformat([c]))
    class Meta(type):
        def __instancecheck__(cls, o): return bad()
    class X(metaclass=Meta): pass
    t('isinst', lambda: isinstance(1, X))
    def fin():
        try: bad()
        finally: print('finally', sys.exc_info()[0].__name__)
    t('fin', fin)
    def run():
        try: bad()
        except Exception as e: print('thread', type(e).__name__)
    th = threading.Thread(target=run); th.start(); th.join()
    threading.excepthook = lambda a: print('hook', a.exc_type.__name__)
    th = threading.Thread(target=bad); th.start(); th.join()
    async def main():
        @contextlib.asynccontextmanager
        async def acm():
            try: yield
            except Exception as e: print('acm', type(e).__name__)
            finally: print('acm fin')
        async with acm(): bad()
        try:
            async with contextlib.AsyncExitStack() as s:
                s.callback(print, 'acb')
                bad()
        except Exception as e: print('aes', type(e).__name__)
        async def ag():
            try:
                yield 1
                bad()
            except Exception as e: print('ag', type(e).__name__); yield 2
        print([x async for x in ag()])
        async def ag2():
            yield 1
            bad()
        try: print([x async for x in ag2()])
        except Exception as e: print('ag2', type(e).__name__)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda l, c: print('handler', type(c.get('exception')).__name__))
        loop.call_soon(bad); await asyncio.sleep(0.01)
        try: await loop.run_in_executor(None, bad)
        except Exception as e: print('exec', type(e).__name__)
        lock = asyncio.Lock()
        try:
            async with lock: bad()
        except Exception as e: print('lock', lock.locked())
        try: await asyncio.wait_for(co(), 1)
        except Exception as e: print('wf', type(e).__name__)
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(co())
        except BaseExceptionGroup as e: print('tg', [type(x).__name__ for x in e.exceptions])
    async def co(): bad()
    asyncio.run(main())
    lk = threading.Lock()
    def wl():
        with lk: bad()
    t('lock', wl); print(lk.locked())
    def gen2():
        with lk:
            yield 1
            bad()
    t('g2', lambda: list(gen2())); print(lk.locked())
    def gen3():
        try: yield 1; bad()
        except Exception as e: print('gen3', type(e).__name__)
        else: print('no')
        finally: print('gfin')
    print(list(gen3()))
print('end')
