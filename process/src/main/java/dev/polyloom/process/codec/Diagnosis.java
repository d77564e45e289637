package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import java.io.NotSerializableException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a failure of the JDK's serialisation into one that says where, what, and the cure. */
final class Diagnosis {
    private static final Set<String> HOOKS =
            Set.of(
                    "writeObject",
                    "writeExternal",
                    "writeReplace",
                    "readObject",
                    "readObjectNoData",
                    "readExternal",
                    "readResolve");
    private static final String DEEP =
            "nested too deeply to travel: each level of the graph takes a few frames of the stack."
                    + " Keep long chains in a collection or an array, or give the class a"
                    + " writeReplace method that does";

    private static final String CAPTURED =
            ". A lambda captures it; one that uses a field or method of its object captures"
                    + " that whole object: copy what it needs to a local variable first";

    private static final String MISSING = "its class cannot be had here: ";

    private Diagnosis() {}

    static SerializationException writing(
            String root, Throwable failure, List<StreamPath.Step> steps, @Nullable Object last) {
        if (failure instanceof StackOverflowError) {
            return new SerializationException(PathNames.join(root, steps), DEEP, null);
        }
        if (failure instanceof NotSerializableException) {
            String path = PathNames.join(root, steps);
            String name = String.valueOf(failure.getMessage());
            Class<?> type =
                    last != null && last.getClass().getName().equals(name) ? last.getClass() : null;
            return new SerializationException(path, notSerializable(type, name, path), failure);
        }
        return byHook(root, failure, steps, "cannot be written");
    }

    static SerializationException reading(
            String root, Throwable failure, List<StreamPath.Step> steps, @Nullable String refusal) {
        if (failure instanceof StackOverflowError) {
            return new SerializationException(PathNames.join(root, steps), DEEP, null);
        }
        if (refusal != null) {
            return new SerializationException(PathNames.join(root, steps), refusal, failure);
        }
        if (isMissingClass(failure)) {
            return new SerializationException(
                    PathNames.join(root, steps), MISSING + text(failure), failure);
        }
        return byHook(root, failure, steps, "cannot be read");
    }

    private static boolean isMissingClass(Throwable failure) {
        return failure instanceof ClassNotFoundException || failure instanceof LinkageError;
    }

    /** Says why something could not be made of what was read. */
    static String reasonToRead(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return DEEP;
        }
        return (isMissingClass(failure) ? MISSING : "cannot be read: ") + text(failure);
    }

    /** Cuts the way back to the object whose own method failed, if one did. */
    private static SerializationException byHook(
            String root, Throwable failure, List<StreamPath.Step> steps, String what) {
        for (StackTraceElement frame : stack(failure)) {
            int end = isHook(frame) ? endAt(frame.getClassName(), steps) : 0;
            if (end > 0) {
                String hook = frame.getClassName() + "." + frame.getMethodName();
                return new SerializationException(
                        PathNames.join(root, steps.subList(0, end)),
                        what + ": " + hook + " threw " + text(failure),
                        failure);
            }
        }
        return new SerializationException(
                PathNames.join(root, steps), what + ": " + text(failure), failure);
    }

    private static boolean isHook(StackTraceElement frame) {
        return HOOKS.contains(frame.getMethodName()) && !frame.getClassName().startsWith("java.");
    }

    /** Returns how many steps lead to the last object of a class, 0 if none is on the way. */
    private static int endAt(String className, List<StreamPath.Step> steps) {
        int end = steps.size();
        while (end > 0 && !steps.get(end - 1).isOf(className)) {
            end--;
        }
        return end;
    }

    private static StackTraceElement[] stack(Throwable failure) {
        try {
            return failure.getStackTrace();
        } catch (Throwable e) {
            return new StackTraceElement[0];
        }
    }

    static String text(Throwable failure) {
        try {
            return failure.toString();
        } catch (Throwable e) {
            return failure.getClass().getName();
        }
    }

    private static String notSerializable(@Nullable Class<?> type, String name, String path) {
        if (type != null && isLambda(type)) {
            return plainLambda(type, name);
        }
        String message = name + " is not serialisable" + cure(type, name);
        return path.matches(".*\\.arg\\[\\d+]") ? message + CAPTURED : message;
    }

    private static String plainLambda(Class<?> type, String name) {
        Class<?>[] faces = type.getInterfaces();
        String face = faces.length == 0 ? "Runnable" : faces[0].getSimpleName();
        String owner = name.substring(0, name.indexOf("$$Lambda"));
        return "a lambda or method reference of %s is a plain %s, which nobody can serialise. Cures: submit it through the Scope's own type, not ExecutorService, so that javac picks the serialisable overload; or cast it, (%s & java.io.Serializable) () -> ...; or use a named class or record that implements java.io.Serializable; or start the JVM with -javaagent:<path of the polyloom-process jar>"
                .formatted(owner, face, generic(faces, face));
    }

    private static String cure(@Nullable Class<?> type, String name) {
        if (type != null && type.isAnonymousClass()) {
            return " (an anonymous class: use a lambda, or a named serialisable class)";
        }
        boolean ofJdk =
                name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
        return ofJdk
                ? ": make it inside the task, or keep it in a transient field"
                : ": let it implement java.io.Serializable, or keep it in a transient field";
    }

    private static String generic(Class<?>[] faces, String face) {
        return faces.length > 0 && faces[0].getTypeParameters().length > 0 ? face + "<...>" : face;
    }

    private static boolean isLambda(Class<?> type) {
        return type.isHidden() && type.isSynthetic() && type.getName().contains("$$Lambda");
    }
}
