package dev.polyloom.process.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patches the classes of the user as they load; leaves alone what it does not understand. */
final class LambdaTransformer implements ClassFileTransformer {
    private static final System.Logger LOG = System.getLogger("dev.polyloom.process");
    private static final List<String> OTHERS =
            List.of(
                    "com.intellij.rt.",
                    "com.sun.",
                    "dev.polyloom.",
                    "io.opentelemetry.javaagent.",
                    "java.",
                    "javax.",
                    "jdk.",
                    "net.bytebuddy.",
                    "org.jacoco.",
                    "sun.");

    private final Instrumentation instrumentation;

    LambdaTransformer(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isUsers(@Nullable ClassLoader loader, String name) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && OTHERS.stream().noneMatch(name::startsWith);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte @Nullable [] code) {
        if (name == null || code == null || !isUsers(loader, name.replace('/', '.'))) {
            return null;
        }
        try {
            byte[] patched = LambdaPatch.apply(code);
            if (patched != null && module != null && module.isNamed()) {
                open(module, name);
            }
            return patched;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(System.Logger.Level.DEBUG, () -> name + " keeps its lambdas as they are", e);
            return null;
        }
    }

    /** Lets the codec link lambdas of a named module, as its own classes could. */
    private void open(Module module, String name) {
        int slash = name.lastIndexOf('/');
        String pack = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
        Module codec = LambdaTransformer.class.getModule();
        if (!module.isOpen(pack, codec) && instrumentation.isModifiableModule(module)) {
            instrumentation.redefineModule(
                    module, Set.of(), Map.of(), Map.of(pack, Set.of(codec)), Set.of(), Map.of());
        }
    }
}
