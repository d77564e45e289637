package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.To;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Does what workers ask of their primary. Safe for use by several threads. */
final class PrimaryCommands {
    private final boolean runsTasks;
    private final Crew crew;
    private final Exchange exchange;
    private final Directory directory;
    private final Pops pops;
    private final Introducer introducer;

    /**
     * Makes it.
     *
     * @param runsTasks whether the primary runs tasks of workers
     * @param crew the pool
     * @param exchange the primary's ends of all pipes
     * @param directory finds workers
     * @param pops tasks for whichever worker is free first
     */
    PrimaryCommands(
            boolean runsTasks, Crew crew, Exchange exchange, Directory directory, Pops pops) {
        this.runsTasks = runsTasks;
        this.crew = crew;
        this.exchange = exchange;
        this.directory = directory;
        this.pops = pops;
        introducer = new Introducer(exchange, crew::place);
    }

    /** Obeys a worker; what is returned may be a stage. */
    @Nullable Object obey(String name, @Nullable Object value, long from) throws Exception {
        Station asker = directory.station(from);
        return switch (name) {
            case Commands.FIND -> directory.find((To) given(value), asker);
            case Commands.LIST -> directory.ids((To) given(value), asker);
            case Commands.POP -> pop(asker.id(), (byte[]) given(value));
            case Commands.RUN_APART -> crew.runApart((byte[]) given(value));
            case Commands.RUN_HERE -> allowed((byte[]) given(value), asker.peer());
            case Commands.WAITING -> waiting(asker, (Integer) given(value));
            case Commands.PEER -> introduced((Integer) given(value), asker, Directory.TRIES);
            case Commands.AWAITS -> awaits(asker, (long[]) given(value));
            case Commands.RETIRE -> retire(asker, (String) given(value));
            default -> throw new IllegalArgumentException("the primary cannot " + name);
        };
    }

    /** Hands a task to whichever worker is free first. */
    CompletableFuture<byte[]> pop(long origin, byte[] task) {
        directory.keepAll();
        return pops.add(origin, task);
    }

    private static Object given(@Nullable Object value) {
        return Objects.requireNonNull(value, "a request without a value");
    }

    private @Nullable Object allowed(byte[] task, Peer from) throws Exception {
        if (!runsTasks) {
            throw new SecurityException(
                    "the primary runs no tasks of workers; open the scope with"
                            + " Heads.builder().tasksInPrimary(true) to allow it");
        }
        return exchange.callTask(task, from);
    }

    private @Nullable Object waiting(Station asker, int more) {
        pops.waiting(asker.id(), Math.clamp(more, -1, 1));
        return null;
    }

    /** Introduces a worker to another, or to its replacement if it dies meanwhile. */
    private CompletableFuture<Long> introduced(int index, Station asker, int tries) {
        return directory
                .find(To.worker(index), asker)
                .thenCompose(found ->
                        introduced(found, asker)
                                .exceptionallyCompose(failure ->
                                        tries > 1 && directory.isGone(found)
                                                ? introduced(index, asker, tries - 1)
                                                : CompletableFuture.failedFuture(failure)));
    }

    private CompletableFuture<Long> introduced(long found, Station asker) {
        try {
            return introducer.introduce(asker, directory.station(found));
        } catch (PolyloomException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A worker that somebody waits for is watched, and not stopped before it has answered. */
    private @Nullable Object awaits(Station asker, long[] stations) {
        asker.awaits = stations;
        crew.watch();
        return null;
    }

    private @Nullable Object retire(Station asker, String why) {
        crew.retire(asker, why);
        return null;
    }
}
