package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** Generator expressions and generators of the library, which need no thread of their own. */
public final class Lazy {
    private Lazy() {}

    /** What is made of an element. */
    public interface Step {
        /** Returns what is made of it, or null to leave it out. */
        @Nullable Object apply(Object each);
    }

    /** What a generator of the library gives. */
    public interface Source {
        /** Returns the next value, or null after the last. */
        @Nullable Object next();
    }

    /** Returns a generator, as if a function of the library had given it. */
    public static PyIterator of(String function, Source source) {
        return new Expression(function) {
            @Override
            @Nullable Object advance() {
                return source.next();
            }
        };
    }

    /** Returns what a step makes of each element, when it is asked for. */
    public static PyIterator map(Object values, Step step) {
        PyIterator inner = Iteration.of(values);
        return new Expression() {
            @Override
            @Nullable Object advance() {
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
        return new Expression() {
            private @Nullable PyIterator inner;

            @Override
            @Nullable Object advance() {
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

    /** A generator expression: what its body throws, or is thrown into it, ends it. */
    private abstract static class Expression extends PyIterator {
        private final String name;
        private boolean begun;
        private boolean over;

        Expression() {
            this("<genexpr>");
        }

        Expression(String name) {
            super(Types.GENERATOR_EXPRESSION, "generator");
            this.name = name;
        }

        /** Returns the next value, or null after the last. */
        abstract @Nullable Object advance();

        @Override
        public @Nullable Object next() {
            if (over) {
                return null;
            }
            begun = true;
            over = true;
            try {
                Object value = advance();
                over = value == null;
                return value;
            } catch (PyException e) {
                throw Generator.rethrown(e);
            }
        }

        @Override
        @Nullable Object resume(Object value, @Nullable PyException error) {
            if (error != null) {
                over = true;
                throw error;
            }
            if (!begun && value != None.NONE) {
                throw Errors.type("can't send non-None value to a just-started generator");
            }
            return next();
        }

        void close() {
            over = true;
        }
    }

    static void fill(PyType type) {
        type.method("send", 1, 1, a -> sent((Expression) a[0], a[1]));
        type.method("throw", 1, 3, a -> thrown((Expression) a[0], Generator.toThrow(a)));
        type.method(
                "close",
                0,
                0,
                a -> {
                    ((Expression) a[0]).close();
                    return None.NONE;
                });
        type.getter("__name__", self -> name(self).substring(name(self).lastIndexOf('.') + 1));
        type.getter("__qualname__", Lazy::name);
        type.method(
                "__repr__",
                0,
                0,
                a -> "<generator object %s at %s>".formatted(name(a[0]), Text.address(a[0])));
    }

    private static String name(Object self) {
        return ((Expression) self).name;
    }

    private static Object sent(Expression expression, Object value) {
        Object next = expression.resume(value, null);
        if (next == null) {
            throw Errors.stop(expression.result());
        }
        return next;
    }

    private static Object thrown(Expression expression, PyException error) {
        expression.close();
        throw Errors.raise(error);
    }
}
