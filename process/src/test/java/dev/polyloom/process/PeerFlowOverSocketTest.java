package dev.polyloom.process;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;

/** H5, H12: the same over sockets. */
class PeerFlowOverSocketTest extends PeerFlowTest {
    @Override
    Scope open(ProcessScopeBuilder builder) {
        return openOverSockets(builder);
    }

    @Override
    SerializableCallable<Integer> conversation(String in) {
        return () -> {
            System.setProperty("polyloom.transport", "socket");
            return converse(PeerPipeTest.builder(2), in);
        };
    }
}
