package dev.polyloom.process;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Scope;

/** H5: what direct pipes do over shared memory, they do over sockets. */
class PeerPipeOverSocketTest extends PeerPipeTest {
    @Override
    Scope open(ProcessScopeBuilder builder) {
        return PeerFlowTest.openOverSockets(builder);
    }
}
