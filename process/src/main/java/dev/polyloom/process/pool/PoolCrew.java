package dev.polyloom.process.pool;

import dev.polyloom.process.message.Crew;
import dev.polyloom.process.message.Meeting;
import dev.polyloom.process.message.Station;
import dev.polyloom.process.pool.Roster.Phase;
import dev.polyloom.spi.PoolRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Does for a router what concerns the workers of a pool. */
final class PoolCrew implements Crew {
    private final PoolRequest request;
    private final Roster roster;
    private final LongConsumer lookBy;
    private final Function<byte[], CompletableFuture<byte[]>> apart;
    private final Supplier<Meeting.Place> place;

    /**
     * Makes it.
     *
     * @param request what was asked for
     * @param roster knows the workers
     * @param lookBy sees to it that the watch looks no later than a time
     * @param apart runs an encoded task in a worker of its own
     * @param place says where workers meet
     */
    PoolCrew(
            PoolRequest request,
            Roster roster,
            LongConsumer lookBy,
            Function<byte[], CompletableFuture<byte[]>> apart,
            Supplier<Meeting.Place> place) {
        this.request = request;
        this.roster = roster;
        this.lookBy = lookBy;
        this.apart = apart;
        this.place = place;
    }

    @Override
    public String name() {
        return request.name();
    }

    @Override
    public int workers() {
        return request.workers();
    }

    @Override
    public int concurrency() {
        return request.process().concurrency();
    }

    @Override
    public Duration startTimeout() {
        return request.process().startTimeout();
    }

    @Override
    public Meeting.Place place() {
        return place.get();
    }

    @Override
    public boolean isOpen() {
        return roster.phase == Phase.OPEN;
    }

    @Override
    public void keep(int index) {
        roster.update(steps -> roster.fleet().keep(index));
    }

    @Override
    public void pause(int index) {
        roster.update(steps -> roster.fleet().pause(index, steps));
    }

    @Override
    public void resume(int index) {
        roster.update(steps -> roster.fleet().resume(index));
    }

    @Override
    public void reload(Station station) {
        update(station, (link, steps) -> roster.fleet().reload(link));
    }

    @Override
    public void retire(Station station, String why) {
        update(station, (link, steps) -> roster.fleet().dismiss(link, why, steps));
    }

    @Override
    public void stop(Station station) {
        update(
                station,
                (link, steps) -> {
                    roster.fleet().keepNoLonger(link.number());
                    roster.fleet().dismiss(link, "stopped by command", steps);
                    roster.dispatcher().recall(link, steps);
                });
    }

    private void update(Station station, BiConsumer<WorkerLink, Steps> change) {
        roster.update(steps -> {
            for (WorkerLink link : roster.links) {
                if (link.station == station) {
                    change.accept(link, steps);
                }
            }
        });
    }

    @Override
    public void watch() {
        lookBy.accept(System.nanoTime() + Supervision.beatNanos(request.process()));
    }

    @Override
    public CompletableFuture<byte[]> runApart(byte[] task) {
        return apart.apply(task);
    }
}
