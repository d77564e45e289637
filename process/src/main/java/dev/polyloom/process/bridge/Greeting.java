package dev.polyloom.process.bridge;

import dev.polyloom.process.message.Member;
import dev.polyloom.process.transport.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How two members meet. Each says who it is and a number nobody can foretell; then the visitor
 * signs all that was said, and the host does. What they sign differs by role, so nothing that one
 * of them signs is of use for anybody else, at any other time, or in the other role:
 *
 * <pre>
 * visitor: int magic, byte version, 16 bytes id, 32 bytes nonce
 * host:    the same of its own
 * visitor: 32 bytes signature, short length and bytes of the member
 * host:    byte verdict, and unless that is REFUSED, the same of its own
 * </pre>
 */
final class Greeting {
    static final byte REFUSED = 0;
    static final byte WELCOME = 1;

    /** There is another connection, or will be. */
    static final byte DUPLICATE = 2;

    static final int ID = 16;
    private static final int MAGIC = 0x504C4252;
    private static final byte VERSION = 1;
    private static final int NONCE = 32;
    private static final int HELLO = Integer.BYTES + 1 + ID + NONCE;
    private static final int SIGNATURE = 32;
    private static final byte[] AS_VISITOR = "polyloom visits".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AS_HOST = "polyloom hosts".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Key key;
    private final byte[] id;
    private final byte[] card;

    /**
     * Makes what one member says to others.
     *
     * @param key what they have in common
     * @param id tells this member from all others
     * @param self who it is
     */
    Greeting(Key key, byte[] id, Member self) {
        this.key = key;
        this.id = id;
        this.card = MemberForm.encode(self);
    }

    static byte[] newId() {
        byte[] id = new byte[ID];
        RANDOM.nextBytes(id);
        return id;
    }

    /**
     * Who is on the other side.
     *
     * @param id tells it from all others
     * @param member who it is
     * @param verdict what the host said
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Met(byte[] id, Member member, byte verdict) {}

    /** Decides whether somebody who has the key comes in. */
    @FunctionalInterface
    interface Judge {
        byte judge(Member member, byte[] id) throws IOException;
    }

    // ---- as visitor

    Met visit(ByteChannel channel) throws IOException {
        byte[] mine = hello();
        write(channel, mine);
        byte[] theirs = read(channel, HELLO);
        check(theirs, "the host");
        write(channel, key.sign(AS_VISITOR, mine, theirs, card), card(card));
        byte[] verdict = read(channel, 1);
        if (verdict[0] == REFUSED) {
            throw new WrongKeyException("it refused the key");
        }
        byte[] signature = read(channel, SIGNATURE);
        byte[] other = readCard(channel);
        byte[] right = key.sign(AS_HOST, verdict, mine, theirs, card(card), other);
        if (!MessageDigest.isEqual(right, signature)) {
            throw new WrongKeyException("it has another key");
        }
        if (verdict[0] != WELCOME && verdict[0] != DUPLICATE) {
            throw new ProtocolException("there is no verdict " + verdict[0]);
        }
        return new Met(id(theirs), MemberForm.decode(other), verdict[0]);
    }

    // ---- as host

    /** Hears a visitor, and judges it if it has the key; null if it goes without a word. */
    @Nullable Met host(ByteChannel channel, Judge judge) throws IOException {
        byte[] theirs = new byte[HELLO];
        ByteBuffer first = ByteBuffer.wrap(theirs);
        if (channel.read(first) < 0) {
            return null;
        }
        fill(channel, first);
        check(theirs, "the visitor");
        byte[] mine = hello();
        write(channel, mine);
        byte[] signature = read(channel, SIGNATURE);
        byte[] other = readCard(channel);
        if (!MessageDigest.isEqual(key.sign(AS_VISITOR, theirs, mine, other), signature)) {
            write(channel, new byte[] {REFUSED});
            throw new WrongKeyException("its key is wrong");
        }
        Member member = MemberForm.decode(other);
        byte[] verdict = {judge.judge(member, id(theirs))};
        byte[] proof = key.sign(AS_HOST, verdict, theirs, mine, card(other), card);
        write(channel, verdict, proof, card(card));
        return new Met(id(theirs), member, verdict[0]);
    }

    // ---- the parts

    private byte[] hello() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return ByteBuffer.allocate(HELLO).putInt(MAGIC).put(VERSION).put(id).put(nonce).array();
    }

    private void check(byte[] hello, String who) throws ProtocolException {
        ByteBuffer in = ByteBuffer.wrap(hello);
        int magic = in.getInt();
        byte version = in.get();
        if (magic != MAGIC || version != VERSION) {
            throw new ProtocolException(
                    "%s began with %08x, version %d, not %08x, version %d"
                            .formatted(who, magic, version, MAGIC, VERSION));
        }
        if (Arrays.equals(id(hello), id)) {
            throw new ProtocolException(who + " says that it is we");
        }
    }

    private static byte[] id(byte[] hello) {
        int from = Integer.BYTES + 1;
        return Arrays.copyOfRange(hello, from, from + ID);
    }

    private static byte[] card(byte[] bytes) {
        return ByteBuffer.allocate(Short.BYTES + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] readCard(ByteChannel channel) throws IOException {
        int length = ByteBuffer.wrap(read(channel, Short.BYTES)).getShort();
        if (length < 0 || length > MemberForm.MAX_BYTES) {
            throw new ProtocolException("it claims %d bytes about itself".formatted(length));
        }
        return read(channel, length);
    }

    private static void write(ByteChannel channel, byte[]... parts) throws IOException {
        for (byte[] each : parts) {
            ByteBuffer bytes = ByteBuffer.wrap(each);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static byte[] read(ByteChannel channel, int size) throws IOException {
        byte[] all = new byte[size];
        fill(channel, ByteBuffer.wrap(all));
        return all;
    }

    private static void fill(ByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException(
                        "it went after %d of %d bytes"
                                .formatted(bytes.position(), bytes.capacity()));
            }
        }
    }
}
