"""Objects that note how they are used."""
import os
import threading
import time
import unittest
from io import StringIO
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, PropertyMock, call, mock_open, patch
from unittest.mock import sentinel


def check(act, *args, **kwargs):
    try:
        act(*args, **kwargs)
        print("ok")
    except AssertionError as e:
        print("AssertionError:", e)


m = Mock(return_value=3)
print(m(), m(1, a=2), m.call_count, m.called, m.call_args, m.call_args_list)
print(m.call_args.args, m.call_args.kwargs, m.call_args == call(1, a=2))
check(m.assert_called_with, 1, a=2)
check(m.assert_called_with, 2)
check(m.assert_called_once)
check(m.assert_called_once_with, 1, a=2)
check(m.assert_any_call)
check(m.assert_any_call, 9)
check(m.assert_not_called)
check(Mock().assert_called)
check(Mock(name="named").assert_called_with, 1)
check(m.assert_has_calls, [call(), call(1, a=2)])
check(m.assert_has_calls, [call(1, a=2), call()])
check(m.assert_has_calls, [call(1, a=2), call()], any_order=True)
m.reset_mock()
print(m.call_count, m.mock_calls, m())

service = Mock()
service.connect("host", port=1).send(b"x")
service.close()
print(service.mock_calls)
print(service.method_calls)
print(service.connect.return_value.send.call_args)
print(service.mock_calls == [call.connect("host", port=1), call.connect().send(b"x"), call.close()])
service.get.return_value = {"k": 1}
service.fail.side_effect = ValueError("bad")
service.many.side_effect = [1, 2, KeyError("k")]
service.twice.side_effect = lambda x: x * 2
print(service.get("z"), service.twice(4), service.many(), service.many())
for act in (service.fail, service.many, service.many):
    try:
        act()
    except (ValueError, KeyError, StopIteration) as e:
        print(type(e).__name__, e)
print(Mock(**{"a.b.return_value": 7, "c": 8}).a.b(), Mock(c=8).c)
try:
    Mock().assert_called_wiht(1)
except AttributeError as e:
    print(e)


class Real:
    size = 3

    def run(self, x):
        return x + 1


s = Mock(spec=Real)
print(s.__class__ is Real, s.run(1) is s.run.return_value)
try:
    s.walk()
except AttributeError as e:
    print(e)
print(Mock(wraps=Real()).run(4))

g = MagicMock()
print(len(g), bool(g), int(g), list(g), 3 in g, float(g))
g.__len__.return_value = 5
g.__getitem__.side_effect = lambda key: key * 2
g.__iter__.return_value = [1, 2]
g.__enter__.return_value = "inside"
print(len(g), g["a"], list(g), list(g))
with g as inside:
    print(inside)
g.__getitem__.assert_called_with("a")
g.__exit__.assert_called_once_with(None, None, None)
g[1] = 2
print(g.__setitem__.call_args, g == g, g == 1, g != 2)
try:
    len(Mock())
except TypeError as e:
    print(type(e).__name__)
shown = Mock()
shown.__str__ = Mock(return_value="shown")
print(str(shown))

with patch("time.sleep") as slept:
    time.sleep(100)
    slept.assert_called_once_with(100)
with patch("sys.stdout", new_callable=StringIO) as out:
    print("captured")
print(repr(out.getvalue()))
with patch.object(Real, "run", return_value="patched") as run:
    print(Real().run(1), run.call_args)
print(Real().run(1))
with patch.object(Real, "size", new_callable=PropertyMock) as size:
    size.return_value = 9
    print(Real().size, size.mock_calls)
print(Real.size)
with patch.dict(os.environ, {"MOCKED": "yes"}):
    print(os.environ["MOCKED"])
print("MOCKED" in os.environ)
settings = {"a": 1}
with patch.dict(settings, clear=True, b=2):
    print(settings)
print(settings)
opener = mock_open(read_data="one\ntwo\n")
with opener("nowhere.txt") as f:
    print(f.read())
print([line for line in opener("again")], opener.call_args_list)
opener().write("x")
opener().write.assert_called_once_with("x")


@patch("os.getcwd", return_value="/here")
@patch.object(Real, "run")
def decorated(run, getcwd):
    Real().run(2)
    print(os.getcwd(), run.call_count)


decorated()
try:
    with patch.object(Real, "nothing"):
        pass
except AttributeError as e:
    print(e)
print(sentinel.one, sentinel.one is sentinel.one, DEFAULT, ANY == 3, [call(ANY)] == [call(5)])

shared = Mock()
threads = [threading.Thread(target=shared.work, args=(n,)) for n in range(20)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(shared.work.call_count, sorted(c.args[0] for c in shared.work.call_args_list))


class TestWithMocks(unittest.TestCase):
    def setUp(self):
        patcher = patch("time.time", return_value=1.5)
        self.time = patcher.start()
        self.addCleanup(patcher.stop)

    def test_time(self):
        self.assertEqual(time.time(), 1.5)
        self.time.assert_called_once()

    @patch.object(Real, "run", side_effect=OSError("no"))
    def test_raises(self, run):
        with self.assertRaises(OSError):
            Real().run(0)


result = unittest.TextTestRunner(stream=StringIO()).run(
    unittest.TestLoader().loadTestsFromTestCase(TestWithMocks))
print(result.testsRun, result.wasSuccessful())
