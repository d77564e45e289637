package dev.polyloom.cli.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Puts bars into lanes so that none overlap in one. A worker has a lane, or as many as it ran items
 * at once; workers that live for one item only share lanes.
 */
final class Lanes {
    /** Microseconds by which bars in a lane may overlap, since their times are rounded. */
    private static final long ROUNDING = 2;

    private final List<String> names = new ArrayList<>();
    private final List<Integer> laneOfBar = new ArrayList<>();
    private final Map<String, Integer> firstLane = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final boolean shared;
    private final String sharedName;

    private Lanes(boolean shared, String sharedName) {
        this.shared = shared;
        this.sharedName = sharedName;
    }

    /** A free or busy lane. */
    private record Free(long end, int lane) {}

    /** The lanes of one worker. */
    private static final class Group {
        final PriorityQueue<Free> byEnd =
                new PriorityQueue<>((a, b) -> {
                    int order = Long.compare(a.end, b.end);
                    return order != 0 ? order : Integer.compare(a.lane, b.lane);
                });
        final PriorityQueue<Integer> free = new PriorityQueue<>();
        int size;
    }

    /**
     * Lays out bars.
     *
     * @param bars the bars by their start
     * @param marks the marks, whose workers get a lane even if they ran nothing
     * @param shared whether workers live for one item only
     * @param sharedName what such workers are, as the start of the lanes' names
     */
    static Lanes of(List<Bar> bars, List<Mark> marks, boolean shared, String sharedName) {
        Lanes lanes = new Lanes(shared, sharedName);
        if (!shared) {
            Stream.concat(
                            bars.stream().map(Bar::worker).distinct(),
                            marks.stream().map(Mark::worker))
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).thenComparing(n -> n))
                    .forEach(lanes::addWorker);
        }
        for (Bar bar : bars) {
            lanes.laneOfBar.add(lanes.place(bar));
        }
        return lanes;
    }

    private int place(Bar bar) {
        String key = shared ? sharedName : bar.worker();
        Group group = groups.computeIfAbsent(key, name -> new Group());
        while (!group.byEnd.isEmpty() && group.byEnd.peek().end <= bar.start() + ROUNDING) {
            group.free.add(group.byEnd.remove().lane);
        }
        Integer lane = group.free.poll();
        if (lane == null) {
            lane = add(key, group);
        }
        group.byEnd.add(new Free(bar.end(), lane));
        return lane;
    }

    private void addWorker(String worker) {
        Group group = new Group();
        groups.put(worker, group);
        group.free.add(add(worker, group));
    }

    private int add(String key, Group group) {
        int lane = names.size();
        group.size++;
        firstLane.putIfAbsent(key, lane);
        boolean first = group.size == 1 && !shared;
        names.add(first ? key : key + (shared ? "-" : " #") + group.size);
        return lane;
    }

    /** Returns the first lane of a worker. */
    int laneOf(String worker) {
        return firstLane.getOrDefault(worker, 0);
    }

    List<String> names() {
        return names;
    }

    List<Integer> laneOfBar() {
        return laneOfBar;
    }
}
