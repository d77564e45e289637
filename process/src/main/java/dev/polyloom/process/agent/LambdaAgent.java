package dev.polyloom.process.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The Java agent that makes the lambdas of user classes serialisable as the classes load, so that
 * code written for a plain {@link java.util.concurrent.ExecutorService} can be sent to workers. Its
 * jar is that of this module.
 */
public final class LambdaAgent {
    private static final System.Logger LOG = System.getLogger("dev.polyloom.process");

    private LambdaAgent() {}

    /**
     * Starts the agent with {@code -javaagent}.
     *
     * @param options none
     * @param instrumentation the JVM's
     */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        start(instrumentation);
    }

    /**
     * Starts the agent in a running JVM.
     *
     * @param options none
     * @param instrumentation the JVM's
     */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        start(instrumentation);
    }

    private static synchronized void start(Instrumentation instrumentation) {
        if (System.getProperty("polyloom.agent.jar") != null) {
            return;
        }
        String jar = jar();
        if (jar != null) {
            System.setProperty("polyloom.agent.jar", jar);
        }
        boolean retransform = instrumentation.isRetransformClassesSupported();
        instrumentation.addTransformer(new LambdaTransformer(instrumentation), retransform);
        if (retransform) {
            retransformLoaded(instrumentation);
        }
    }

    private static void retransformLoaded(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (LambdaTransformer.isUsers(type.getClassLoader(), type.getName())
                    && instrumentation.isModifiableClass(type)) {
                retransform(instrumentation, type);
            }
        }
    }

    private static void retransform(Instrumentation instrumentation, Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> type + " keeps its lambdas as they are", e);
        }
    }

    private static @Nullable String jar() {
        CodeSource source = LambdaAgent.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? null
                    : Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
