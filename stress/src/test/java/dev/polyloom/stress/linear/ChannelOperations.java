package dev.polyloom.stress.linear;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.ReceiveException;
import dev.polyloom.threading.Select;
import dev.polyloom.threading.SendException;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What can be done with a channel without waiting, for Lincheck to mix; 0 is none, -1 closed. */
@Param(name = "item", gen = IntGen.class, conf = "1:3")
abstract class ChannelOperations {
    private static final int NONE = 0;
    private static final int CLOSED = -1;

    private final Channel<Integer> channel;

    ChannelOperations(Channel<Integer> channel) {
        this.channel = channel;
    }

    /** Sends. */
    @Operation
    public int trySend(@Param(name = "item") int item) {
        try {
            return channel.trySend(item) ? item : NONE;
        } catch (SendException e) {
            return CLOSED;
        }
    }

    /** Receives. */
    @Operation
    public int tryReceive() {
        try {
            Integer item = channel.tryReceive();
            return item == null ? NONE : item;
        } catch (ReceiveException e) {
            return CLOSED;
        }
    }

    /** Sends by a select. */
    @Operation
    public int selectSend(@Param(name = "item") int item) {
        try {
            return new Select<Integer>().send(channel, item, () -> item).orElse(() -> NONE);
        } catch (SendException e) {
            return CLOSED;
        }
    }

    /** Receives by a select. */
    @Operation
    public int selectReceive() {
        try {
            return new Select<Integer>().receive(channel, item -> item).orElse(() -> NONE);
        } catch (ReceiveException e) {
            return CLOSED;
        }
    }

    /** Tells whether nothing can be sent any more. */
    @Operation
    public boolean isClosed() {
        return channel.isClosed();
    }

    /** Closes. */
    @Operation
    public void close() {
        channel.close();
    }
}
