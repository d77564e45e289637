package dev.polyloom.process.transport;

import org.jspecify.annotations.Nullable;

/** What a frame says. A frame carries the code. */
public enum FrameType {
    /** To the worker, first of all: how to run. */
    SETUP(1),
    /** From the worker: it can take tasks. */
    READY(2),
    /** From the worker: its initializer failed. */
    START_FAILED(3),
    /** To the worker: a body that returns its result. */
    TASK(4),
    /** To the worker: a body that returns a stage. */
    ASYNC_TASK(5),
    /** From the worker, only without a status page: a body is about to start. */
    STARTED(6),
    /** From the worker: what a body returned. */
    RESULT(7),
    /** From the worker: what a body threw. */
    FAILURE(8),
    /** To the worker: interrupt the task, or drop it if it has not started. */
    CANCEL(9),
    /** To the worker: drop the task if it has not started. */
    DROP(10),
    /** From the worker: the task was dropped before it started. */
    DROPPED(11),
    /** To the worker: give back every task that has not started. */
    RECALL(12),
    /** From the worker: the numbers of the tasks given back. */
    RECALLED(13),
    /** From the worker, only without a status page: it is alive. */
    HEARTBEAT(14),
    /** To the worker: end. */
    STOP(15),
    /** From the worker: it ends, and standard input is needed no longer. */
    STOPPING(16),
    /** To the worker, after its setup: what its head is to know. */
    HEAD(17),
    /** Both ways: a message of a pipe, or what belongs to one. */
    MESSAGE(18),
    /**
     * To the worker: a shape that later tasks name; the number of the task is that of the shape.
     */
    SHAPE(20),
    /** To the worker, before a task of the same number: an array of bytes that the task holds. */
    ARRAY(19),
    /** Between workers, first of all: their link is open; the number is that of the link. */
    LINKED(21),
    /** Between primaries: an endpoint is up; the number of the task is that of the endpoint. */
    ANNOUNCED(28),
    /** Between primaries: an endpoint takes no new pipes, or is gone. */
    WITHDRAWN(29),
    /** Between primaries: the sender leaves the bridge. */
    LEAVING(30);

    private static final int MOST = 32;
    private static final @Nullable FrameType[] BY_CODE = byCode();

    private final byte code;

    FrameType(int code) {
        this.code = (byte) code;
    }

    private static @Nullable FrameType[] byCode() {
        @Nullable FrameType[] types = new @Nullable FrameType[MOST];
        for (FrameType type : values()) {
            types[type.code] = type;
        }
        return types;
    }

    /** Tells whether it is a body to be run. */
    public boolean isTask() {
        return this == TASK || this == ASYNC_TASK;
    }

    /** Tells whether it answers for a task that has run. */
    public boolean isReply() {
        return this == RESULT || this == FAILURE;
    }

    byte code() {
        return code;
    }

    static @Nullable FrameType of(byte code) {
        return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    }
}
