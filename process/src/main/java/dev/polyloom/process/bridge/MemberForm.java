package dev.polyloom.process.bridge;

import dev.polyloom.process.message.Member;
import dev.polyloom.process.transport.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns a member into bytes and back, which are checked. */
final class MemberForm {
    static final int MAX_BYTES = 1024;
    private static final int MAX_NAME = 200;
    private static final int MAX_WORKERS = 100_000;

    private MemberForm() {}

    /** Says what is wrong with the name of a member, if anything. */
    static void checkName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || name.indexOf(Member.SEPARATOR) >= 0) {
            throw new IllegalArgumentException(
                    "the scope '%s' cannot join a bridge: a name there has up to %d characters and no '%c'; set one with name(...)"
                            .formatted(name, MAX_NAME, Member.SEPARATOR));
        }
    }

    static byte[] encode(Member member) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(member.name());
            out.writeLong(member.pid());
            out.writeInt(member.workers());
            out.writeInt(member.pipeMessages());
            out.writeLong(member.pipeBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Member decode(byte[] bytes) throws ProtocolException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Member member =
                    new Member(
                            in.readUTF(), in.readLong(), in.readInt(), in.readInt(), in.readLong());
            checkName(member.name());
            boolean sound =
                    member.workers() > 0
                            && member.workers() <= MAX_WORKERS
                            && member.pipeMessages() > 0
                            && member.pipeBytes() > 0
                            && in.read() < 0;
            if (!sound) {
                throw new IOException(member.toString());
            }
            return member;
        } catch (IOException | IllegalArgumentException e) {
            throw new ProtocolException("it describes itself in a strange way: " + e.getMessage());
        }
    }
}
