import io, unittest, sys
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("setUpClass")
    @classmethod
    def tearDownClass(cls): print("tearDownClass")
    def setUp(self): print("setUp", self._testMethodName); self.addCleanup(print, "cleanup")
    def tearDown(self): print("tearDown")
    def test_ok(self):
        self.assertEqual(1 + 1, 2); self.assertTrue([1]); self.assertIn(1, [1]); self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertCountEqual([1, 2], [2, 1])
        with self.assertRaises(ValueError) as cm: int("x")
        print(cm.exception)
        with self.assertRaisesRegex(ZeroDivisionError, "division"): 1 / 0
        self.assertRaises(KeyError, {}.__getitem__, 1)
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4])
    def test_fail2(self): self.assertEqual("ab\ncd", "ab\nce", "strings")
    def test_fail3(self): self.assertDictEqual({"a": 1}, {"a": 2})
    def test_fail4(self): self.assertEqual(1, 2); 
    def test_error(self): raise KeyError("boom")
    @unittest.skip("no reason")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_x(self): self.fail("bad")
    @unittest.skipIf(sys.version_info > (3,), "py3")
    def test_skip2(self): pass
    def test_skip3(self): self.skipTest("inside")
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i % 2, 0)
    def test_logs(self):
        import logging
        with self.assertLogs("foo", level="INFO") as cm:
            logging.getLogger("foo").info("first message")
        print(cm.output)
class A(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print("asetup")
    async def test_a(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(await asyncio.sleep(0, 5), 5)
if __name__ == "__main__":
    result = unittest.TextTestRunner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
    for test, text in result.failures + result.errors:
        print(test, text.splitlines()[0], [l for l in text.splitlines() if "Error" in l and "raise" not in l])
    for test, why in result.skipped: print(test.id(), why)
