package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of modules beside a program. */
@Timeout(60)
class PackagesTest {
    @TempDir private Path folder;

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    private OwnRuntime.Ended run(String... lines) throws Exception {
        write("program.py", lines);
        return OwnRuntime.run(folder.resolve("program.py"));
    }

    @Test
    void packageWithinPackage_isLoadedFromTheOutermost() throws Exception {
        write("zoo/__init__.py", "print('zoo')", "SIZE = 2");
        write("zoo/cats/__init__.py", "print('cats', __name__)");
        write("zoo/cats/lion.py", "print('lion')", "def name():", "    return 'Leo'");
        OwnRuntime.Ended ended =
                run(
                        "import zoo.cats.lion",
                        "from zoo.cats import lion as king",
                        "from zoo import SIZE, cats",
                        "print(zoo.cats.lion is king, cats.lion.name(), SIZE)");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("zoo\ncats zoo.cats\nlion\nTrue Leo 2\n");
    }

    @Test
    void relativeImports_startFromThePackageOfTheirModule() throws Exception {
        write("zoo/__init__.py", "from .dog import name", "from . import cats", "ALL = cats.ALL");
        write("zoo/dog.py", "from .text import loud", "def name():", "    return loud('dog')");
        write("zoo/text.py", "import zoo", "def loud(x):", "    return x + zoo.__name__");
        write("zoo/cats/__init__.py", "from ..text import loud", "ALL = [loud('cat')]");
        OwnRuntime.Ended ended =
                run(
                        "from zoo import *",
                        "print(name(), ALL)",
                        "import zoo.dog",
                        "print(zoo.dog.__name__)");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("dogzoo ['catzoo']\nzoo.dog\n");
    }

    @Test
    void folderOfModules_isPackageWithoutInit() throws Exception {
        write("plain/inner.py", "def shout(x):", "    return x.upper()");
        OwnRuntime.Ended ended =
                run(
                        "import plain",
                        "from plain import inner",
                        "from plain.inner import shout",
                        "print(shout('a'), inner.__name__, plain.__name__)");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("A plain.inner plain\n");
    }

    @Test
    void absentModuleOfPackage_isNamed() throws Exception {
        write("zoo/__init__.py");
        OwnRuntime.Ended ended =
                run(
                        "try:",
                        "    import zoo.bird",
                        "except ImportError as error:",
                        "    print(error)");
        assertThat(ended.out()).isEqualTo("No module named 'zoo.bird'\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.path.join(os.path.dirname(__file__), '..', 'shared')",
                "os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, 'shared'))",
                "os.path.dirname(os.path.dirname(os.path.realpath(__file__))) + '/shared'",
                "str(Path(__file__).resolve().parent.parent / 'shared')",
                "str(Path(__file__).absolute().parents[1].joinpath('shared'))",
                "HERE"
            })
    void modulesInFolderAddedToPath_areFound(String folderAsPython) throws Exception {
        write("shared/tool.py", "import helper", "def name():", "    return helper.NAME");
        write("shared/helper.py", "NAME = 'tool'");
        write(
                "app/main.py",
                "import os, sys",
                "from pathlib import Path",
                "HERE = os.path.join(os.path.dirname(__file__), '../shared')",
                "sys.path.insert(0, " + folderAsPython + ")",
                "import tool",
                "print(tool.name())");
        OwnRuntime.Ended ended = OwnRuntime.run(folder.resolve("app/main.py"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("tool\n");
    }

    @ParameterizedTest
    @CsvSource({
        "sys.path.append(SHARED), library",
        "'sys.path.insert(len(sys.path), SHARED)', library",
        "'sys.path.insert(99, SHARED)', library",
        "'sys.path.insert(-1, SHARED)', library",
        "'sys.path.insert(1, SHARED)', shared",
        "'sys.path.insert(0, SHARED)', shared"
    })
    void library_winsOverFoldersAppendedToPath(String addition, String from) throws Exception {
        write("shared/queue.py", "ORIGIN = 'shared'");
        write(
                "app/main.py",
                "import os, sys",
                "SHARED = os.path.join(os.path.dirname(__file__), '..', 'shared')",
                addition,
                "import queue",
                "print(getattr(queue, 'ORIGIN', 'library'))");
        OwnRuntime.Ended ended = OwnRuntime.run(folder.resolve("app/main.py"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo(from + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0, front", "1, own", "2, own"})
    void insertedFolder_standsWhereItsIndexSays(int index, String from) throws Exception {
        write("front/tool.py", "ORIGIN = 'front'");
        write("app/tool.py", "ORIGIN = 'own'");
        write("app/queue.py", "ORIGIN = 'own queue'");
        write(
                "app/main.py",
                "import sys",
                "from os.path import dirname, join",
                "sys.path.insert(" + index + ", join(dirname(dirname(__file__)), 'front'))",
                "import tool, queue",
                "print(tool.ORIGIN, queue.ORIGIN)");
        OwnRuntime.Ended ended = OwnRuntime.run(folder.resolve("app/main.py"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo(from + " own queue\n");
    }

    @Test
    void relativeFolderOfPath_startsFromTheWorkingFolder() throws Exception {
        write("shared/tool.py", "ORIGIN = 'shared'");
        Path here = Path.of("").toAbsolutePath();
        Path shared = here.relativize(folder.toRealPath().resolve("shared"));
        OwnRuntime.Ended ended =
                run(
                        "import sys",
                        "sys.path.append('" + shared + "')",
                        "import tool",
                        "print(tool.ORIGIN)");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("shared\n");
    }

    @Test
    void moduleThatPythonHasLoaded_isNotLookedForBesideTheProgram() throws Exception {
        write("time.py", "ORIGIN = 'own'");
        write("io.py", "ORIGIN = 'own'");
        write("types.py", "ORIGIN = 'own'");
        OwnRuntime.Ended ended =
                run(
                        "import io, time, types",
                        "print([getattr(each, 'ORIGIN', 'library') for each in (io, time, types)])");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("['library', 'library', 'own']\n");
    }

    @Test
    void folderThatOnlyTheRunKnows_isNotSearched() throws Exception {
        write("shared/tool.py", "pass");
        write("app/main.py", "import sys", "sys.path.append(sys.argv[1])", "import tool");
        assertThatThrownBy(() -> OwnRuntime.run(folder.resolve("app/main.py")))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("module 'tool'");
    }
}
