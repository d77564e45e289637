package dev.polyloom.benchmarks;

import dev.polyloom.threading.Channel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TransferQueue;

/** The channels of the contenders that run on threads. */
final class Links {
    private Links() {}

    /** Returns what makes a contender's links. */
    static Link.Factory of(String contender) {
        return switch (contender) {
            case "polyloom" -> capacity -> new ChannelLink(channel(capacity));
            case "ArrayBlockingQueue" ->
                    capacity -> new QueueLink(new ArrayBlockingQueue<>(capacity));
            case "LinkedBlockingQueue" -> capacity -> new QueueLink(linked(capacity));
            case "SynchronousQueue" -> capacity -> new QueueLink(new SynchronousQueue<>());
            case "LinkedTransferQueue" ->
                    capacity -> transfer(capacity, new LinkedTransferQueue<>());
            case "jox" -> capacity -> new JoxLink(jox(capacity));
            case "JCTools" -> capacity -> new JcToolsLink();
            default -> throw new IllegalArgumentException(contender + " has no channels");
        };
    }

    private static BlockingQueue<Integer> linked(int capacity) {
        return capacity == Link.UNBOUNDED
                ? new LinkedBlockingQueue<>()
                : new LinkedBlockingQueue<>(capacity);
    }

    private static Link transfer(int capacity, TransferQueue<Integer> queue) {
        return capacity == Link.UNBOUNDED ? new QueueLink(queue) : new TransferLink(queue);
    }

    private static Channel<Integer> channel(int capacity) {
        return capacity == Link.UNBOUNDED ? Channel.unbounded() : Channel.bounded(capacity);
    }

    private static com.softwaremill.jox.Channel<Integer> jox(int capacity) {
        return switch (capacity) {
            case Link.UNBOUNDED -> com.softwaremill.jox.Channel.newUnlimitedChannel();
            case 0 -> com.softwaremill.jox.Channel.newRendezvousChannel();
            default -> com.softwaremill.jox.Channel.newBufferedChannel(capacity);
        };
    }

    private record ChannelLink(Channel<Integer> channel) implements Link {
        @Override
        public void send(Integer message) throws InterruptedException {
            channel.send(message);
        }

        @Override
        public Integer receive() throws InterruptedException {
            return channel.receive();
        }
    }

    private record QueueLink(BlockingQueue<Integer> queue) implements Link {
        @Override
        public void send(Integer message) throws InterruptedException {
            queue.put(message);
        }

        @Override
        public Integer receive() throws InterruptedException {
            return queue.take();
        }
    }

    private record TransferLink(TransferQueue<Integer> queue) implements Link {
        @Override
        public void send(Integer message) throws InterruptedException {
            queue.transfer(message);
        }

        @Override
        public Integer receive() throws InterruptedException {
            return queue.take();
        }
    }

    private record JoxLink(com.softwaremill.jox.Channel<Integer> channel) implements Link {
        @Override
        public void send(Integer message) throws InterruptedException {
            channel.send(message);
        }

        @Override
        public Integer receive() throws InterruptedException {
            return channel.receive();
        }
    }
}
