package dev.polyloom.process.child;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Hears signals, where this JVM lets a program do so. What it needs for that is no part of Java,
 * and so is looked for at run time.
 */
public final class Signals {
    private Signals() {}

    /**
     * Runs an action at each signal of a name, in place of what the JVM does. Child processes do
     * not inherit that, as they would inherit that a signal is ignored.
     *
     * @param name the signal's name, such as {@code HUP}
     * @param action is run on a thread of the JVM
     * @return whether that can be done here
     */
    public static boolean on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run =
                    MethodHandles.lookup()
                            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                            .bindTo(action);
            Object hears =
                    MethodHandleProxies.asInterfaceInstance(
                            handler, MethodHandles.dropArguments(run, 0, signal));
            Object wanted = signal.getConstructor(String.class).newInstance(name);
            var _ = signal.getMethod("handle", signal, handler).invoke(null, wanted, hears);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
