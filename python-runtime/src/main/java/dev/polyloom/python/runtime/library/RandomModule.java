package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.random.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The module {@code random}. */
final class RandomModule {
    private static final long VERSION = 3;

    private static final PyType RANDOM =
            PyType.library("Random", Types.OBJECT, Random::fill)
                    .module("random")
                    .allocator(Random::new);
    private static final PyType SYSTEM_RANDOM =
            PyType.library("SystemRandom", RANDOM, Random::fillSystem)
                    .module("random")
                    .allocator(Random::new);

    private RandomModule() {}

    static Module make() {
        Module module = new Module("random");
        module.put("Random", RANDOM).put("SystemRandom", SYSTEM_RANDOM);
        Random shared = new Random(RANDOM, true);
        for (String name : RANDOM.dict().keySet()) {
            if (!name.startsWith("_")) {
                module.put(name, Attributes.get(shared, name));
            }
        }
        return module;
    }

    /** A {@code random.Random}. */
    private static final class Random extends PyObject implements Forkable {
        private final PythonRandom source = new PythonRandom();

        /** Whether the functions of the module draw from it. */
        private final boolean isShared;

        Random(PyType type) {
            this(type, false);
        }

        Random(PyType type, boolean isShared) {
            super(type);
            this.isShared = isShared;
        }

        private static PythonRandom of(Object[] a) {
            return ((Random) a[0]).source();
        }

        /** Returns what draws: a process that was forked draws other numbers of the module. */
        private PythonRandom source() {
            return isShared ? Realm.own(this, source, parents -> new PythonRandom()) : source;
        }

        @Override
        public Object fork(Realm.Copier copier) {
            if (isShared) {
                return this;
            }
            Random made = new Random(type(), false);
            made.source.setState(source.state());
            return made;
        }

        static void fillSystem(PyType type) {
            type.method("__init__", 0, 1, a -> None.NONE);
            type.method("seed", 0, 1, a -> None.NONE);
        }

        static void fill(PyType type) {
            type.dict().put("__open__", true);
            type.method("__init__", "x=None", a -> seed(of(a), a[1]));
            type.method("seed", "a=None, version=2", a -> seed(of(a), a[1]));
            type.method("random", 0, 0, a -> of(a).random());
            type.method("getrandbits", 1, 1, a -> of(a).bits(Numbers.index(a[1])));
            type.method(
                    "randbytes", 1, 1, a -> new PyBytes(of(a).bytes((int) Numbers.index(a[1]))));
            type.method("randrange", "start, stop=None, step=1", a -> range(of(a), a));
            type.method("randint", "a, b", a -> of(a).between(whole(a[1]), whole(a[2])));
            type.method("choice", "seq", a -> choice(of(a), a[1]));
            type.method("shuffle", "x", a -> shuffle(of(a), a[1]));
            type.method("sample", "population, k, *, counts=None", a -> sample(of(a), a));
            type.method(
                    "choices",
                    "population, weights=None, *, cum_weights=None, k=1",
                    a -> choices(of(a), a));
            type.method("getstate", 0, 0, a -> state(of(a)));
            type.method("setstate", 1, 1, a -> setState(of(a), a[1]));
            fillReal(type);
        }

        private static void fillReal(PyType type) {
            two(type, "uniform", "a, b", r -> r::uniform);
            two(type, "normalvariate", "mu=0.0, sigma=1.0", r -> r::normal);
            two(type, "gauss", "mu=0.0, sigma=1.0", r -> r::gauss);
            two(type, "lognormvariate", "mu, sigma", r -> r::logNormal);
            two(type, "vonmisesvariate", "mu, kappa", r -> r::vonMises);
            two(type, "gammavariate", "alpha, beta", r -> r::gamma);
            two(type, "betavariate", "alpha, beta", r -> r::beta);
            two(type, "weibullvariate", "alpha, beta", r -> r::weibull);
            type.method("expovariate", "lambd", a -> of(a).exponential(Numbers.toDouble(a[1])));
            type.method("paretovariate", "alpha", a -> of(a).pareto(Numbers.toDouble(a[1])));
            type.method(
                    "triangular",
                    "low=0.0, high=1.0, mode=None",
                    a ->
                            of(a).triangular(
                                            Numbers.toDouble(a[1]),
                                            Numbers.toDouble(a[2]),
                                            Values.isNone(a[3])
                                                    ? null
                                                    : (Double) Numbers.toDouble(a[3])));
        }

        private interface Drawing {
            DoubleBinaryOperator with(PythonRandom source);
        }

