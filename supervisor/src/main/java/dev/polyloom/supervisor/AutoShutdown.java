package dev.polyloom.supervisor;

/** Whether a supervisor ends by itself when significant children have ended by themselves. */
public enum AutoShutdown {
    /** It goes on, whatever its children do. */
    NEVER,
    /** It ends when one significant child has ended and is not restarted. */
    ANY_SIGNIFICANT,
    /** It ends when all significant children have ended and none is restarted. */
    ALL_SIGNIFICANT
}
