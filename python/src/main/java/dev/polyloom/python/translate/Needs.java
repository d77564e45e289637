package dev.polyloom.python.translate;

import dev.polyloom.python.infer.ProcessUses;
import dev.polyloom.python.parse.Parsed;
import java.util.regex.Pattern;

/**
 * What a program needs that would cost others time.
 *
 * @param processes whether it may have processes, which have variables of their own
 * @param ends whether it cares for the end of objects
 */
public record Needs(boolean processes, boolean ends) {
    private static final Pattern ENDS = Pattern.compile("\\b(__del__|weakref)\\b");

    /** Needs nothing. */
    public static final Needs NONE = new Needs(false, false);

    /** Returns what a program may need of which a module has this text. */
    public static Needs namedIn(String text) {
        return new Needs(ProcessUses.mayBeIn(text), ENDS.matcher(text).find());
    }

    /** Returns what a program needs that has this module. */
    public static Needs of(Parsed parsed) {
        return new Needs(
                ProcessUses.isIn(parsed.program()), ENDS.matcher(parsed.source().text()).find());
    }

    /** Returns what is needed by either. */
    public Needs and(Needs other) {
        return new Needs(processes || other.processes, ends || other.ends);
    }
}
