package dev.polyloom.supervisor;

import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.supervisor.made.ActionService;
import dev.polyloom.supervisor.made.MainService;
import dev.polyloom.supervisor.made.NewInstance;
import java.util.List;

/**
 * Services made of what knows nothing of services: classes, programs, actions, commands. All of
 * them can run in a process, too.
 */
public final class Services {
    private Services() {}

    /**
     * Makes a service of a class. Each start makes a new instance, where the service runs.
     *
     * @param type a {@link Service}, {@link AsyncService} or {@link Runnable} that has a
     *     constructor without parameters
     * @return the service, which is an {@link AsyncService} if the class is one
     * @throws IllegalArgumentException if the class cannot be used, saying why
     */
    public static Service of(Class<?> type) {
        return NewInstance.of(type);
    }

    /**
     * Makes a service of a program. It is ready when it begins, and ends when its {@code main} and
     * all threads that this started, save daemons, have ended. Told to stop, its process exits as
     * at SIGTERM, with its shutdown hooks. A program that runs on a thread has its threads
     * interrupted instead, and ends this JVM when it calls {@link System#exit}.
     *
     * @param type a class with a {@code main} that {@code java} would start
     * @param arguments the arguments of the program
     * @return the service
     * @throws IllegalArgumentException if the class has no such {@code main}
     */
    public static Service main(Class<?> type, String... arguments) {
        return new MainService(type, List.of(arguments));
    }

    /**
     * Makes a service of a call of an action. It is ready when it begins, and ends when the action
     * returns, or the stage that it returns completes.
     *
     * @param actions what can be called; they travel with the service
     * @param call the call
     * @return the service
     * @throws dev.polyloom.process.ActionException if there is no such action or none that takes
     *     the arguments
     */
    public static Service action(Actions actions, DeferredCall call) {
        return new ActionService(actions, call);
    }

    /**
     * Makes a service of an external command. It belongs on a thread, virtual or not; it is a
     * process of its own already.
     *
     * @param line the program and its arguments; no shell looks at them
     * @return the service
     * @throws IllegalArgumentException if there is no program
     */
    public static CommandService command(String... line) {
        return new CommandService(List.of(line));
    }
}
