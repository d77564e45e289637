package dev.polyloom.stress.order;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.ReceiveException;
import dev.polyloom.threading.SendException;

/** Elements with a plain field: whoever receives one too early sees nothing in it. */
final class Messages {
    private Messages() {}

    private static int[] of(int value) {
        int[] message = new int[1];
        message[0] = value;
        return message;
    }

    static void send(Channel<int[]> channel, int value) {
        Waits.run(() -> channel.send(of(value)));
    }

    /** Tells how many were sent: 1 or 0. */
    static int trySend(Channel<int[]> channel, int value) {
        try {
            return channel.trySend(of(value)) ? 1 : 0;
        } catch (SendException e) {
            return 0;
        }
    }

    /** Returns what was received: -1 if it was unfinished, 0 if the channel has ended. */
    static int receive(Channel<int[]> channel) {
        try {
            return value(Waits.get(channel::receive));
        } catch (ReceiveException e) {
            return 0;
        }
    }

    /** Looks until there is an element. */
    @SuppressWarnings("ThreadPriorityCheck") // who is to send needs a processor
    static int look(Channel<int[]> channel) {
        int[] message = channel.tryReceive();
        while (message == null) {
            Thread.yield();
            message = channel.tryReceive();
        }
        return value(message);
    }

    private static int value(int[] message) {
        return message[0] == 0 ? -1 : message[0];
    }
}
