package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Awaiter;
import java.util.ArrayList;
import java.util.List;

/** Coroutines that wait in line for one another. */
final class Waiters {
    private final List<Future> line = new ArrayList<>();

    /** Waits at the end of the line until it is called. */
    Object await(Awaiter by) {
        return await(by, join());
    }

    Future join() {
        Future place = new Future(EventLoops.running());
        line.add(place);
        return place;
    }

    Object await(Awaiter by, Future place) {
        try {
            return place.await(by);
        } finally {
            line.remove(place);
        }
    }

    /** Calls the first that has not been called, and tells whether there was one. */
    boolean callFirst() {
        for (Future each : line) {
            if (!each.isDone()) {
                each.setResult(true);
                return true;
            }
        }
        return false;
    }

    /** Calls the first if it has not been called. */
    void callHead() {
        if (!line.isEmpty()) {
            line.getFirst().offer(true);
        }
    }

    void callAll() {
        List.copyOf(line).forEach(each -> each.offer(true));
    }

    /** Calls so many of those that have not been called. */
    void call(long count) {
        long left = count;
        for (Future each : List.copyOf(line)) {
            if (left <= 0) {
                return;
            }
            if (!each.isDone()) {
                left--;
                each.setResult(false);
            }
        }
    }

    /** Calls the first that has not been called, and takes all before it out of the line. */
    void callNext() {
        while (!line.isEmpty()) {
            Future first = line.removeFirst();
            if (!first.isDone()) {
                first.setResult(true);
                return;
            }
        }
    }

    void remove(Future place) {
        line.remove(place);
    }

    /** Tells whether somebody waits who has not given up. */
    boolean isWaiting() {
        return line.stream().anyMatch(each -> !each.isCancelled());
    }

    int size() {
        return line.size();
    }
}
