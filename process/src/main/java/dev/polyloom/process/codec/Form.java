package dev.polyloom.process.codec;

/** Tags of what is not {@linkplain Plain plain}. */
final class Form {
    /** Something read before, by number. */
    static final byte REFERENCE = 20;

    /** A lambda: its shape, then what it has captured. */
    static final byte LAMBDA = 21;

    /** An object of the stream, by number. */
    static final byte OBJECT = 22;

    /** A body in parts: its composer, the number of fixed parts, these, the items. */
    static final byte COMPOSED = 23;

    /** Items or values that are no {@linkplain NumberColumn column}: their number, each of them. */
    static final byte MIXED = 24;

    /** An array of bytes that is sent apart, by number. */
    static final byte APART = 25;

    /** A whole task without a stream. */
    static final byte TASK = 32;

    /** A whole task behind a stream with the objects that it takes the JDK to write. */
    static final byte TASK_WITH_STREAM = 33;

    /** A list of outcomes, all of them plain. */
    static final byte PLAIN_OUTCOMES = 34;

    /** A list of outcomes. */
    static final byte OUTCOMES = 35;

    /** A value in the JDK's form. */
    static final byte STREAM = 0x4F;

    /** A value in the JDK's form behind its large arrays. */
    static final byte STREAM_WITH_ARRAYS = 0x50;

    /** In a list of outcomes: a failure. */
    static final byte FAILURE = 0x46;

    /** How deeply lambdas may be nested in this form. */
    static final int MAX_DEPTH = 32;

    private Form() {}
}
