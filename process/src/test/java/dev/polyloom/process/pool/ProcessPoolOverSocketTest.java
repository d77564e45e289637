package dev.polyloom.process.pool;

import org.junit.jupiter.api.BeforeAll;

/** What a pool does over shared memory, it does over sockets. */
class ProcessPoolOverSocketTest extends ProcessPoolTest {
    @Override
    @BeforeAll
    void open() {
        System.setProperty("polyloom.transport", "socket");
        try {
            super.open();
        } finally {
            System.clearProperty("polyloom.transport");
        }
    }
}
