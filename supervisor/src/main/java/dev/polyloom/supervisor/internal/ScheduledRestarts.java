package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.RestartSchedule;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceState;
import java.time.Duration;
import java.time.Instant;

/**
 * Restarts services when their schedules say so. There is one timer a service, whatever happens to
 * it meanwhile. Used by the coordinator's thread alone.
 */
final class ScheduledRestarts {
    /** The clock on the wall may be set, so it is looked at every so often. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final RunningHost host;

    ScheduledRestarts(RunningHost host) {
        this.host = host;
    }

    /** Takes notice that a service was started. */
    void launched(ServiceCell cell) {
        RestartSchedule schedule = cell.node.spec().schedule();
        cell.restartDue = schedule == null ? null : schedule.next(time(schedule));
        if (schedule != null && !cell.awaitsRestart) {
            await(cell, schedule);
        }
    }

    private Instant time(RestartSchedule schedule) {
        return switch (schedule) {
            case RestartSchedule.Every _ -> host.at();
            case RestartSchedule.Cron _ -> host.wallTime();
        };
    }

    private void await(ServiceCell cell, RestartSchedule schedule) {
        Duration left = left(cell, schedule);
        cell.awaitsRestart = true;
        host.schedule(() -> look(cell), left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
    }

    private Duration left(ServiceCell cell, RestartSchedule schedule) {
        Instant due = cell.restartDue;
        return due == null ? LOOK_AGAIN : Duration.between(time(schedule), due);
    }

    private void look(ServiceCell cell) {
        cell.awaitsRestart = false;
        RestartSchedule schedule = cell.node.spec().schedule();
        ServiceState state = cell.node.state();
        boolean runs = state == ServiceState.STARTING || state == ServiceState.RUNNING;
        if (!runs || schedule == null) {
            return;
        }
        if (left(cell, schedule).isPositive()) {
            await(cell, schedule);
        } else {
            host.happened(new ServiceEvent.RestartDue(cell.node.path(), host.at()));
            host.tree().restartChild(cell.node, host.now());
        }
    }
}
