package dev.polyloom.process.message;

/** The names of what heads and their primary ask of each other. */
public final class Commands {
    /**
     * To the primary, with a {@code To}: the endpoint of one worker, which is started if need be.
     */
    public static final String FIND = "find";

    /** To the primary, with a {@code To}: the endpoints that are up. */
    public static final String LIST = "list";

    /** To the primary, with an encoded task: its encoded outcome, from any worker. */
    public static final String POP = "pop";

    /** To the primary, with an encoded task: its encoded outcome, from a new worker. */
    public static final String RUN_APART = "run apart";

    /** To the primary, with a task: its result, from the primary. */
    public static final String RUN_HERE = "run here";

    /** To the primary, with a number: so many more threads wait for popped tasks. */
    public static final String WAITING = "waiting";

    /** To the primary, with a reason: the worker wants to be stopped in good order. */
    public static final String RETIRE = "retire";

    /** To the primary, with an index: the number of the link with that worker, which both have. */
    public static final String PEER = "peer";

    /** To the primary, with endpoints: whom the worker waits for at the other ends of links. */
    public static final String AWAITS = "awaits";

    /** To a head, with a {@code Meeting.Admission}: its {@code Meeting.Invitation}. */
    public static final String ADMIT = "admit";

    /** To a head, with a {@code Meeting.Introduction}: the number of the link. */
    public static final String CONNECT = "connect";

    /** To a head: hold all messages. */
    public static final String PAUSE = "pause";

    /** To a head: deal with messages. */
    public static final String RESUME = "resume";

    /** To a head: deal with messages, and hold none any more, whatever is said. */
    public static final String END_PAUSES = "end pauses";

    /** To a head: answer when nothing runs or waits, and hold what comes after. */
    public static final String DRAIN = "drain";

    /** To a head: its threads, as text. */
    public static final String THREADS = "threads";

    /** To a head: collect garbage; the bytes in use afterwards. */
    public static final String GARBAGE = "garbage";

    /** To a head: interrupt what runs. */
    public static final String INTERRUPT = "interrupt";

    private Commands() {}
}
