package dev.polyloom.process.actions;

import dev.polyloom.SerializableBiFunction;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Functions as what actions do. */
final class FunctionBody {
    private FunctionBody() {}

    /** A function without parameters. */
    record Zero(SerializableCallable<?> function) implements ActionBody {
        @Override
        public @Nullable Object call(@Nullable Object[] arguments) throws Exception {
            return function.call();
        }

        @Override
        public Class<?> type() {
            return function.getClass();
        }

        @Override
        public String toString() {
            return named(function);
        }
    }

    /** A function with one parameter. */
    record One(SerializableFunction<@Nullable Object, ?> function) implements ActionBody {
        @Override
        public @Nullable Object call(@Nullable Object[] arguments) throws Exception {
            return function.apply(arguments[0]);
        }

        @Override
        public Class<?> type() {
            return function.getClass();
        }

        @Override
        public String toString() {
            return named(function);
        }
    }

    /** A function with two parameters. */
    record Two(SerializableBiFunction<@Nullable Object, @Nullable Object, ?> function)
            implements ActionBody {
        @Override
        public @Nullable Object call(@Nullable Object[] arguments) throws Exception {
            return function.apply(arguments[0], arguments[1]);
        }

        @Override
        public Class<?> type() {
            return function.getClass();
        }

        @Override
        public String toString() {
            return named(function);
        }
    }

    private static String named(Object function) {
        String name = function.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : "a function of " + name.substring(0, lambda);
    }
}
