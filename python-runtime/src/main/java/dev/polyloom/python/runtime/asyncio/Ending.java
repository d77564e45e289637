package dev.polyloom.python.runtime.asyncio;

import java.util.function.Consumer;

/**
 * What happens at the end of a future, with the words that the future shows for it.
 *
 * @param shown the words
 * @param action what happens
 */
record Ending(String shown, Consumer<Future> action) implements Consumer<Future> {
    private static final String LIBRARY = "/usr/lib/python3.11/asyncio/";

    /** Makes one of a function of Python's library, whose place is shown. */
    static Ending at(String function, String place, Consumer<Future> action) {
        return new Ending(function + "() at " + LIBRARY + place, action);
    }

    @Override
    public void accept(Future done) {
        action.accept(done);
    }
}
