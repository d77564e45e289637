package dev.polyloom.supervisor.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a thread is doing, in one line. */
final class Stacks {
    private static final int MOST_FRAMES = 8;

    private Stacks() {}

    static String of(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
