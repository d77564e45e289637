package dev.polyloom.process.transport;

import org.jspecify.annotations.Nullable;

/** What a frame says. The order is the protocol: a frame carries the ordinal. */
public enum FrameType {
    /** To the worker, first of all: how to run. */
    SETUP,
    /** From the worker: it can take tasks. */
    READY,
    /** From the worker: its initializer failed. */
    START_FAILED,
    /** To the worker: a body that returns its result. */
    TASK,
    /** To the worker: a body that returns a stage. */
    ASYNC_TASK,
    /** From the worker, only without a status page: a body is about to start. */
    STARTED,
    /** From the worker: what a body returned. */
    RESULT,
    /** From the worker: what a body threw. */
    FAILURE,
    /** To the worker: interrupt the task, or drop it if it has not started. */
    CANCEL,
    /** To the worker: drop the task if it has not started. */
    DROP,
    /** From the worker: the task was dropped before it started. */
    DROPPED,
    /** To the worker: give back every task that has not started. */
    RECALL,
    /** From the worker: the numbers of the tasks given back. */
    RECALLED,
    /** From the worker, only without a status page: it is alive. */
    HEARTBEAT,
    /** To the worker: end. */
    STOP;

    private static final FrameType[] BY_CODE = values();

    static @Nullable FrameType of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
