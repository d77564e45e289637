package dev.polyloom.stress.order;

import dev.polyloom.threading.Broadcast;
import dev.polyloom.threading.OverflowPolicy;
import dev.polyloom.threading.Subscription;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** What comes before an element is sent to all is seen by each who receives it. */
@JCStressTest
@State
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "what came before the send is seen")
public class BroadcastOrder {
    private final Broadcast<Integer> channel = new Broadcast<>(1, OverflowPolicy.BLOCK);
    private final Subscription<Integer> subscription = channel.subscribe();
    private int value;

    /** Writes, then sends. */
    @Actor
    public void send() {
        value = 1;
        Waits.run(() -> channel.send(2));
    }

    /** Receives, then reads. */
    @Actor
    public void receive(I_Result result) {
        int _ = Waits.get(subscription::receive);
        result.r1 = value;
    }
}
