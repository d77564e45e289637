package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The module {@code itertools}. */
final class ItertoolsModule {
    private ItertoolsModule() {}

    static Module make() {
        Module module = new Module("itertools");
        module.function("count", "start=0, step=1", a -> new CountIterator(a[0], a[1]));
        module.function("repeat", "object, times=None", a -> new RepeatIterator(a[0], a[1]));
        module.function("cycle", 1, 1, a -> cycle(Iteration.of(a[0])));
        Builtin chain = Builtin.function("chain", 0, -1, a -> chain(PyTuple.of(a)));
        chain.setOwn("from_iterable", Builtin.function("from_iterable", 1, 1, a -> chain(a[0])));
        module.put("chain", chain);
        module.function("accumulate", "iterable, func=None, *, initial=None", a -> accumulate(a));
        module.function("compress", "data, selectors", a -> compress(a[0], a[1]));
        module.function("dropwhile", 2, 2, a -> dropWhile(a[0], Iteration.of(a[1])));
        module.function("takewhile", 2, 2, a -> takeWhile(a[0], Iteration.of(a[1])));
        module.function("filterfalse", 2, 2, a -> filterFalse(a[0], Iteration.of(a[1])));
        module.function("islice", 2, 4, a -> Slices.islice(a));
        module.function("starmap", 2, 2, a -> starMap(a[0], Iteration.of(a[1])));
        module.function("pairwise", 1, 1, a -> pairwise(Iteration.of(a[0])));
        module.function(
                "zip_longest", "*iterables, fillvalue=None", a -> zipLongest((PyTuple) a[1], a[0]));
        module.function("tee", 1, 2, a -> Slices.tee(a[0], a.length > 1 ? a[1] : 2L));
        module.function("groupby", "iterable, key=None", a -> new Groups(a[0], a[1]));
        module.function("product", "*iterables, repeat=1", a -> Combinatorics.product(a[1], a[0]));
        module.function(
                "permutations", "iterable, r=None", a -> Combinatorics.permutations(a[0], a[1]));
        module.function(
                "combinations", "iterable, r", a -> Combinatorics.combinations(a[0], a[1], false));
        module.function(
                "combinations_with_replacement",
                "iterable, r",
                a -> Combinatorics.combinations(a[0], a[1], true));
        return module;
    }

    /** Returns an iterator of a kind of this module that gets its values from a function. */
    static PyIterator iterator(String kind, Supplier<@Nullable Object> next) {
        return new PyIterator("itertools." + kind) {
            private boolean ended;

            @Override
            public synchronized @Nullable Object next() {
                Object value = ended ? null : next.get();
                ended = value == null;
                return value;
            }
        };
    }

    private static PyIterator cycle(PyIterator values) {
        List<Object> seen = new ArrayList<>();
        int[] at = {-1};
        return iterator(
                "cycle",
                () -> {
                    if (at[0] < 0) {
                        Object value = values.next();
                        if (value != null) {
                            seen.add(value);
                            return value;
                        }
                        at[0] = 0;
                    }
                    if (seen.isEmpty()) {
                        return null;
                    }
                    return seen.get(at[0]++ % seen.size());
                });
    }

    private static PyIterator chain(Object sources) {
        PyIterator outer = Iteration.of(sources);
        return new PyIterator("itertools.chain") {
            private @Nullable PyIterator inner;

            @Override
            public synchronized @Nullable Object next() {
                while (true) {
                    if (inner == null) {
                        Object source = outer.next();
                        if (source == null) {
                            return null;
                        }
                        inner = Iteration.of(source);
                    }
                    Object value = inner.next();
                    if (value != null) {
                        return value;
                    }
                    inner = null;
                }
            }
        };
    }

    private static PyIterator accumulate(Object[] a) {
        PyIterator values = Iteration.of(a[0]);
        return new PyIterator("itertools.accumulate") {
            private @Nullable Object total;

            @Override
            public synchronized @Nullable Object next() {
                Object before = total;
                if (before == null && a[2] != None.NONE) {
                    total = a[2];
                    return a[2];
                }
                Object value = values.next();
                if (value == null) {
                    return null;
                }
                total =
                        before == null
                                ? value
                                : a[1] == None.NONE
                                        ? Ops.add(before, value)
                                        : Calls.call(a[1], before, value);
                return total;
            }
        };
    }

    private static PyIterator compress(Object data, Object selectors) {
        PyIterator values = Iteration.of(data);
        PyIterator chosen = Iteration.of(selectors);
        return iterator(
                "compress",
                () -> {
                    while (true) {
                        Object value = values.next();
                        Object choice = value == null ? null : chosen.next();
                        if (choice == null) {
                            return null;
                        }
                        if (Text.truth(choice)) {
                            return value;
                        }
                    }
                });
    }

    private static PyIterator dropWhile(Object test, PyIterator values) {
        boolean[] begun = {false};
        return iterator(
                "dropwhile",
                () -> {
                    Object value = values.next();
                    while (!begun[0] && value != null && Text.truth(Calls.call(test, value))) {
                        value = values.next();
                    }
                    begun[0] = true;
                    return value;
                });
    }

    private static PyIterator takeWhile(Object test, PyIterator values) {
        return iterator(
                "takewhile",
                () -> {
                    Object value = values.next();
                    return value != null && Text.truth(Calls.call(test, value)) ? value : null;
                });
    }

    private static PyIterator filterFalse(Object test, PyIterator values) {
        return iterator(
                "filterfalse",
                () -> {
                    Object value = values.next();
                    while (value != null
                            && Text.truth(test == None.NONE ? value : Calls.call(test, value))) {
                        value = values.next();
                    }
                    return value;
                });
    }

    private static PyIterator starMap(Object function, PyIterator values) {
        return iterator(
                "starmap",
                () -> {
                    Object value = values.next();
                    return value == null
                            ? null
                            : Calls.call(function, Iteration.toList(value).toArray());
                });
    }

    private static PyIterator pairwise(PyIterator values) {
        @Nullable Object[] before = {null};
        return iterator(
                "pairwise",
                () -> {
                    Object first = before[0] == null ? values.next() : before[0];
                    Object second = first == null ? null : values.next();
                    before[0] = second;
                    return first == null || second == null ? null : PyTuple.of(first, second);
                });
    }

    private static PyIterator zipLongest(PyTuple sources, Object filler) {
        List<@Nullable PyIterator> open = new ArrayList<>();
        sources.asList().forEach(each -> open.add(Iteration.of(each)));
        return iterator(
                "zip_longest",
                () -> {
                    Object[] row = new Object[open.size()];
                    boolean some = false;
                    for (int i = 0; i < row.length; i++) {
                        PyIterator each = open.get(i);
                        Object value = each == null ? null : each.next();
                        if (value == null) {
                            open.set(i, null);
                        }
                        some |= value != null;
                        row[i] = value == null ? filler : value;
                    }
                    return some ? PyTuple.of(row) : null;
                });
    }

    /** Returns a count that must not be negative. */
    static int count(Object value, String problem) {
        long count = Numbers.index(value);
        if (count < 0) {
            throw Errors.value(problem);
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
