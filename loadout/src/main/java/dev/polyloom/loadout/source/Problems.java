package dev.polyloom.loadout.source;

import dev.polyloom.loadout.LoadOutException;
import dev.polyloom.loadout.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a load-out. */
public final class Problems {
    private static final int MOST = 100;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Place place, String message) {}

    /** Makes a collection of none. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param place where
     * @param message what is wrong and what would be right
     */
    public void add(Place place, String message) {
        entries.add(new Entry(place, message));
    }

    /**
     * Returns how many there are.
     *
     * @return the number
     */
    public int size() {
        return entries.size();
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws LoadOutException with all problems in the order of the load-out
     */
    public void throwIfAny() {
        if (!entries.isEmpty()) {
            throw exception();
        }
    }

    private LoadOutException exception() {
        List<Problem> problems = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparingInt(entry -> entry.place().order()))
                .limit(MOST)
                .forEach(entry -> problems.add(new Problem(entry.place().text(), entry.message())));
        if (entries.size() > MOST) {
            problems.add(
                    new Problem(
                            problems.getLast().place(),
                            "and %d more problems".formatted(entries.size() - MOST)));
        }
        return new LoadOutException(problems);
    }

    /**
     * Makes an exception of a single problem that ends the reading.
     *
     * @param place where
     * @param message what is wrong and what would be right
     * @return the exception
     */
    public static LoadOutException fatal(Place place, String message) {
        return new LoadOutException(List.of(new Problem(place.text(), message)));
    }
}
