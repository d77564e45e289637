package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of programs that cannot be translated, and of those that can. */
@Timeout(60)
class AssessmentTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    eval('1')                             | 1:1: unsupported: eval()
                    import ctypes                         | 1:8: unsupported: module 'ctypes'
                    import sys, sqlite3                   | 1:13: unsupported: module 'sqlite3'
                    from bz2 import open                   | 1:1: unsupported: module 'bz2'
                    from nowhere import *                 | 1:1: unsupported: star-import of module 'nowhere'
                    from .gone import x                   | 1:1: unsupported: import of .gone, which
                    class A(type): __call__ = 1; x = eval | 1:34: unsupported: eval()
                    x.athrow(E)                           | 1:1: unsupported: athrow()
                    import sys; sys.settrace(f)           | 1:13: unsupported: frames: settrace
                    import os; os.fork()                  | 1:12: unsupported: os.fork: a process cannot
                    import ast; ast.parse('1')            | 1:13: unsupported: trees of syntax: ast.parse
                    from ast import parse                 | 1:1: unsupported: trees of syntax: ast.parse
                    x = 1 +                               | 1:8: SyntaxError: invalid syntax
                    """)
    void program_thatCannotBeTranslated_isRefusedAtItsPlace(String program, String reason)
            throws IOException {
        assertThat(findings(program + "\n"))
                .singleElement()
                .asString()
                .contains("program.py:" + reason);
    }

    @Test
    void classes_mayBeChangedFromOutsideAndPrepared() throws IOException {
        String types =
                "class A:\n    n = 0\n    def f(self): self.x = 1\nclass B:\n    def g(self): self.x = 2\n";

        assertThat(findings(types + "A.f = lambda self: 1\n")).isEmpty();
        assertThat(findings(types + "setattr(A, 'f', 1)\n")).isEmpty();
        assertThat(findings(types + "A.n += 1\nA.n = 5\n")).isEmpty();
        assertThat(findings(types + "class C(A, B): pass\n")).isEmpty();
        assertThat(findings("class M(type):\n    def __prepare__(n, b): return {}\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    import sys, threading
                    from concurrent import futures
                    from concurrent.futures import ThreadPoolExecutor
                    from math import *
                    import beside
                    from .beside import *
                    def eval(x): return x
                    globals()['x']
                    """)
    void program_thatCanBeTranslated_hasNoFindings(String program) throws IOException {
        Files.writeString(folder.resolve("beside.py"), "x = 1\n");

        assertThat(findings(program + "\n")).isEmpty();
    }

    @Test
    void reasons_areGivenAllAtOnceForAllFilesOfAFolder() throws IOException {
        Files.createDirectories(folder.resolve("a/.hidden"));
        Files.writeString(folder.resolve("a/one.py"), "import ctypes\nexec('<&\"')\n");
        Files.writeString(folder.resolve("a/two.py"), "print(1)\n");
        Files.writeString(folder.resolve("a/.hidden/three.py"), "import ctypes\n");

        Assessment assessment = Assessment.of(List.of(folder));

        assertThat(assessment.isTranslatable()).isFalse();
        assertThat(assessment.files()).hasSize(2);
        assertThat(assessment.findings()).hasSize(2);
        assertThat(assessment.text())
                .contains("one.py:2:1: unsupported: exec()\n")
                .endsWith("1 of 2 files would be translated; 2 reasons against the others\n");
        assertThat(assessment.json())
                .startsWith("{\"translatable\":false,\"files\":[{\"file\":")
                .contains(
                        "{\"line\":2,\"column\":1,\"kind\":\"unsupported\",\"problem\":\"exec()\"}");
        assertThat(assessment.html()).contains("<td>2:1</td><td>unsupported</td><td>exec()</td>");
    }

    @Test
    void file_isReadInTheEncodingThatItNames() throws IOException {
        Path file = folder.resolve("latin.py");
        Files.writeString(file, "# coding: latin-1\nx = '\u00e9'\n", StandardCharsets.ISO_8859_1);
        Path wrong = folder.resolve("wrong.py");
        Files.writeString(wrong, "x = '\u00e9'\n", StandardCharsets.ISO_8859_1);

        assertThat(Assessment.of(List.of(file)).findings()).isEmpty();
        assertThat(Assessment.of(List.of(wrong)).findings())
                .singleElement()
                .asString()
                .contains("wrong.py:1:1: SyntaxError: (unicode error) 'utf-8' codec");
    }

    private List<Finding> findings(String program) throws IOException {
        Path file = folder.resolve("program.py");
        Files.writeString(file, program);
        return Assessment.of(List.of(file)).findings();
    }
}
