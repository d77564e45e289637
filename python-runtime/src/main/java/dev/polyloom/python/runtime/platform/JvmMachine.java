package dev.polyloom.python.runtime.platform;

import dev.polyloom.python.runtime.library.SocketModule;
import dev.polyloom.python.runtime.object.Module;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The machine that a JVM runs on. */
final class JvmMachine extends Machine {
    private static final File NOTHING = new File("/dev/null");

    @Override
    public long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b);
    }

    @Override
    public boolean isBlocked(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }

    @Override
    public Object shadow(Runnable action) {
        return new Shadow(action);
    }

    @Override
    public long process() {
        return ProcessHandle.current().pid();
    }

    @Override
    public long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    @Override
    public boolean isProcess(long number) {
        return ProcessHandle.of(number).isPresent();
    }

    @Override
    public Map<String, Supplier<Module>> modules() {
        return Map.of("_socket", SocketModule::make);
    }

    @Override
    public @Nullable Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : null;
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public void halt(int code) {
        Runtime.getRuntime().halt(code);
    }

    @Override
    public void exit(int code) {
        System.exit(code);
    }

    @Override
    public OutputStream output(PrintStream standard) {
        return standard;
    }

    @Override
    public boolean isStandardOutput(OutputStream stream) {
        try {
            return stream instanceof FileOutputStream file && file.getFD() == FileDescriptor.out;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Child start(ChildCommand command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command.words()).directory(new File(command.folder()));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.redirectInput(source(command.in()));
        builder.redirectOutput(target(command.out()));
        Redirection err = command.err();
        if (err == null) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(target(err));
        }
        return new JvmChild(builder.start());
    }

    private static Redirect source(Redirection of) {
        return switch (of.kind()) {
            case PIPE -> Redirect.PIPE;
            case INHERIT -> Redirect.INHERIT;
            case NOTHING -> Redirect.from(NOTHING);
            case FILE -> Redirect.from(new File(of.path()));
        };
    }

    private static Redirect target(Redirection of) {
        return switch (of.kind()) {
            case PIPE -> Redirect.PIPE;
            case INHERIT -> Redirect.INHERIT;
            case NOTHING -> Redirect.DISCARD;
            case FILE -> Redirect.appendTo(new File(of.path()));
        };
    }

    private record JvmChild(Process process) implements Child {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public OutputStream in() {
            return process.getOutputStream();
        }

        @Override
        public InputStream out() {
            return process.getInputStream();
        }

        @Override
        public InputStream err() {
            return process.getErrorStream();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void await(long nanos) throws InterruptedException {
            process.waitFor(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void end(boolean kill) {
            if (kill) {
                process.toHandle().destroyForcibly();
            } else {
                process.toHandle().destroy();
            }
        }
    }

    @Override
    public boolean signal(long process, long number) throws IOException {
        Process kill =
                new ProcessBuilder("/bin/sh", "-c", "kill -" + number + " " + process)
                        .redirectError(Redirect.DISCARD)
                        .start();
        return kill.onExit().join().exitValue() == 0;
    }

    @Override
    public void onSignal(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal"); // which is no part of Java
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object hears =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                action.run();
                                return null;
                            });
            Object wanted = signal.getConstructor(String.class).newInstance(name);
            var _ = signal.getMethod("handle", signal, handler).invoke(null, wanted, hears);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return; // signals of that name are the JVM's
        }
    }

    @Override
    public SeekableByteChannel open(Path file, Set<OpenOption> options) throws IOException {
        return FileChannel.open(file, options);
    }

    @Override
    public Map<String, Object> attributes(Path file, LinkOption... how) throws IOException {
        return Files.readAttributes(file, "unix:*", how);
    }

    @Override
    public void permit(Path file, long mode) throws IOException {
        Set<PosixFilePermission> granted = new HashSet<>();
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if (((mode >> (all.length - 1 - i)) & 1) != 0) {
                granted.add(all[i]);
            }
        }
        Files.setPosixFilePermissions(file, granted);
    }

    @Override
    public void touch(Path file, FileTime time) throws IOException {
        Files.setLastModifiedTime(file, time);
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    @Override
    public @Nullable String characterName(int codePoint) {
        return Character.getName(codePoint);
    }

    @Override
    public int characterOf(String name) {
        return Character.codePointOf(name);
    }

    @Override
    public boolean isMirrored(int codePoint) {
        return Character.isMirrored(codePoint);
    }

    @Override
    public byte direction(int codePoint) {
        return Character.getDirectionality(codePoint);
    }

    @Override
    public String normal(String text, String form) {
        return Normalizer.normalize(text, Normalizer.Form.valueOf(form));
    }
}
