package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** Generator expressions, which need no thread of their own. */
public final class Lazy {
    private Lazy() {}

    /** What is made of an element. */
    public interface Step {
        /** Returns what is made of it, or null to leave it out. */
        @Nullable Object apply(Object each);
    }

    /** Returns what a step makes of each element, when it is asked for. */
    public static PyIterator map(Object values, Step step) {
        PyIterator inner = Iteration.of(values);
        return new PyIterator(Types.GENERATOR_EXPRESSION, "generator") {
            @Override
            public @Nullable Object next() {
                for (Object each = inner.next(); each != null; each = inner.next()) {
                    Object made = step.apply(each);
                    if (made != null) {
                        return made;
                    }
                }
                return null;
            }
        };
    }

    /** Returns all that the iterators give which a step makes of each element. */
    public static PyIterator flatMap(Object values, Step step) {
        PyIterator outer = map(values, step);
        return new PyIterator(Types.GENERATOR_EXPRESSION, "generator") {
            private @Nullable PyIterator inner;

            @Override
            public @Nullable Object next() {
                while (true) {
                    if (inner == null) {
                        inner = (PyIterator) outer.next();
                        if (inner == null) {
                            return null;
                        }
                    }
                    Object each = inner.next();
                    if (each != null) {
                        return each;
                    }
                    inner = null;
                }
            }
        };
    }
}
