package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Depth;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** What {@code sys} tells of the interpreter that is imitated. */
final class SysFacts {
    private static final StructSequence VERSION =
            StructSequence.of(
                    "sys", "version_info", 5, "major", "minor", "micro", "releaselevel", "serial");
    private static final StructSequence FLOATS =
            StructSequence.of(
                    "sys",
                    "float_info",
                    11,
                    "max",
                    "max_exp",
                    "max_10_exp",
                    "min",
                    "min_exp",
                    "min_10_exp",
                    "dig",
                    "mant_dig",
                    "epsilon",
                    "radix",
                    "rounds");
    private static final StructSequence INTS =
            StructSequence.of(
                    "sys",
                    "int_info",
                    4,
                    "bits_per_digit",
                    "sizeof_digit",
                    "default_max_str_digits",
                    "str_digits_check_threshold");
    private static final StructSequence HASHES =
            StructSequence.of("sys", "hash_info", 5, "width", "modulus", "inf", "nan", "imag");
    private static final StructSequence THREADS =
            StructSequence.of("sys", "thread_info", 3, "name", "lock", "version");
    private static final StructSequence FLAGS =
            StructSequence.of(
                    "sys",
                    "flags",
                    18,
                    "debug",
                    "inspect",
                    "interactive",
                    "optimize",
                    "dont_write_bytecode",
                    "no_user_site",
                    "no_site",
                    "ignore_environment",
                    "verbose",
                    "bytes_warning",
                    "quiet",
                    "hash_randomization",
                    "isolated",
                    "dev_mode",
                    "utf8_mode",
                    "warn_default_encoding",
                    "safe_path",
                    "int_max_str_digits");
    private static final String[] BUILT_IN = {
        "_abc",
        "_ast",
        "_codecs",
        "_collections",
        "_functools",
        "_imp",
        "_io",
        "_locale",
        "_operator",
        "_signal",
        "_sre",
        "_stat",
        "_string",
        "_symtable",
        "_thread",
        "_tokenize",
        "_tracemalloc",
        "_typing",
        "_warnings",
        "_weakref",
        "atexit",
        "builtins",
        "errno",
        "faulthandler",
        "gc",
        "itertools",
        "marshal",
        "posix",
        "pwd",
        "sys",
        "time",
        "xxsubtype"
    };
    private static final long DIGIT_BITS = 30;

    private SysFacts() {}

    static void addTo(Module module) {
        PyTuple version = VERSION.tuple(3L, 11L, 7L, "final", 0L);
        module.put("version", "3.11.7 (polyloom)").put("version_info", version);
        module.put("hexversion", 0x030b07f0L).put("api_version", 1013L);
        module.put("maxunicode", (long) Character.MAX_CODE_POINT);
        module.put("copyright", "").put("prefix", "/usr").put("exec_prefix", "/usr");
        module.put("base_prefix", "/usr").put("warnoptions", new PyList());
        module.put("dont_write_bytecode", false).put("float_repr_style", "short");
        module.put(
                "float_info",
                FLOATS.tuple(
                        Double.MAX_VALUE,
                        1024L,
                        308L,
                        Double.MIN_NORMAL,
                        -1021L,
                        -307L,
                        15L,
                        53L,
                        Math.ulp(1.0),
                        2L,
                        1L));
        module.put("int_info", INTS.tuple(DIGIT_BITS, 4L, 4300L, 640L));
        module.put("hash_info", HASHES.tuple(64L, (1L << 61) - 1, 314159L, 0L, 1000003L));
        module.put("flags", FLAGS.tuple(flags())).put("abiflags", "");
        module.put("builtin_module_names", PyTuple.of((Object[]) BUILT_IN));
        module.put("thread_info", THREADS.tuple("pthread", "semaphore", "NPTL 2.36"));
        PyObject implementation = new SimpleNamespace(SimpleNamespace.TYPE);
        implementation.setOwn("name", "cpython");
        implementation.setOwn("cache_tag", "cpython-311");
        implementation.setOwn("version", version);
        implementation.setOwn("hexversion", 0x030b07f0L);
        module.put("implementation", implementation);
        addSettings(module);
        module.function("getfilesystemencoding", 0, 0, a -> "utf-8");
        module.function("getfilesystemencodeerrors", 0, 0, a -> "surrogateescape");
        module.function("is_finalizing", 0, 0, a -> false);
        module.function("getsizeof", 1, 2, a -> size(a));
    }

    private static Object[] flags() {
        Object[] values = new Object[FLAGS.length()];
        Arrays.fill(values, 0L);
        values[FLAGS.fields().indexOf("hash_randomization")] = 1L;
        values[FLAGS.fields().indexOf("dev_mode")] = false;
        values[FLAGS.fields().indexOf("safe_path")] = false;
        values[FLAGS.fields().indexOf("int_max_str_digits")] = -1L;
        return values;
    }

    private static void addSettings(Module module) {
        module.function("getrecursionlimit", 0, 0, a -> (long) Depth.limit());
        module.function("setrecursionlimit", 1, 1, a -> setDepth(Numbers.index(a[0])));
        AtomicReference<Double> interval = new AtomicReference<>(0.005);
        module.function("getswitchinterval", 0, 0, a -> interval.get());
        module.function(
                "setswitchinterval", 1, 1, a -> setInterval(interval, Numbers.toDouble(a[0])));
        module.function("get_int_max_str_digits", 0, 0, a -> (long) IntText.maxDigits());
        module.function(
                "set_int_max_str_digits",
                "maxdigits",
                a -> Values.none(() -> IntText.setMaxDigits((int) Numbers.index(a[0]))));
    }

    private static Object setDepth(long value) {
        if (value < 1) {
            throw Errors.value("recursion limit must be greater or equal than 1");
        }
        Depth.setLimit((int) Math.min(value, Integer.MAX_VALUE));
        return None.NONE;
    }

    private static Object setInterval(AtomicReference<Double> interval, double value) {
        if (value <= 0) {
            throw Errors.value("switch interval must be strictly positive");
        }
        interval.set(value);
        GlobalLock.setInterval(value);
        return None.NONE;
    }

    /** Returns the bytes that CPython needs for a plain value, and a small number for others. */
    private static Object size(Object[] a) {
        return switch (Boxed.plain(a[0])) {
            case None none -> 16L;
            case Boolean truth -> truth ? 28L : 24L;
            case Double real -> 24L;
            case String text -> textSize(text);
            case PyBytes bytes -> 33L + bytes.data().length;
            case PyTuple tuple -> 40L + 8L * tuple.size();
            case PyList list -> 56L + 8L * list.size();
            case Object value when Ints.isInt(value) ->
                    24 + 4 * ((Ints.bitLength(value) + DIGIT_BITS - 1) / DIGIT_BITS);
            default -> a.length > 1 ? a[1] : (Object) 48L;
        };
    }

    private static Object textSize(String text) {
        int most = text.codePoints().max().orElse(0);
        long count = text.codePointCount(0, text.length());
        return most < 0x80
                ? 49 + count
                : most < 0x100 ? 73 + count : most < 0x10000 ? 74 + 2 * count : 76 + 4 * count;
    }
}
