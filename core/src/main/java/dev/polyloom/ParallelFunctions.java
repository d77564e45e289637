package dev.polyloom;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The functions that parallel maps wrap around those of the caller; they travel if those do. */
final class ParallelFunctions {
    private ParallelFunctions() {}

    /** A predicate as a function. */
    record Test<T extends @Nullable Object>(SerializablePredicate<? super T> predicate)
            implements SerializableFunction<T, Boolean> {
        @Override
        public Boolean apply(T argument) throws Exception {
            return predicate.test(argument);
        }
    }

    /** A function of two arguments as one of both together. */
    record OfTwo<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    R extends @Nullable Object>(
            SerializableBiFunction<? super A, ? super B, ? extends R> function)
            implements SerializableFunction<Args.Two<A, B>, R> {
        @Override
        public R apply(Args.Two<A, B> args) throws Exception {
            return function.apply(args.first(), args.second());
        }
    }

    /** A function of three arguments as one of all together. */
    record OfThree<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>(
            SerializableTriFunction<? super A, ? super B, ? super C, ? extends R> function)
            implements SerializableFunction<Args.Three<A, B, C>, R> {
        @Override
        public R apply(Args.Three<A, B, C> args) throws Exception {
            return function.apply(args.first(), args.second(), args.third());
        }
    }

    /** A function whose results are known to be stages only when it is called. */
    record Staged<T extends @Nullable Object>(
            SerializableFunction<? super T, ? extends @Nullable Object> function)
            implements AsyncFunction<T, @Nullable Object> {
        @Override
        @SuppressWarnings("unchecked")
        public CompletionStage<@Nullable Object> apply(T argument) throws Exception {
            Object result = function.apply(argument);
            if (result instanceof CompletionStage<?> stage) {
                return (CompletionStage<@Nullable Object>) stage;
            }
            throw wrong("apmap", "CompletionStage", result);
        }
    }

    /** A function whose results are known to be booleans only when it is called. */
    record Tested<T extends @Nullable Object>(
            SerializableFunction<? super T, ? extends @Nullable Object> function)
            implements SerializablePredicate<T> {
        @Override
        public boolean test(T argument) throws Exception {
            Object result = function.apply(argument);
            if (result instanceof Boolean passed) {
                return passed;
            }
            throw wrong("pfilter", "Boolean", result);
        }
    }

    private static ClassCastException wrong(String how, String wanted, @Nullable Object result) {
        return new ClassCastException(
                "the function of %s must return a %s, but returned %s"
                        .formatted(
                                how,
                                wanted,
                                result == null ? "null" : "a " + result.getClass().getName()));
    }
}
