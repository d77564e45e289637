package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RandomTest {
    private final Cases cases = new Cases();

    /** What draws once, given the arguments behind seed and name. */
    private interface Draw {
        @Nullable Object from(PythonRandom random, List<Object> arguments);
    }

    @Test
    void sequences_areAsInPython() {
        wholes();
        reals();
        items();
        cases.check("random", 60);
    }

    private void wholes() {
        draws("getrandbits", (r, a) -> r.bits((Long) a.get(0)));
        draws("randrange1", (r, a) -> r.range(a.get(0)));
        draws("randrange3", (r, a) -> r.range(a.get(0), a.get(1), a.get(2)));
        draws("randint", (r, a) -> r.between(a.get(0), a.get(1)));
        draws("randbytes", (r, a) -> r.bytes(((Long) a.get(0)).intValue()));
    }

    private void reals() {
        draws("random", (r, a) -> r.random());
        draws("~uniform", (r, a) -> r.uniform(x(a, 0), x(a, 1)));
        draws("~normalvariate", (r, a) -> r.normal(x(a, 0), x(a, 1)));
        draws("~gauss", (r, a) -> r.gauss(x(a, 0), x(a, 1)));
        draws("~lognormvariate", (r, a) -> r.logNormal(x(a, 0), x(a, 1)));
        draws("~gammavariate", (r, a) -> r.gamma(x(a, 0), x(a, 1)));
        draws("~betavariate", (r, a) -> r.beta(x(a, 0), x(a, 1)));
        draws("~weibullvariate", (r, a) -> r.weibull(x(a, 0), x(a, 1)));
        draws("~vonmisesvariate", (r, a) -> r.vonMises(x(a, 0), x(a, 1)));
        draws("~expovariate", (r, a) -> r.exponential(x(a, 0)));
        draws("~paretovariate", (r, a) -> r.pareto(x(a, 0)));
        draws("triangular", (r, a) -> r.triangular(x(a, 0), x(a, 1), (Double) a.get(2)));
    }

    private void items() {
        draws("choice", (r, a) -> items(a).get(r.choice(items(a).size())));
        draws("sample", (r, a) -> pick(a, list -> r.sample(list.size(), (Long) a.get(1))));
        draws("choices", (r, a) -> pick(a, list -> r.choices(list.size(), 1)));
        draws("weighted", (r, a) -> pick(a, list -> r.choices(list.size(), sums(a), 1)));
        cases.on(
                "shuffle",
                a -> {
                    List<Long> list = new ArrayList<>();
                    for (long i = 0; i < (Long) a.get(1); i++) {
                        list.add(i);
                    }
                    seeded(a.get(0)).shuffle(list);
                    return list;
                });
        cases.on(
                "~state",
                a -> {
                    PythonRandom random = seeded(a.get(0));
                    random.gauss(0, 1);
                    long[] state = random.state();
                    double first = random.random();
                    random.setState(state);
                    return List.of(first, random.random());
                });
    }

    private static Object pick(List<Object> arguments, Function<List<Object>, int[]> draw) {
        return PythonRandom.pick(items(arguments), draw.apply(items(arguments)));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(List<Object> arguments) {
        return (List<Object>) arguments.get(0);
    }

    private static double[] sums(List<Object> arguments) {
        List<?> weights = (List<?>) arguments.get(1);
        double[] sums = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += ((Number) weights.get(i)).doubleValue();
            sums[i] = sum;
        }
        return sums;
    }

    private void draws(String name, Draw draw) {
        cases.on(
                name,
                a -> {
                    PythonRandom random = seeded(a.get(0));
                    List<@Nullable Object> drawn = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        drawn.add(draw.from(random, a.subList(2, a.size())));
                    }
                    return drawn;
                });
    }

    private static PythonRandom seeded(Object seed) {
        PythonRandom random = new PythonRandom();
        boolean bytes = seed instanceof String text && text.startsWith("b") && isHex(text);
        random.seed(bytes ? Cases.bytes(seed) : Ints.plain(seed));
        return random;
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 1
                && text.substring(1).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static double x(List<Object> arguments, int index) {
        return (Double) arguments.get(index);
    }
}
