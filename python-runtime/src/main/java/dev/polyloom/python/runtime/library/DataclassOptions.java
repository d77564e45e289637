package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Text;

/** What a program has asked of {@code dataclass}. */
record DataclassOptions(
        boolean init,
        boolean repr,
        boolean eq,
        boolean order,
        boolean unsafeHash,
        boolean frozen,
        boolean matchArgs,
        boolean keywordOnly,
        boolean slots) {
    /** Reads them from the arguments of the call, which begin with the class. */
    static DataclassOptions of(Object[] a) {
        boolean[] on = new boolean[a.length];
        for (int i = 1; i < a.length; i++) {
            on[i] = Text.truth(a[i]);
        }
        return new DataclassOptions(on[1], on[2], on[3], on[4], on[5], on[6], on[7], on[8], on[9]);
    }
}
