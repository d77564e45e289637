package dev.polyloom.verification.portable;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.ref.WeakReference;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What those classes may use that also run in the browser and on WASI. */
@AnalyzeClasses(
        packages = {"dev.polyloom.threading", "dev.polyloom.python.runtime"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class PortableClassesTest {
    private static final Set<String> PACKAGES =
            Set.of(
                    "java.io",
                    "java.lang.annotation",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.nio.file",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");

    private static final Set<String> TYPES =
            Set.of(
                    Callable.class.getName(),
                    Executor.class.getName(),
                    ExecutionException.class.getName(),
                    CancellationException.class.getName(),
                    ConcurrentMap.class.getName(),
                    ConcurrentHashMap.class.getName(),
                    CopyOnWriteArrayList.class.getName(),
                    ArrayBlockingQueue.class.getName(),
                    LinkedBlockingDeque.class.getName(),
                    ThreadLocalRandom.class.getName(),
                    TimeUnit.class.getName(),
                    Flow.class.getName(),
                    Duration.class.getName(),
                    Instant.class.getName(),
                    WeakReference.class.getName(),
                    SeekableByteChannel.class.getName(),
                    BasicFileAttributes.class.getName(),
                    FileTime.class.getName(),
                    SecureRandom.class.getName(),
                    Deflater.class.getName(),
                    Inflater.class.getName(),
                    DataFormatException.class.getName(),
                    // What the compiler makes of records, switches, lambdas and texts.
                    "java.lang.runtime.ObjectMethods",
                    "java.lang.runtime.SwitchBootstraps",
                    "java.lang.invoke.LambdaMetafactory",
                    "java.lang.invoke.StringConcatFactory",
                    "java.lang.invoke.CallSite",
                    "java.lang.invoke.MethodHandle",
                    "java.lang.invoke.MethodHandles",
                    "java.lang.invoke.MethodHandles$Lookup",
                    "java.lang.invoke.MethodType",
                    "java.lang.invoke.TypeDescriptor");

    private static final Set<String> MISSING_OF_LANG =
            Set.of("ScopedValue", "StackWalker", "Process", "ProcessBuilder", "ProcessHandle");

    private static final Set<String> MISSING_OF_UTIL = Set.of("SplittableRandom");

    @ArchTest
    static final ArchRule portableClasses_useOnlyWhatEveryPlatformHas =
            noClasses()
                    .that(describe("are portable", PortableClassesTest::isPortable))
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "are not on every platform",
                                    type -> !isEverywhere(type.getBaseComponentType())));

    @ArchTest
    static final ArchRule portableClasses_doNotKnowTheJvmsBackend =
            noClasses()
                    .that(describe("are portable", PortableClassesTest::isPortable))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("dev.polyloom.threading.jvm.."));

    private static boolean isPortable(JavaClass type) {
        return !type.getPackageName().startsWith("dev.polyloom.threading.jvm")
                && !type.getName().equals("dev.polyloom.threading.backend.Platform")
                && !type.getName().equals("dev.polyloom.python.runtime.platform.Platform")
                && !type.getName().startsWith("dev.polyloom.python.runtime.platform.JvmMachine")
                && !type.getName().startsWith("dev.polyloom.python.runtime.library.Socket");
    }

    private static boolean isEverywhere(JavaClass type) {
        String name = type.getName();
        return type.isPrimitive()
                || name.startsWith("dev.polyloom.threading.")
                || name.startsWith("dev.polyloom.python.runtime.")
                || type.getPackageName().equals("org.jspecify.annotations")
                || TYPES.contains(name)
                || isAtomic(type)
                || name.startsWith(Flow.class.getName() + "$")
                || (type.getPackageName().equals("java.lang")
                        && !MISSING_OF_LANG.contains(type.getSimpleName()))
                || (PACKAGES.contains(type.getPackageName())
                        && !MISSING_OF_UTIL.contains(type.getSimpleName()));
    }

    private static boolean isAtomic(JavaClass type) {
        return type.getPackageName().equals("java.util.concurrent.atomic")
                && type.getSimpleName()
                        .matches(
                                "Atomic(Integer|Long|Boolean|Reference"
                                        + "|(Integer|Long|Reference)FieldUpdater)");
    }
}
