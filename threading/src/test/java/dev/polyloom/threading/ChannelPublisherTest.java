package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;

@Timeout(60)
class ChannelPublisherTest {
    /** One test for each rule of the reactive streams that the verification knows. */
    @TestFactory
    Stream<DynamicTest> publisher_keepsTheRules() {
        return Arrays.stream(Verification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .filter(rule -> !rule.getName().startsWith("untested"))
                // each element goes to one subscriber
                .filter(rule -> !rule.getName().contains("multicast"))
                .sorted(Comparator.comparing(Method::getName))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule)));
    }

    private static void verify(Method rule) throws Throwable {
        Verification verification = new Verification();
        verification.setUp();
        try {
            rule.invoke(verification);
        } catch (InvocationTargetException e) {
            // how the verification says that a rule is optional, or nothing that can be verified
            if (!(e.getCause() instanceof SkipException) || rule.getName().startsWith("required")) {
                throw e.getCause();
            }
        }
    }

    @Test
    void elements_areTakenOutOnlyAsAskedFor() throws Exception {
        Channel<Integer> channel = Channel.unbounded();
        for (int i = 0; i < 5; i++) {
            channel.send(i);
        }
        Recorder recorder = new Recorder();
        new ChannelPublisher<>(channel).subscribe(recorder);
        recorder.subscription().request(2);
        Crew.until(() -> recorder.said.size() == 2);
        recorder.subscription().cancel();
        assertThat(recorder.said).containsExactly("0", "1");
        assertThat(channel.drain()).containsExactly(2, 3, 4);
    }

    @Test
    void cancel_whileItWaits_takesNothing() throws Exception {
        Channel<Integer> channel = Channel.rendezvous();
        Recorder recorder = new Recorder();
        new ChannelPublisher<>(channel).subscribe(recorder);
        recorder.subscription().request(5);
        channel.send(1);
        recorder.subscription().cancel();
        Crew.until(() -> !channel.trySend(2));
        assertThat(channel.trySend(3)).isFalse();
    }

    @Test
    void cancel_neverLeavesAnInterruptToTheSubscriber() {
        for (boolean meanwhile : new boolean[] {true, false}) {
            Recorder recorder =
                    new Recorder() {
                        @Override
                        public void onNext(Integer item) {
                            subscription().cancel();
                            said.add("interrupted: " + Thread.currentThread().isInterrupted());
                        }
                    };
            Receiver<Integer> source =
                    new Source(() -> {
                        if (meanwhile) {
                            recorder.subscription().cancel();
                        }
                    });
            new ChannelPublisher<>(source).subscribe(recorder);
            recorder.subscription().request(1);
            Crew.until(() -> !recorder.said.isEmpty());
            assertThat(recorder.said).containsExactly("interrupted: false");
        }
    }

    @Test
    void end_comesWithTheLastElement_withoutMoreDemand() throws Exception {
        Channel<Integer> channel = Channel.bounded(2);
        channel.send(1);
        channel.close();
        Recorder recorder = new Recorder();
        new ChannelPublisher<>(channel).subscribe(recorder);
        recorder.subscription().request(1);
        Crew.until(() -> recorder.said.size() == 2);
        assertThat(recorder.said).containsExactly("1", "end");
    }

    @Test
    void error_ofTheChannel_reachesTheSubscriber() {
        Channel<Integer> channel = Channel.bounded(2);
        channel.close(new IOException("disk full"));
        Recorder recorder = new Recorder();
        new ChannelPublisher<>(channel).subscribe(recorder);
        Crew.until(() -> !recorder.said.isEmpty());
        assertThat(recorder.said).containsExactly("java.io.IOException: disk full");
    }

    @Test
    void subscribers_shareTheElements() throws Exception {
        Channel<Integer> channel = Channel.bounded(4);
        ChannelPublisher<Integer> publisher = new ChannelPublisher<>(channel);
        Queue<String> said = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 3; i++) {
            Recorder recorder = new Recorder(said);
            publisher.subscribe(recorder);
            recorder.subscription().request(Long.MAX_VALUE);
        }
        for (int i = 0; i < 1_000; i++) {
            channel.send(i);
        }
        channel.close();
        Crew.until(() -> said.size() == 1_003);
        assertThat(said.stream().filter("end"::equals)).hasSize(3);
        assertThat(said.stream().distinct()).hasSize(1_001);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without checks may do
    void nulls_areRefused() {
        assertThatThrownBy(() -> new ChannelPublisher<>(null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new ChannelPublisher<>(Channel.rendezvous()).subscribe(null))
                .isInstanceOf(NullPointerException.class);
    }

    /** What the verification is told to verify. */
    public static final class Verification extends FlowPublisherVerification<Integer> {
        Verification() {
            super(new TestEnvironment(1_000, 25, false), 1_000);
        }

        /** The rule says eventually, and the verification collects garbage but once. */
        @Override
        @org.testng.annotations.Test
        public void
                required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
                        throws Throwable {
            Thread collector = Thread.ofPlatform().daemon().start(Verification::collectGarbage);
            try {
                super
                        .required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber();
            } finally {
                collector.interrupt();
                collector.join();
            }
        }

        private static void collectGarbage() {
            while (!Thread.currentThread().isInterrupted()) {
                System.gc();
                LockSupport.parkNanos(20_000_000);
            }
        }

        @Override
        public Flow.Publisher<Integer> createFlowPublisher(long elements) {
            Channel<Integer> channel = Channel.bounded(16);
            Threads.builder().virtual().start(() -> feed(channel, elements));
            return new ChannelPublisher<>(channel);
        }

        private static void feed(Channel<Integer> channel, long elements) {
            try {
                for (int i = 0; i < elements && i < 100_000; i++) {
                    channel.send(i);
                }
                channel.close();
            } catch (InterruptedException e) {
                channel.close(e);
            }
        }

        @Override
        public Flow.Publisher<Integer> createFailedFlowPublisher() {
            Channel<Integer> channel = Channel.unbounded();
            channel.close(new IOException("disk full"));
            return new ChannelPublisher<>(channel);
        }
    }

    /** Gives ones, and does something first. */
    private record Source(Runnable first) implements Receiver<Integer> {
        @Override
        public Integer receive() {
            first.run();
            return 1;
        }

        @Override
        public Integer tryReceive() {
            return receive();
        }

        @Override
        public Integer receive(Duration most) {
            return receive();
        }

        @Override
        public List<Integer> drain() {
            return List.of();
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public Iterator<Integer> iterator() {
            return stream().iterator();
        }

        @Override
        public Stream<Integer> stream() {
            return Stream.generate(this::receive);
        }
    }

    private static class Recorder implements Flow.Subscriber<Integer> {
        final Queue<String> said;
        private Flow.@Nullable Subscription subscription;

        Recorder() {
            this(new ConcurrentLinkedQueue<>());
        }

        Recorder(Queue<String> said) {
            this.said = said;
        }

        Flow.Subscription subscription() {
            return java.util.Objects.requireNonNull(subscription);
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Integer item) {
            said.add(item.toString());
        }

        @Override
        public void onError(Throwable failure) {
            said.add(failure.toString());
        }

        @Override
        public void onComplete() {
            said.add("end");
        }
    }
}
