package dev.polyloom.python.runtime.platform;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.object.Module;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A machine that has nothing but what every platform has. For the rest it raises a Python error;
 * other machines override those methods.
 */
public class Machine {
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final long LOW = 0xffffffffL;

    private static final class Holder {
        static final SecureRandom RANDOM = new SecureRandom();
    }

    /** Makes the machine. */
    public Machine() {}

    private static RuntimeException missing(String what) {
        return Fault.of("NotImplementedError", "there are no " + what + " on this platform");
    }

    private static RuntimeException failed(String what) {
        return Fault.of("OSError", "there are no " + what + " on this platform");
    }

    /** Returns the upper half of the product. */
    public long multiplyHigh(long a, long b) {
        long low = (a & LOW) * (b & LOW);
        long middle = (a >> 32) * (b & LOW) + (low >>> 32);
        long other = (a & LOW) * (b >> 32) + (middle & LOW);
        return (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32);
    }

    /**
     * Tells whether a thread that does not run waits for a monitor, or may do so. Where threads
     * take turns on one processor, one that does not run does no harm if it is taken for such.
     */
    public boolean isBlocked(Thread thread) {
        return true;
    }

    /** Returns bytes that nobody can guess. */
    public byte[] random(int count) {
        byte[] bytes = new byte[count];
        Holder.RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Returns the number of the process, which is 1 where there is only this one. */
    public long process() {
        return 1;
    }

    /** Returns the number of the process that has started this one, or 0. */
    public long parent() {
        return 0;
    }

    /** Tells whether there is a process with the number. */
    public boolean isProcess(long number) {
        return number == process();
    }

    /** Returns what makes the library modules that not every platform has, by their names. */
    public Map<String, Supplier<Module>> modules() {
        return Map.of();
    }

    /** Returns a charset by its name in Java, or null if there is none. */
    public @Nullable Charset charset(String name) {
        return null;
    }

    /** Returns the environment with which the process was started. */
    public Map<String, String> environment() {
        return Map.of();
    }

    /** Ends the process at once. */
    public void halt(int code) {
        throw failed("processes that could end with code " + code);
    }

    /**
     * Ends the process, as its program has ended.
     *
     * @throws IllegalStateException if it failed, and there is no other way to say so
     */
    public void exit(int code) {
        if (code != 0) {
            throw new IllegalStateException("the program has ended with exit code " + code);
        }
    }

    /**
     * Returns what is written to in place of a standard stream. A console takes whole texts; what
     * it is given as bytes it may hold back, and not every one can be flushed.
     */
    public OutputStream output(PrintStream standard) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                standard.print(new String(bytes, from, count, StandardCharsets.UTF_8));
            }
        };
    }

    /** Tells whether processes can be given the stream as their standard output. */
    public boolean isStandardOutput(OutputStream stream) {
        return false;
    }

    /** Starts a process. */
    public Child start(ChildCommand command) throws IOException {
        throw failed("processes");
    }

    /** Sends a signal to a process, and tells whether that could be done. */
    public boolean signal(long process, long number) throws IOException {
        throw failed("signals");
    }

    /**
     * Runs an action at each signal of a name to this process, in place of what would be done about
     * it, if signals of that name can be heard here.
     *
     * @param name the signal's name, such as {@code INT}
     */
    public void onSignal(String name, Runnable action) {}

    /**
     * Returns an object that brings about an action, in some thread, once nobody refers to it; what
     * the action refers to is kept until then, and only by that object. On some machines nothing
     * ever brings it about.
     */
    public Object shadow(Runnable action) {
        return action;
    }

    /** Opens a file. */
    public SeekableByteChannel open(Path file, Set<OpenOption> options) throws IOException {
        throw failed("files that could be opened");
    }

    /** Returns what is known of a file, by the names that it has in the view {@code unix}. */
    public Map<String, Object> attributes(Path file, LinkOption... how) throws IOException {
        BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class, how);
        int kind = known.isDirectory() ? FOLDER : known.isSymbolicLink() ? LINK : FILE;
        int rights =
                (Files.isReadable(file) ? 0444 : 0)
                        | (Files.isWritable(file) ? 0222 : 0)
                        | (Files.isExecutable(file) ? 0111 : 0);
        return Map.of(
                "mode", kind | rights,
                "nlink", 1,
                "size", known.size(),
                "lastAccessTime", known.lastAccessTime(),
                "lastModifiedTime", known.lastModifiedTime(),
                "ctime", known.creationTime());
    }

    /** Sets who may do what with a file. */
    public void permit(Path file, long mode) throws IOException {
        throw failed("rights that could be set");
    }

    /** Sets when a file was last changed. */
    public void touch(Path file, FileTime time) throws IOException {
        throw failed("times of files that could be set");
    }

    /** Makes a symbolic link. */
    public void link(Path link, Path target) throws IOException {
        throw failed("symbolic links");
    }

    /** Returns the name of a character, or null if it has none. */
    public @Nullable String characterName(int codePoint) {
        throw missing("names of characters");
    }

    /**
     * Returns the character with the name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int characterOf(String name) {
        throw missing("names of characters");
    }

    /** Tells whether a character is mirrored in text that runs from right to left. */
    public boolean isMirrored(int codePoint) {
        throw missing("directions of characters");
    }

    /** Returns the direction of a character, as {@link Character} numbers them. */
    public byte direction(int codePoint) {
        throw missing("directions of characters");
    }

    /** Returns a text in the normal form {@code NFC}, {@code NFD}, {@code NFKC} or {@code NFKD}. */
    public String normal(String text, String form) {
        throw missing("normal forms of text");
    }
}