        private static void two(PyType type, String name, String parameters, Drawing drawing) {
            type.method(
                    name,
                    parameters,
                    a ->
                            drawing.with(of(a))
                                    .applyAsDouble(Numbers.toDouble(a[1]), Numbers.toDouble(a[2])));
        }

        private static Object seed(PythonRandom source, Object value) {
            Object plain = Numbers.plain(value);
            if (Values.isNone(plain)) {
                source.seed();
            } else if (Values.isBytes(plain)) {
                source.seed(Values.bytes(plain));
            } else {
                source.seed(plain);
            }
            return None.NONE;
        }

        private static Object whole(Object value) {
            if (Numbers.plain(value) instanceof Double real && real == Math.rint(real)) {
                return Numbers.toInt(real);
            }
            return Numbers.indexObject(value);
        }

        private static Object range(PythonRandom source, Object[] a) {
            Object start = Numbers.indexObject(a[1]);
            if (Values.isNone(a[2])) {
                return source.range(start);
            }
            return source.range(start, Numbers.indexObject(a[2]), Numbers.indexObject(a[3]));
        }

        private static Object choice(PythonRandom source, Object values) {
            return Items.get(values, (long) source.choice((int) Items.length(values)));
        }

        private static Object shuffle(PythonRandom source, Object values) {
            if (values instanceof PyList list) {
                List<Object> items = new ArrayList<>(Arrays.asList(list.snapshot()));
                source.shuffle(items);
                for (int i = 0; i < items.size(); i++) {
                    list.set(i, items.get(i));
                }
                return None.NONE;
            }
            for (long i = Items.length(values) - 1; i > 0; i--) {
                long other = source.below(i + 1);
                Object kept = Items.get(values, i);
                Items.set(values, i, Items.get(values, other));
                Items.set(values, other, kept);
            }
            return None.NONE;
        }

        private static Object sample(PythonRandom source, Object[] a) {
            Object population = a[1];
            if (population instanceof PySet
                    || Types.of(population).lookup("__getitem__") == null
                    || Types.of(population).isSubtypeOf(Types.DICT)) {
                throw Errors.type(
                        "Population must be a sequence.  For dicts or sets, use sorted(d).");
            }
            long count = Numbers.index(a[2]);
            List<Object> items = new ArrayList<>();
            if (!Values.isNone(a[3])) {
                List<Object> counts = Iteration.toList(a[3]);
                List<Object> values = Iteration.toList(population);
                for (int i = 0; i < values.size(); i++) {
                    for (long n = Numbers.index(counts.get(i)); n > 0; n--) {
                        items.add(values.get(i));
                    }
                }
                population = PyList.copyOf(items);
            }
            List<Object> chosen = new ArrayList<>();
            for (int place : source.sample((int) Items.length(population), count)) {
                chosen.add(Items.get(population, (long) place));
            }
            return PyList.copyOf(chosen);
        }

        private static Object choices(PythonRandom source, Object[] a) {
            int size = (int) Items.length(a[1]);
            int count = (int) Numbers.index(a[4]);
            int[] places;
            if (Values.isNone(a[2]) && Values.isNone(a[3])) {
                places = source.choices(size, count);
            } else if (!Values.isNone(a[2]) && !Values.isNone(a[3])) {
                throw Errors.type("Cannot specify both weights and cumulative weights");
            } else {
                places = source.choices(size, sums(a), count);
            }
            List<Object> chosen = new ArrayList<>();
            for (int place : places) {
                chosen.add(Items.get(a[1], (long) place));
            }
            return PyList.copyOf(chosen);
        }

        private static double[] sums(Object[] a) {
            boolean summed = Values.isNone(a[2]);
            List<Object> weights = Iteration.toList(summed ? a[3] : a[2]);
            double[] sums = new double[weights.size()];
            Object sum = 0L;
            for (int i = 0; i < sums.length; i++) {
                sum = summed ? weights.get(i) : Ops.add(sum, weights.get(i));
                sums[i] = Numbers.toDouble(sum);
            }
            return sums;
        }

        private static Object state(PythonRandom source) {
            Object[] words = Arrays.stream(source.state()).boxed().toArray();
            return PyTuple.of(VERSION, PyTuple.of(words), None.NONE);
        }

        private static Object setState(PythonRandom source, Object state) {
            if (!(state instanceof PyTuple parts)
                    || parts.size() != 3
                    || !(parts.get(1) instanceof PyTuple words)) {
                throw Errors.value(
                        "state with version " + Text.repr(state) + " passed to setstate()");
            }
            source.setState(
                    words.asList().stream().mapToLong(w -> Ints.big(w).longValue()).toArray());
            return None.NONE;
        }
    }
}
