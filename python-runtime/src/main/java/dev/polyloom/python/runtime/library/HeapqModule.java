package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Lazy;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The module {@code heapq}: lists in which each element is no greater than its two children. */
final class HeapqModule {
    private HeapqModule() {}

    static Module make() {
        Module module = new Module("heapq");
        module.function("heappush", 2, 2, a -> push(list("heappush", a), a[1]));
        module.function("heappop", 1, 1, a -> pop(list("heappop", a), Compare::lt));
        module.function("heapify", 1, 1, a -> heapify(list("heapify", a), Compare::lt));
        module.function("heappushpop", 2, 2, a -> pushPop(list("heappushpop", a), a[1]));
        module.function("heapreplace", 2, 2, a -> replace(list("heapreplace", a), a[1]));
        module.function("_heapify_max", 1, 1, a -> heapify(list("_heapify_max", a), Compare::gt));
        module.function("_heappop_max", 1, 1, a -> pop(list("_heappop_max", a), Compare::gt));
        module.function("nlargest", "n, iterable, key=None", a -> extreme(a, true));
        module.function("nsmallest", "n, iterable, key=None", a -> extreme(a, false));
        module.function("merge", "*iterables, key=None, reverse=False", HeapqModule::merge);
        return module;
    }

    private static PyList list(String function, Object[] a) {
        if (a[0] instanceof PyList list) {
            return list;
        }
        String subject = a.length > 1 ? "argument 1" : "argument";
        throw Errors.type(
                "%s() %s must be list, not %s".formatted(function, subject, Types.of(a[0]).name()));
    }

    private static Object push(PyList heap, Object item) {
        synchronized (heap) {
            heap.append(item);
            down(heap, 0, heap.size() - 1, Compare::lt);
        }
        return None.NONE;
    }

    private static Object pop(PyList heap, BiPredicate<Object, Object> before) {
        synchronized (heap) {
            if (heap.size() == 0) {
                throw Errors.index("index out of range");
            }
            Object last = heap.pop(-1);
            if (heap.size() == 0) {
                return last;
            }
            Object first = heap.get(0);
            heap.set(0, last);
            up(heap, 0, before);
            return first;
        }
    }

    private static Object heapify(PyList heap, BiPredicate<Object, Object> before) {
        synchronized (heap) {
            for (int i = heap.size() / 2 - 1; i >= 0; i--) {
                up(heap, i, before);
            }
        }
        return None.NONE;
    }

    private static Object pushPop(PyList heap, Object item) {
        synchronized (heap) {
            return heap.size() > 0 && Compare.lt(heap.get(0), item) ? swap(heap, item) : item;
        }
    }

    private static Object replace(PyList heap, Object item) {
        synchronized (heap) {
            if (heap.size() == 0) {
                throw Errors.index("index out of range");
            }
            return swap(heap, item);
        }
    }

    private static Object swap(PyList heap, Object item) {
        Object first = heap.get(0);
        heap.set(0, item);
        up(heap, 0, Compare::lt);
        return first;
    }

    private static void down(PyList heap, int start, int from, BiPredicate<Object, Object> before) {
        int at = from;
        Object item = heap.get(at);
        while (at > start) {
            int parent = (at - 1) >> 1;
            if (!before.test(item, heap.get(parent))) {
                break;
            }
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, item);
    }

    private static void up(PyList heap, int start, BiPredicate<Object, Object> before) {
        int end = heap.size();
        int at = start;
        Object item = heap.get(at);
        int child = 2 * at + 1;
        while (child < end) {
            int right = child + 1;
            if (right < end && !before.test(heap.get(child), heap.get(right))) {
                child = right;
            }
            heap.set(at, heap.get(child));
            at = child;
            child = 2 * at + 1;
        }
        heap.set(at, item);
        down(heap, start, at, before);
    }

    private static Object extreme(Object[] a, boolean largest) {
        Object sorted =
                Calls.callNamed(
                        Builtins.get("sorted"), Calls.names("key", "reverse"), a[1], a[2], largest);
        Object[] all = ((PyList) sorted).snapshot();
        int count = Math.clamp(Numbers.index(a[0]), 0, all.length);
        return PyList.of(Arrays.copyOf(all, count));
    }

    private static Object merge(Object[] a) {
        boolean reverse = Text.truth(a[1]);
        List<PyIterator> sources = new ArrayList<>();
        List<@Nullable Object> heads = new ArrayList<>();
        boolean[] begun = {false};
        return Lazy.of(
                "merge",
                new Lazy.Source() {
                    @Override
                    public @Nullable Object next() {
                        if (!begun[0]) {
                            begun[0] = true;
                            for (Object each : ((PyTuple) a[2]).asList()) {
                                sources.add(Iteration.of(each));
                                heads.add(sources.getLast().next());
                            }
                        }
                        int best = -1;
                        Object bestKey = null;
                        for (int i = 0; i < heads.size(); i++) {
                            Object head = heads.get(i);
                            if (head == null) {
                                continue;
                            }
                            Object key = a[0] == None.NONE ? head : Calls.call(a[0], head);
                            if (bestKey == null
                                    || (reverse
                                            ? Compare.gt(key, bestKey)
                                            : Compare.lt(key, bestKey))) {
                                best = i;
                                bestKey = key;
                            }
                        }
                        if (best < 0) {
                            return null;
                        }
                        Object value = heads.get(best);
                        heads.set(best, sources.get(best).next());
                        return value;
                    }
                });
    }
}
