package dev.polyloom.stress;

/** How much is tried: some for each change, much for the one who waits. */
public final class Effort {
    private static final boolean BRIEF = Boolean.getBoolean("polyloom.stress.brief");

    private Effort() {}

    /** Returns one number or the other. */
    public static int of(int brief, int thorough) {
        return BRIEF ? brief : thorough;
    }
}
