package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.named.Conversion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls of texts: finds the method that they fit best, and what they mean for it. */
public final class TextArguments {
    /** The types that say most about a text come first; text itself is last but one. */
    private static final List<Class<?>> TELLING =
            List.of(boolean.class, byte.class, short.class, int.class, long.class);

    private static final int OF_FLOAT = 6;
    private static final int OF_ENUM = 7;
    private static final int OF_TEXT = 8;
    private static final int OF_OTHERS = 9;

    private final Overloads overloads;

    /**
     * Makes one for the methods of a name.
     *
     * @param overloads the methods
     */
    public TextArguments(Overloads overloads) {
        this.overloads = overloads;
    }

    /** A method with the values that the texts have for it. */
    private record Candidate(ActionMethod method, boolean spread, List<@Nullable Object> values) {
        int rank(int index) {
            Class<?> type = Kinds.plain(method.parameter(index, spread));
            int place = TELLING.indexOf(type);
            if (place >= 0) {
                return place;
            }
            if (type == float.class || type == double.class) {
                return OF_FLOAT;
            }
            if (type.isEnum()) {
                return OF_ENUM;
            }
            return type.isAssignableFrom(String.class) ? OF_TEXT : OF_OTHERS;
        }

        boolean isAtLeastAsTelling(Candidate other) {
            return IntStream.range(0, values.size()).allMatch(i -> rank(i) <= other.rank(i));
        }
    }

    /**
     * Makes a call.
     *
     * @param types the types of the method meant, as {@code (String,int)}, or nothing
     * @param texts the arguments
     * @return the call
     * @throws ActionException if the texts fit no method, or several equally well
     */
    public DeferredCall parse(String types, List<String> texts) {
        List<ActionMethod> methods = ofTypes(types);
        List<String> problems = new ArrayList<>();
        List<Candidate> fitting = candidates(methods, texts, false, problems);
        if (fitting.isEmpty()) {
            fitting = candidates(methods, texts, true, problems);
        }
        if (fitting.isEmpty()) {
            throw new ActionException(misfit(texts, problems));
        }
        Candidate best = best(fitting, texts);
        @Nullable Object[] values = best.values().toArray();
        return DeferredCall.of(
                overloads.name(), best.spread() ? best.method().gathered(values) : values);
    }

    private List<ActionMethod> ofTypes(String types) {
        String wanted = types.replaceAll("\\s", "");
        List<ActionMethod> found =
                overloads.methods().stream()
                        .filter(method ->
                                wanted.isEmpty()
                                        || method.call()
                                                .replace(" ", "")
                                                .equals(overloads.name() + wanted))
                        .toList();
        if (found.isEmpty()) {
            throw new ActionException(
                    "no action '%s'; there is %s"
                            .formatted(
                                    CallText.shortened(overloads.name() + types),
                                    overloads.listed()));
        }
        return found;
    }

    private static List<Candidate> candidates(
            List<ActionMethod> methods, List<String> texts, boolean spread, List<String> problems) {
        return methods.stream()
                .filter(method ->
                        spread
                                ? method.isVarArgs() && texts.size() >= method.arity() - 1
                                : !method.isVarArgs() && texts.size() == method.arity())
                .flatMap(method -> Stream.ofNullable(candidate(method, texts, spread, problems)))
                .toList();
    }

    private static @Nullable Candidate candidate(
            ActionMethod method, List<String> texts, boolean spread, List<String> problems) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Class<?> type = method.parameter(i, spread);
            Conversion conversion = Conversion.to(type);
            try {
                if (conversion == null) {
                    throw new IllegalArgumentException(
                            "cannot be made a %s, which nothing makes of text"
                                    .formatted(type.getSimpleName()));
                }
                values.add(conversion.convert(texts.get(i)));
            } catch (Exception e) {
                problems.add("argument %d %s".formatted(i + 1, e.getMessage()));
                return null;
            }
        }
        return new Candidate(method, spread, values);
    }

    private String misfit(List<String> texts, List<String> problems) {
        String call = CallText.of(overloads.name(), texts);
        return overloads.methods().size() == 1 && problems.size() == 1
                ? "%s does not fit %s: %s".formatted(call, overloads.listed(), problems.getFirst())
                : "%s fits none of %s".formatted(call, overloads.listed());
    }

    private Candidate best(List<Candidate> fitting, List<String> texts) {
        List<Candidate> best =
                fitting.stream()
                        .filter(one -> fitting.stream().allMatch(one::isAtLeastAsTelling))
                        .toList();
        if (best.size() == 1) {
            return best.getFirst();
        }
        throw new ActionException(
                "%s is ambiguous; write one of %s"
                        .formatted(
                                CallText.of(overloads.name(), texts),
                                fitting.stream()
                                        .map(candidate -> "'" + candidate.method().call() + "'")
                                        .collect(Collectors.joining(", "))));
    }
}
