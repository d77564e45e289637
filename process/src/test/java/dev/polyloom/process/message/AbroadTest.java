package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.process.Heads;
import dev.polyloom.process.UnknownPeerException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.SilentConnection;
import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H6: who of other primaries is known here. */
@Timeout(60)
class AbroadTest {
    private final Codec codec = Codec.ofPrimary(new ClassServer(), List.of());
    private final Hub hub = new Hub(codec, Heads.defaults(), () -> {});
    private final Abroad abroad = new Abroad(hub, crew(), Heads.defaults());
    private final SilentConnection wire =
            new SilentConnection() {
                @Override
                public void send(FrameType type, long task, byte[]... payload) {}
            };

    @BeforeEach
    void attach() {
        hub.attach(new Exchange(Hub.PRIMARY, codec, Heads.defaults(), hub, new HubTest.Deaf()));
    }

    private static Crew crew() {
        return (Crew)
                Proxy.newProxyInstance(
                        AbroadTest.class.getClassLoader(),
                        new Class<?>[] {Crew.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "name" -> "here";
                                    case "workers" -> 1;
                                    case "startTimeout" -> Duration.ofSeconds(10);
                                    case "isOpen" -> true;
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private static Member member() {
        return new Member("other", 7, 2, 10, 1000);
    }

    private Station arrives(Member member, int index, long away) {
        return abroad.arrived(member, abroad.peer(member, index, 7, Map.of()), away, wire);
    }

    private CompletableFuture<Station> found(String name) {
        return Objects.requireNonNull(abroad.find(name), name);
    }

    @Test
    void workerThatIsYetToCome_isWaitedFor() throws Exception {
        Member member = member();
        assertThat(abroad.find("other-1")).isNull();
        abroad.joined(member);
        CompletableFuture<Station> waits = found("other-1");
        assertThat(waits).isNotDone();
        Station station = arrives(member, 1, 5);
        assertThat(waits.get(20, TimeUnit.SECONDS)).isSameAs(station);
        assertThat(found("other/other-1").get()).isSameAs(station);
        abroad.leaves(station);
        assertThat(found("other-1")).isNotDone();
        assertThat(abroad.list("other-1")).isEmpty();
    }

    @Test
    void memberThatLeaves_failsThoseWhoWaitForItsWorkers() {
        Member member = member();
        abroad.joined(member);
        CompletableFuture<Station> waits = found("other-2");
        abroad.left(member);
        assertThatThrownBy(() -> waits.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UnknownPeerException.class)
                .hasMessageContaining("has left the bridge");
        assertThat(abroad.find("other-2")).isNull();
    }

    @Test
    void endpointThatIsGone_isNotFound() {
        Member member = member();
        abroad.joined(member);
        Station station = arrives(member, 2, 5);
        assertThat(abroad.list("other-2")).containsExactly(station);
        abroad.gone(station, "was stopped", null);
        assertThat(abroad.list("other-2")).isEmpty();
        assertThat(abroad.names()).isEmpty();
    }

    @Test
    void routerThatIsClosed_leavesItsBridge_andJoinsNone() {
        AtomicInteger left = new AtomicInteger();
        Closeable bridge = left::incrementAndGet;
        abroad.enter(bridge);
        assertThatThrownBy(() -> abroad.enter(bridge)).hasMessageContaining("close that first");
        abroad.exit(() -> {});
        abroad.close();
        assertThat(left).hasValue(1);
        abroad.exit(bridge);
        assertThatThrownBy(() -> abroad.enter(bridge)).hasMessageContaining("has ended");
    }

    @Test
    void memberThatIsThereAnew_doesNotGoWithItsFormerSelf() throws Exception {
        Member before = member();
        Member anew = member();
        abroad.joined(before);
        Station old = arrives(before, 1, 5);
        abroad.joined(anew);
        Station young = arrives(anew, 1, 6);
        abroad.gone(old, "it is there anew", null);
        abroad.left(before);
        assertThat(found("other-1").get(20, TimeUnit.SECONDS)).isSameAs(young);
    }
}
