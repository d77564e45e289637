package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
}
