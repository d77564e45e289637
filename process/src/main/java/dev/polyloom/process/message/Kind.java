package dev.polyloom.process.message;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an envelope is for. An envelope carries the code. */
public enum Kind {
    /** A message that is not answered. */
    ONE_WAY(1),
    /** A message that is. */
    REQUEST(2),
    /** A task to be run. */
    CALL(3),
    /** The answer to a request, a call or an ask. */
    REPLY(4),
    /** What a request, a call or an ask failed with. */
    FAILURE(5),
    /** Says that one-way messages have been dealt with. */
    CREDIT(6),
    /** The same, of one that its handler threw at. */
    REJECTED(7),
    /** Takes a request or a call back. */
    CANCEL(8),
    /** Like a request, but between heads and their primary. */
    ASK(9),
    /** Tells a worker to stop once it has dealt with what came before. */
    POISON(10),
    /** From the primary: who the sender is, before the first envelope of its own. */
    INTRODUCED(11),
    /** From the primary: the sender is gone. */
    CLOSED(12);

    private static final Map<Byte, Kind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::code, kind -> kind));

    private final byte code;

    Kind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static @Nullable Kind of(byte code) {
        return BY_CODE.get(code);
    }

    /** Tells whether it takes room in a pipe until the other side has dealt with it. */
    boolean takesRoom() {
        return this == ONE_WAY || this == REQUEST || this == CALL || this == POISON;
    }

    /** Tells whether it is answered. */
    boolean isAnswered() {
        return this == REQUEST || this == CALL || this == ASK;
    }

    /** Tells whether it answers. */
    boolean isAnswer() {
        return this == REPLY || this == FAILURE;
    }

    /** Tells whether it says what became of messages. */
    boolean confirms() {
        return isAnswer() || this == CREDIT || this == REJECTED;
    }

    /** Tells whether only the primary may say so. */
    boolean isNews() {
        return this == INTRODUCED || this == CLOSED;
    }
}
