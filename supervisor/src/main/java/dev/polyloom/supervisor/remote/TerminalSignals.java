package dev.polyloom.supervisor.remote;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The signals that a terminal sends to a host and all its processes at once. The host alone heeds
 * them, so that it can stop its services in good order. What is needed for that is no part of Java,
 * and so is looked for at run time.
 */
final class TerminalSignals {
    private TerminalSignals() {}

    /** Has this process go on at such a signal, where that can be had; not what it starts. */
    static void leaveToHost() {
        List.of("INT", "HUP").forEach(TerminalSignals::leaveToHost);
    }

    private static void leaveToHost(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            // children would inherit that a signal is ignored, but not that it is handled
            Object nothing =
                    Proxy.newProxyInstance(
                            TerminalSignals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (_, _, _) -> null);
            Object which = signal.getConstructor(String.class).newInstance(name);
            var _ = signal.getMethod("handle", signal, handler).invoke(null, which, nothing);
        } catch (ReflectiveOperationException e) {
            // then the signal ends it, as it ends other programs
        }
    }
}
