package dev.polyloom.python.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions handed to threads, pools and the like are typed by what these will pass. */
@Timeout(60)
class HandedCallTest {
    private static final String IMPORTS =
            """
            import asyncio
            import functools
            import multiprocessing as mp
            import threading
            from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor
            from multiprocessing import Pool, Process
            from threading import Thread, Timer

            def f(a, b=7):
                return a + b

            nums = [3, 4, 5]
            pairs = [(3, 4), (5, 6)]
            box = [1]
            numbers = list(range(3, 6))

            """;

    private static List<String> told(String program) throws Exception {
        String text = IMPORTS + program;
        return Types.of(PythonParser.parse(SourceText.of("t.py", text)), true).report("t.py");
    }

    private static String first(String program) throws Exception {
        return told(program).stream()
                .filter(each -> each.contains(" f.a: "))
                .findFirst()
                .orElse("no f.a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threading.Thread(target=f, args=(3,)).start()",
                "Thread(target=f, args=[3]).start()",
                "Thread(target=f, kwargs={'a': 3}).start()",
                "Thread(target=f, args=(3,), kwargs={'b': 2}).start()",
                "mp.Process(target=f, args=(3,)).start()",
                "Process(target=f, args=(3,)).start()",
                "Timer(1, f, [3]).start()",
                "threading.Timer(1.0, f, args=(3,)).start()",
                "Timer(interval=1, function=f, kwargs={'a': 3}).start()",
                "with ThreadPoolExecutor() as ex:\n    ex.submit(f, 3)",
                "ex = ProcessPoolExecutor()\nex.submit(f, a=3)",
                "def run(ex):\n    ex.submit(f, 3, b=4)",
                "class P:\n    def go(self):\n        self.ex.submit(f, 3)",
                "ThreadPoolExecutor().map(f, [3])",
                "def go(pool):\n    pool.map(f, (3,), chunksize=2)",
                "Pool(2).apply(f, (3,))",
                "Pool(2).apply_async(f, args=(3,), callback=print)",
                "Pool(2).starmap(f, [(3, 4)])",
                "list(map(f, [3]))",
                "async def go():\n    return await asyncio.to_thread(f, 3)",
                "async def go(loop):\n    return await loop.run_in_executor(None, f, 3)",
                "functools.partial(f, 3)()",
            })
    void function_takesWhatIsPassed(String program) throws Exception {
        assertThat(first(program)).isEqualTo("t.py:9: f.a: int = 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pool(2).map(f, nums)",
                "Pool(2).imap(f, numbers)",
                "print(nums, len(nums))\nlist(map(f, nums))",
                "Pool(2).imap_unordered(f, range(3, 6))",
                "ThreadPoolExecutor().map(f, [i for i in range(3, 6)], nums)",
                "Pool(2).starmap_async(f, pairs)",
                "[Thread(target=f, args=(i,)) for i in range(3, 6)]",
            })
    void function_takesWhatIsGoneThrough(String program) throws Exception {
        assertThat(first(program)).isEqualTo("t.py:9: f.a: int 3..5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ex.submit(f, 3)\nkept = f",
                "ex.submit(f, 3)\nprint(f)",
                "ex.submit(f, *box)",
                "Thread(target=f, args=box).start()",
                "Thread(target=f, args=(3,), **box).start()",
                "t = Thread(target=f, args=(3,))\nt._target('x')",
                "t = Timer(1, f, [3])\nt.args = ['x']",
                "threading.Thread = print\nthreading.Thread(target=f, args=(3,))",
                "p = functools.partial(f, 3)\np.func('x')",
                "functools.partial(f, a=3)(a='x')",
                "class P:\n    def submit(self, g, n):\n        g(str(n))\nP().submit(f, 3)",
                "class P:\n    submit = lambda self, g, n: g('x')\nP().submit(f, 3)",
                "class P:\n    pass\np = P()\np.submit = lambda g, n: g('x')\np.submit(f, 3)",
                "class P:\n    def __getattr__(self, name):\n        return g\nP().submit(f, 3)",
                "P = type('P', (), {'submit': 1})\nP().submit(f, 3)",
                "P = type('P', (), dict(submit=1))\nP().submit(f, 3)",
                "nums.append('x')\nPool(2).map(f, nums)",
                "nums[0] = 'x'\nPool(2).map(f, nums)",
                "nums = ['x']\nPool(2).map(f, nums)",
                "keep(nums)\nPool(2).map(f, nums)",
                "def g(list):\n    list(nums)\nPool(2).map(f, nums)",
                "u = list(v)\nv = list(u)\nPool(2).map(f, u)",
                "def g(nums):\n    Pool(2).map(f, nums)",
                "list(map(f, range(2**64, 2**64 + 2)))",
                "Pool(2).starmap(f, [[3, 4], box])",
                "from helpers.x import *\nThread(target=f, args=(3,)).start()",
                "from . import helpers\nThread(target=f, args=(3,)).start()",
                "def Thread(target, args):\n    target('x')\nThread(target=f, args=(3,))",
            })
    void function_takesAnything_whereMoreThanWhatIsSeenMayBePassed(String program)
            throws Exception {
        assertThat(first(program)).startsWith("t.py:9: f.a: object");
    }

    @Test
    void argumentsThatPartialLeavesOpen_areAnything() throws Exception {
        assertThat(told("p = functools.partial(f, 3)\np(b='x')"))
                .contains("t.py:9: f.a: int = 3")
                .anyMatch(each -> each.startsWith("t.py:9: f.b: object"));
    }
}
