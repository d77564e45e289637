package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Python programs under the command, each in a JVM of its own. */
@Timeout(120)
class RunCommandTest {
    private static final String THREADS =
            ": processes are threads with modules and copies of their own";

    @TempDir private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String program, String... arguments) throws Exception {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        String[] line = new String[arguments.length + 2];
        line[0] = "run";
        line[1] = file.toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return ended(line);
    }

    private Ended ended(String... line) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder command =
                Command.process(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        command.environment().put("POLYLOOM_PROCESS_CACHE", folder.resolve("cache").toString());
        Process process = command.start();
        process.getOutputStream().close();
        return new Ended(process.waitFor(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void program_seesItsArgumentsAndRunsItsThreads() throws Exception {
        Ended ended =
                run(
                        """
                        import sys
                        import threading

                        def work(n):
                            print(threading.current_thread().name, n)

                        for n in range(2):
                            thread = threading.Thread(target=work, args=(n,))
                            thread.start()
                            thread.join()
                        print(sys.argv[1:])
                        """,
                        "--fast",
                        "x");

        assertThat(ended.err).isEmpty();
        assertThat(ended.out).isEqualTo("Thread-1 (work) 0\nThread-2 (work) 1\n['--fast', 'x']\n");
        assertThat(ended.code).isZero();
    }

    @Test
    void codeOfTheProgram_isThatOfTheCommand() throws Exception {
        assertThat(run("import sys\nsys.exit(7)\n").code).isEqualTo(7);
        Ended failed = run("def f():\n    return 1 // 0\n\nf()\n");
        assertThat(failed.code).isEqualTo(1);
        assertThat(failed.err)
                .startsWith("Traceback (most recent call last):\n")
                .contains("program.py\", line 2, in f")
                .contains("ZeroDivisionError: integer division or modulo by zero");
    }

    @Test
    void wrongProgram_isNotRun() throws Exception {
        Ended syntax = run("print(1)\nx = = 2\n");
        assertThat(syntax.code).isEqualTo(1);
        assertThat(syntax.out).isEmpty();
        assertThat(syntax.err).contains("line 2", "SyntaxError: invalid syntax");
        Ended unsupported = run("print(1)\nimport ctypes\nprint.athrow(1)\n");
        assertThat(unsupported.code).isEqualTo(2);
        assertThat(unsupported.out).isEmpty();
        assertThat(unsupported.err)
                .contains(":2:", "unsupported: module 'ctypes'")
                .contains(":3:", "unsupported: athrow()");
    }

    @Test
    void compiledProgram_isKeptAndADamagedOneIsNotUsed() throws Exception {
        String program = "import sys\nprint('again', sys.argv[1])\n1 / 0\n";
        Ended first = run(program, "1");
        Path kept = kept();
        Ended second = run(program, "2");
        assertThat(kept()).isEqualTo(kept);
        byte[] bytes = Files.readAllBytes(kept);
        Files.write(kept, java.util.Arrays.copyOf(bytes, bytes.length - 7));
        Ended third = run(program, "3");

        assertThat(first.out).isEqualTo("again 1\n");
        assertThat(second.out).isEqualTo("again 2\n");
        assertThat(third.out).isEqualTo("again 3\n");
        assertThat(second.err)
                .isEqualTo(first.err)
                .contains("program.py\", line 3")
                .isEqualTo(third.err);
        assertThat(Files.readAllBytes(kept())).isEqualTo(bytes);
    }

    private Path kept() throws IOException {
        try (var files = Files.list(folder.resolve("cache/programs"))) {
            return files.reduce(
                            (a, b) -> {
                                throw new AssertionError(a + " and " + b);
                            })
                    .orElseThrow();
        }
    }

    @Test
    void interruptFromTheKeyboard_isRaisedInTheMainThread() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("wait.py"),
                        """
                        import time
                        try:
                            print("ready", flush=True)
                            time.sleep(100)
                        finally:
                            print("cleaned up")
                        """);
        Path err = folder.resolve("err");
        Process process =
                Command.process("run", file.toString()).redirectError(err.toFile()).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");
            interrupt(process);
            assertThat(lines.readLine()).isEqualTo("cleaned up");
        }
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(text(err))
                .startsWith("Traceback (most recent call last):\n")
                .contains("wait.py\", line 4, in <module>\n    time.sleep(100)\n")
                .endsWith("KeyboardInterrupt\n");
    }

    @Test
    void interruptFromTheKeyboard_isRaisedInLoopsThatNeverWait_asOftenAsItComes() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("compute.py"),
                        """
                        for i in range(3):
                            try:
                                print("ready", i, flush=True)
                                while True:
                                    pass
                            except KeyboardInterrupt:
                                print("interrupted", i, flush=True)
                        print("last", flush=True)
                        while True: pass
                        """);
        Path err = folder.resolve("err");
        Process process =
                Command.process("run", file.toString()).redirectError(err.toFile()).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 3; i++) {
                assertThat(lines.readLine()).isEqualTo("ready " + i);
                interrupt(process);
                assertThat(lines.readLine()).isEqualTo("interrupted " + i);
            }
            assertThat(lines.readLine()).isEqualTo("last");
            interrupt(process);
        }
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(text(err))
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "%s", line 9, in <module>
                            while True: pass
                        KeyboardInterrupt
                        """
                                .formatted(file));
    }

    @Test
    void signalsOfOthers_reachTheirHandlers() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("signals.py"),
                        """
                        import signal, sys, threading
                        ended = threading.Event()

                        def note(number, frame):
                            if number == signal.SIGTERM:
                                ended.set()
                            print(signal.Signals(number).name, flush=True)

                        for name in ("HUP", "INT", "USR1", "USR2", "CONT", "TERM"):
                            signal.signal(getattr(signal, "SIG" + name), note)
                        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
                        print("ready", flush=True)
                        while not ended.is_set():
                            if len(sys.argv) > 1:
                                ended.wait()
                        sys.exit(3)
                        """);
        for (List<String> more : List.of(List.<String>of(), List.of("wait"))) {
            List<String> line = new ArrayList<>(List.of("run", file.toString()));
            line.addAll(more);
            Process process = Command.process(line.toArray(String[]::new)).start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("ready");
                for (String name : List.of("HUP", "INT", "USR1", "INT", "USR2", "CONT", "TERM")) {
                    signal(process, name);
                    assertThat(lines.readLine()).isEqualTo("SIG" + name);
                }
            }
            assertThat(process.waitFor()).isEqualTo(3);
        }
    }

    @Test
    void secondInterrupt_endsAProgramThatNoticesNone() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("within.py"),
                        """
                        print("ready", flush=True)
                        sum(range(10 ** 15))
                        """);
        Process process = Command.process("run", file.toString()).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");
            while (process.isAlive()) {
                interrupt(process);
            }
        }
        assertThat(process.waitFor()).isEqualTo(130);
    }

    @Test
    void outputThatNobodyReads_isABrokenPipe() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("unread.py"),
                        """
                        import sys
                        print("ready", flush=True)
                        sys.stdin.readline()
                        for i in range(int(sys.argv[1])):
                            print(i)
                        """);
        Path err = folder.resolve("err");
        for (String count : List.of("1", "100000")) {
            ProcessBuilder command =
                    Command.process("run", file.toString(), count).redirectError(err.toFile());
            command.environment().remove("PYTHONUNBUFFERED");
            Process process = command.start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("ready");
            }
            try (var in = process.outputWriter()) {
                in.write("\n");
            }
            boolean atEnd = count.equals("1");
            assertThat(process.waitFor()).isEqualTo(atEnd ? 120 : 1);
            assertThat(text(err))
                    .contains("BrokenPipeError: [Errno 32] Broken pipe\n")
                    .contains(atEnd ? "Exception ignored in: <_io.TextIOWrapper" : "print(i)")
                    .doesNotContain("internal error");
        }
    }

    private static void interrupt(Process process) throws Exception {
        signal(process, "INT");
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    @Test
    void translation_isWrittenOnceAndRefusesForeignFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("p.py"), "print(1)\n");
        Path project = folder.resolve("project");
        Ended done = ended("translate", file.toString(), "-o", project.toString());
        assertThat(done.code).isZero();
        assertThat(done.out).contains(project.resolve("pom.xml").toString());
        Path others = Files.createDirectories(folder.resolve("foreign"));
        Path foreign = others.resolve("pom.xml");
        Files.writeString(foreign, "mine");
        Ended refused = ended("translate", file.toString(), "-o", others.toString());
        assertThat(refused.code).isEqualTo(2);
        assertThat(refused.err).contains("pom.xml' was not written by a translation");
        assertThat(foreign).hasContent("mine");
        assertThat(ended("translate", file.toString()).err).contains("--output");
    }

    @Test
    void text_isRunAsAFileIs() throws Exception {
        Ended given = ended("run", "-c", "import sys\nprint(sys.argv, __name__)", "a", "b");
        assertThat(given.out).isEqualTo("['-c', 'a', 'b'] __main__\n");
        Command.Result typed = Command.runWith("print(1)\n1 / 0\n", "run", "-");
        assertThat(typed.out()).isEqualTo("1\n");
        assertThat(typed.err())
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "<stdin>", line 2, in <module>
                        ZeroDivisionError: division by zero
                        """);
        assertThat(typed.code()).isEqualTo(1);
        assertThat(ended("run", "--types", "-").err).contains("--types tells of a file");
    }

    @Test
    void types_areTold() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("t.py"),
                        """
                        def f(n):
                            x = 1
                            x = "s"
                            return n * 2
                        print(f(3))
                        """);
        Ended told = ended("translate", "--types", file.toString());
        assertThat(told.code).isZero();
        assertThat(told.out)
                .contains("t.py:1: f.n: int = 3\n", "f.return: int = 6\n")
                .contains("t.py:2: f.x: object (it is set to int and to str)\n");
        Ended run = ended("run", "--types", file.toString());
        assertThat(run.out).isEqualTo("6\n");
        assertThat(run.err).isEqualTo(told.out);
    }

    @Test
    void types_nameThePlacesOfProcesses() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("p.py"),
                        """
                        import os, multiprocessing.pool
                        from multiprocessing import Pool
                        import multiprocessing.dummy
                        import concurrent.futures
                        from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor
                        from multiprocessing.dummy import Pool as Threads
                        def start():
                            return concurrent.futures.ProcessPoolExecutor(1)
                        """);

        Ended told = ended("translate", "--types", file.toString());

        assertThat(told.out.lines().filter(each -> each.contains("processes are threads")))
                .map(each -> each.replaceFirst(".*p\\.py:", ""))
                .containsExactly(
                        "1: multiprocessing.pool" + THREADS,
                        "2: multiprocessing" + THREADS,
                        "5: ProcessPoolExecutor" + THREADS,
                        "8: ProcessPoolExecutor" + THREADS);
    }

    @Test
    void batch_runsEachProgramAndSumsUp() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs/.hidden"));
        Files.writeString(programs.resolve("no.py"), "print('hidden')\n");
        Path shown = folder.resolve("programs");
        Files.writeString(shown.resolve("a.py"), "print('fine')\n");
        Files.writeString(shown.resolve("b.py"), "import sys\nsys.exit(3)\n");
        Files.writeString(shown.resolve("c.py"), "while True:\n    pass\n");
        Ended ended = ended("batch", "--timeout", "8", "-j", "2", shown.toString());
        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.out)
                .contains("a.py\nfine\n", "1 of 3 ended with 0\n")
                .containsPattern("a.py +ok ")
                .containsPattern("b.py +exit 3 ")
                .containsPattern("c.py +timed out ")
                .doesNotContain("hidden");
        Ended json = ended("batch", "--json", shown.resolve("a.py").toString());
        assertThat(json.out).startsWith("{\"ok\":true,").contains("\"out\":\"fine\\n\"");
        Path projects = folder.resolve("projects");
        Ended made = ended("batch", "--translate", projects.toString(), shown.toString());
        assertThat(made.code).isZero();
        assertThat(made.out).contains("3 of 3 ended with 0");
        assertThat(ended("batch").err).contains("PATH is missing");
    }

    @Test
    void missingProgram_isMisuse() throws Exception {
        Ended missing = ended("run", folder.resolve("none.py").toString());
        assertThat(missing.code).isEqualTo(2);
        assertThat(missing.err).contains("none.py").hasLineCount(1);
        assertThat(ended("run").err).contains("SCRIPT");
    }
}
