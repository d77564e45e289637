package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SocketConnectionTest extends ConnectionContract {
    @Override
    Connection sender(int limit) throws IOException {
        return new SocketConnection(ours, limit);
    }

    @Override
    Connection receiver(int limit) throws IOException {
        return new SocketConnection(theirs, limit);
    }

    @Test
    void lyingLength_closesTheConnectionWithAReason() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(LIMIT + 1).put(FrameType.TASK.code()));
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(receiver::receive)
                    .withMessageContaining("claims " + (LIMIT + 1) + " bytes");
            assertThat(theirs.isOpen()).isFalse();
        }
    }

    @Test
    void negativeLength_isRefused() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(-1).put(FrameType.TASK.code()));
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(receiver::receive);
        }
    }

    @Test
    void unknownType_isRefused() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(0).put((byte) 99));
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(receiver::receive)
                    .withMessageContaining("type 99");
        }
    }

    @Test
    void endInsideAFrame_isAnError() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(10).put(FrameType.TASK.code()));
            ours.close();
            assertThatExceptionOfType(EOFException.class).isThrownBy(receiver::receive);
        }
    }

    @Test
    void endInsideAHeader_isAnError() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            write(ByteBuffer.allocate(5).putInt(10));
            ours.close();
            assertThatExceptionOfType(EOFException.class).isThrownBy(receiver::receive);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            ours.write(bytes);
        }
    }
}
