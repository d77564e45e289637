import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Makes the classes of a jar that are older than Java 6 ones of Java 8, in place: the JVM keeps no
 * older ones in its archives, so that each start would load and check them anew.
 */
final class RaiseClassVersion {
    private static final int NEEDED = 50;

    public static void main(String[] args) throws IOException {
        for (String each : args) {
            raise(Path.of(each));
        }
    }

    private static void raise(Path jar) throws IOException {
        ByteArrayOutputStream raised = new ByteArrayOutputStream();
        int changed = 0;
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                JarOutputStream out = new JarOutputStream(raised)) {
            ClassFile format =
                    ClassFile.of(
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : file.stream().toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                boolean old =
                        entry.getName().endsWith(".class")
                                && ByteBuffer.wrap(bytes).getShort(6) < NEEDED;
                changed += old ? 1 : 0;
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(old ? raised(format, bytes) : bytes);
            }
        }
        if (changed > 0) {
            Path whole = Path.of(jar + ".new");
            Files.write(whole, raised.toByteArray());
            Files.move(whole, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] raised(ClassFile format, byte[] bytes) {
        ClassTransform version =
                ClassTransform.endHandler(to -> to.withVersion(ClassFile.JAVA_8_VERSION, 0));
        return format.transformClass(
                format.parse(bytes),
                // Bodies that pass through a transformation are written anew, with stack maps.
                ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                        .andThen(ClassTransform.dropping(ClassFileVersion.class::isInstance))
                        .andThen(version));
    }
}
