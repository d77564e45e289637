package dev.polyloom.verification.portable;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.polyloom.threading.Threads;
import dev.polyloom.verification.Command;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teavm.model.MethodReference;
import org.teavm.tooling.TeaVMTargetType;

/** Whether programs of the threading API can be had in the browser and on WASI. */
@Timeout(120)
class PortableApiTest {
    private static final String API = Threads.class.getPackageName();
    private static final List<Class<?>> TYPES = apiTypes();

    @TempDir private static Path folder;
    private static TeaVmBuild build;

    @BeforeAll
    static void prepare() throws Exception {
        build = new TeaVmBuild(folder, Caller.of(TYPES, PortableDemo.class));
    }

    private static List<Class<?>> apiTypes() {
        return new ClassFileImporter()
                .importPackages(API).stream()
                        .filter(type -> type.getPackageName().equals(API))
                        .map(JavaClass::reflect)
                        .filter(PortableApiTest::isVisible)
                        .<Class<?>>map(type -> type)
                        .toList();
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    @ParameterizedTest
    @EnumSource(
            value = TeaVMTargetType.class,
            names = {"JAVASCRIPT", "WEBASSEMBLY_GC", "C"})
    void api_whole_compilesForOtherTargets(TeaVMTargetType target) throws Exception {
        TeaVmBuild.Outcome outcome = build.compile(target, Caller.NAME);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.reached())
                .extracting(MethodReference::getClassName)
                .noneMatch(type -> type.startsWith(API + ".jvm."));
        assertThat(TYPES.stream().flatMap(Caller::methods))
                .as("methods that were not compiled, as nothing that the API gives leads there")
                .filteredOn(method -> !isReached(method, outcome.reached()))
                .isEmpty();
        if (target == TeaVMTargetType.JAVASCRIPT) {
            Optional<String> printed = TeaVmBuild.run(outcome.file());
            assertThat(printed.orElse(program())).isEqualTo(program());
        }
    }

    @Test
    void demo_onThePortableBackend_printsWhatItPrintsOnTheJvms() throws Exception {
        String portable = program("-Dpolyloom.threading.backend=portable");

        assertThat(portable).endsWith("end\n").isEqualTo(program());
    }

    /** Tells whether a method was compiled, or one that implements it. */
    private static boolean isReached(Method method, Set<MethodReference> reached) {
        MethodReference wanted = MethodReference.parse(method);
        return reached.contains(wanted)
                || (Modifier.isAbstract(method.getModifiers())
                        && reached.stream()
                                .filter(has -> has.getDescriptor().equals(wanted.getDescriptor()))
                                .anyMatch(has -> isOf(method.getDeclaringClass(), has)));
    }

    private static boolean isOf(Class<?> type, MethodReference method) {
        try {
            ClassLoader loader = PortableApiTest.class.getClassLoader();
            return type.isAssignableFrom(Class.forName(method.getClassName(), false, loader));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String program(String... flags) throws Exception {
        String[] arguments = Arrays.copyOf(flags, flags.length + 1);
        arguments[flags.length] = PortableDemo.class.getName();
        return TeaVmBuild.output(Command.java(arguments));
    }
}
