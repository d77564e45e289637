package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.To;
import dev.polyloom.process.UnknownPeerException;
import dev.polyloom.process.named.NearNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds workers by their addresses, and waits for those that start. Safe for several threads. */
final class Directory {
    /** How often a worker that ended before its pipe was used is looked for again. */
    static final int TRIES = 3;

    private final Hub hub;
    private final Crew crew;
    private final Abroad abroad;
    private final Map<Integer, CompletableFuture<Station>> arrivals = new ConcurrentHashMap<>();

    Directory(Hub hub, Crew crew, Abroad abroad) {
        this.hub = hub;
        this.crew = crew;
        this.abroad = abroad;
    }

    void ready(Station station) {
        CompletableFuture<Station> arrival = arrivals.remove(station.peer().index());
        if (arrival != null) {
            Thread.ofVirtual().name("polyloom-arrival").start(() -> arrival.complete(station));
        }
    }

    /** Nobody will come. */
    void fail(Throwable why) {
        for (Integer index : List.copyOf(arrivals.keySet())) {
            CompletableFuture<Station> arrival = arrivals.remove(index);
            if (arrival != null) {
                Thread.ofVirtual()
                        .name("polyloom-arrival")
                        .start(() -> arrival.completeExceptionally(why));
            }
        }
    }

    void keepAll() {
        if (crew.isOpen()) {
            IntStream.rangeClosed(1, crew.workers()).forEach(crew::keep);
        }
    }

    /** Returns the next worker of an index to come up. */
    CompletableFuture<Station> next(int index) {
        return arrivals.computeIfAbsent(index, i -> new CompletableFuture<>()).copy();
    }

    boolean isGone(long id) {
        return hub.station(id) == null;
    }

    Station station(long id) {
        Station station = hub.station(id);
        if (station == null) {
            throw new PolyloomException("the worker is gone");
        }
        return station;
    }

    // ---- one worker

    /** Finds the worker of an address, which is started if need be. */
    private CompletableFuture<Station> find(To to) {
        if (to instanceof To.Named named && indexHere(named.name()) <= 0) {
            return findElsewhere(named.name());
        }
        int index = index(to);
        Station up = hub.current(index);
        if (up != null) {
            return CompletableFuture.completedFuture(up);
        }
        if (!crew.isOpen()) {
            throw closed(to);
        }
        CompletableFuture<Station> arrival = next(index);
        crew.keep(index);
        Station meanwhile = hub.current(index);
        if (meanwhile != null) {
            ready(meanwhile);
        }
        return arrival;
    }

    private PolyloomException closed(To to) {
        return new PolyloomException(
                "%s is not up, and scope %s is closed".formatted(to, crew.name()));
    }

    private int index(To to) {
        return switch (to) {
            case To.Worker worker when worker.index() <= crew.workers() -> worker.index();
            case To.Worker worker ->
                    throw new UnknownPeerException(
                            "scope %s has workers 1 to %d, but no %d"
                                    .formatted(crew.name(), crew.workers(), worker.index()));
            case To.Named named -> indexHere(named.name());
            default ->
                    throw new IllegalArgumentException(
                            "a pipe leads to one worker, not to %s; ask for pipes(...), or submit"
                                    .formatted(to));
        };
    }

    /** Returns the index of a name if it is of this scope, 0 for its primary, else -1. */
    private int indexHere(String name) {
        return abroad.self().indexOf(name);
    }

    private CompletableFuture<Station> findElsewhere(String name) {
        if (indexHere(name) == 0) {
            return CompletableFuture.completedFuture(hub.primary());
        }
        CompletableFuture<Station> found = abroad.find(name);
        if (found == null) {
            throw unknown(name);
        }
        return found;
    }

    private UnknownPeerException unknown(String name) {
        List<String> names =
                new ArrayList<>(
                        IntStream.rangeClosed(1, crew.workers())
                                .mapToObj(index -> crew.name() + "-" + index)
                                .toList());
        names.addAll(abroad.names());
        return new UnknownPeerException(
                "scope %s has no worker '%s'%s"
                        .formatted(crew.name(), name, NearNames.hint(name, names, "workers")));
    }

    /** Finds the worker of an address for another, to which it is introduced. */
    CompletableFuture<Long> find(To to, Station asker) {
        return find(to).thenApply(found -> {
            if (found == asker) {
                throw new IllegalArgumentException("a worker has no pipe to itself");
            }
            hub.introduce(found, asker);
            return found.id();
        });
    }

    /** Returns the pipe to the worker of an address. */
    PipeEnd pipe(To to, Exchange exchange) {
        for (int i = 0; i < TRIES; i++) {
            Station found = await(find(to), to);
            if (found == hub.primary()) {
                throw new IllegalArgumentException("the primary has no pipe to itself");
            }
            PipeEnd pipe = exchange.pipe(found.id());
            if (pipe != null) {
                return pipe;
            }
        }
        throw crew.isOpen()
                ? new PolyloomException("%s ends as soon as it is up".formatted(to))
                : closed(to);
    }

    private Station await(CompletableFuture<Station> found, To to) {
        Duration limit = crew.startTimeout().multipliedBy(2);
        try {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PolyloomException("interrupted while waiting for " + to, e);
        } catch (ExecutionException e) {
            throw new PolyloomException(
                    "%s cannot be reached: %s".formatted(to, e.getCause()), e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new PolyloomException("%s was not up within %s".formatted(to, limit), e);
        }
    }

    // ---- several

    /** Returns the endpoints of an address that are up, but not the one who asks. */
    List<Station> list(To to, @Nullable Station asker) {
        if (to instanceof To.Named named && indexHere(named.name()) < 0) {
            List<Station> elsewhere = abroad.list(named.name());
            if (elsewhere == null) {
                throw unknown(named.name());
            }
            return elsewhere;
        }
        return hub.current().stream()
                .filter(each -> each != asker && isMeant(to, each.peer()))
                .toList();
    }

    /** Tells whether an address means a worker. */
    boolean isMeant(To to, Peer peer) {
        return switch (to) {
            case To.All _ -> true;
            case To.Group group -> hasAnnotation(group, peer.annotations().get(group.key()));
            case To.Primary _ -> false;
            default -> peer.index() == index(to);
        };
    }

    private static boolean hasAnnotation(To.Group group, @Nullable String found) {
        return found != null && (group.value() == null || found.equals(group.value()));
    }

    /** Returns the endpoints of an address that are up, which are introduced to who asks. */
    long[] ids(To to, Station asker) {
        List<Station> found = list(to, asker);
        found.forEach(each -> hub.introduce(each, asker));
        return found.stream().mapToLong(Station::id).toArray();
    }
}
