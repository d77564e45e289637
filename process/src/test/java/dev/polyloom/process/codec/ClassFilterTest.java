package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializationException;
import dev.polyloom.process.classes.ClassServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClassFilterTest {
    private final ClassServer loaders = new ClassServer();
    private final Codec primary = Codec.ofPrimary(loaders, List.of());
    private final Codec worker = Codec.ofWorker(loaders);

    private SerializationException refused(Codec codec, byte[] bytes) {
        return catchThrowableOfType(
                SerializationException.class, () -> codec.decode("result", bytes));
    }

    @Test
    void classOutsideTheList_isRefusedWithTheCure() throws Exception {
        byte[] bytes =
                worker.encode("result", List.of(1, URI.create("http://example.invalid/").toURL()));
        assertThat(refused(primary, bytes))
                .hasMessageStartingWith("result[1]: java.net.URL may not come back")
                .hasMessageContaining("allow(\"java.net.URL\")");
        Codec allowing = Codec.ofPrimary(loaders, List.of("java.net.URL"));
        assertThat(allowing.decode("result", bytes)).isInstanceOf(List.class);
    }

    @Test
    void deniedClass_isRefusedEvenWhenAllowed() throws Exception {
        Object gadget = new ObjectName("a:b=c");
        byte[] bytes = worker.encode("result", new ArrayList<>(List.of(gadget)));
        Codec allowing = Codec.ofPrimary(loaders, List.of("javax.management.**"));
        assertThat(refused(allowing, bytes)).hasMessageContaining("is never taken from a worker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons.collections.functors.InvokerTransformer",
                "org.codehaus.groovy.runtime.ConvertedClosure",
                "org.springframework.aop.framework.AdvisedSupport",
                "com.mchange.v2.c3p0.PoolBackedDataSource",
                "com.rometools.rome.feed.impl.ObjectBean",
                "javax.management.BadAttributeValueExpException",
                "com.sun.rowset.JdbcRowSetImpl",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
                "java.rmi.server.UnicastRemoteObject",
                "sun.reflect.annotation.AnnotationInvocationHandler",
                "java.security.SignedObject"
            })
    void knownGadgets_areDenied(String name) {
        assertThat(ClassFilter.isDenied(name)).isTrue();
    }

    @Test
    void lambdaOfTheJdk_mayNotComeBack() {
        Comparator<String> comparator =
                Comparator.comparing((Function<String, Integer> & Serializable) String::length);
        assertThat(refused(primary, worker.encode("result", comparator)))
                .hasMessageContaining("java.util.Comparator");
    }

    @Test
    void forgedLambda_runsNothing() throws Exception {
        SerializableCallable<Integer> honest = () -> 1;
        byte[] bytes = worker.encode("result", honest);
        byte[] forged =
                replace(
                        bytes,
                        "lambda$forgedLambda_runsNothing",
                        "lambda$forgedLambda_runsNothinG");
        assertThat(refused(primary, forged)).isNotNull();
        assertThat(primary.decode("result", bytes)).isInstanceOf(SerializableCallable.class);
    }

    static Integer plain() {
        return 42;
    }

    /** Named as the bodies of lambdas are, but written by hand. */
    @SuppressWarnings("MethodName")
    static Integer lambda$plain() {
        return 42;
    }

    private static SerializedLambda forged(Class<?> owner, String method, Class<?> result) {
        String type = MethodType.methodType(result).descriptorString();
        return new SerializedLambda(
                ClassFilterTest.class,
                SerializableCallable.class.getName().replace('.', '/'),
                "call",
                "()Ljava/lang/Object;",
                MethodHandleInfo.REF_invokeStatic,
                owner.getName().replace('.', '/'),
                method,
                type,
                type,
                new Object[0]);
    }

    @Test
    void forgedLambda_reachesNoBodyOfAnotherClass() {
        String body =
                Stream.of(ClassFilterTest.class.getDeclaredMethods())
                        .filter(Method::isSynthetic)
                        .map(Method::getName)
                        .filter(name -> name.startsWith("lambda$"))
                        .findAny()
                        .orElseThrow();
        LambdaMaker maker = LambdaMaker.of(ClassFilterTest.class);
        assertThatThrownBy(() -> maker.make(forged(CodecTest.class, body, Integer.class), true))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("must be one of the class's own");
    }

    @Test
    void forgedLambda_reachesNothingButBodiesOfLambdas() throws Exception {
        LambdaMaker maker = LambdaMaker.of(ClassFilterTest.class);
        for (SerializedLambda each :
                List.of(
                        forged(ClassFilterTest.class, "plain", Integer.class),
                        forged(ClassFilterTest.class, "lambda$plain", Integer.class),
                        forged(Runtime.class, "getRuntime", Runtime.class))) {
            assertThatThrownBy(() -> maker.make(each, true))
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessageContaining("must be one of the class's own");
        }
        SerializedLambda trusted = forged(ClassFilterTest.class, "plain", Integer.class);
        assertThat(((SerializableCallable<?>) maker.make(trusted, false)).call()).isEqualTo(42);
        assertThatThrownBy(() -> maker.make(trusted, true))
                .as("known, and all the same refused")
                .isInstanceOf(InvalidObjectException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.internal.misc.Unsafe",
                "[Ljdk.internal.misc.Unsafe;",
                "[[Ljdk.internal.misc.Unsafe;",
                "java.util.jar.JarFile",
                "[Ljava.util.jar.JarFile;",
                "[[[Ljava.util.jar.JarFile;"
            })
    void refusedClasses_areRefusedInArraysToo(String name) throws Exception {
        StreamLimits limits = new StreamLimits(new ClassFilter(List.of()), 1_000, true);
        assertThat(limits.admits(Class.forName(name))).isFalse();
        assertThat(limits.refusal()).contains(name.replaceAll("\\[+L|;", ""));
        assertThat(limits.admits(Class.forName("java.util.zip.ZipFile"))).isFalse();
        assertThat(limits.refusal()).as("the first").doesNotContain("ZipFile");
    }

    @Test
    void patternsOfTheUser_refuseAndAllow() {
        ClassFilter filter = new ClassFilter(List.of("!java.util.BitSet", "java.util.jar.*"));
        StreamLimits limits = new StreamLimits(filter, 1_000, true);
        assertThat(limits.admits(BitSet.class)).isFalse();
        assertThat(limits.admits(java.util.jar.JarFile[].class)).isTrue();
        assertThat(ClassFilter.isDenied("com.acme.sun.Thing")).isFalse();
    }

    private static byte[] replace(byte[] bytes, String from, String to) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, 100_000_000, 50_000})
    void lyingArrayLength_allocatesNothing(int length) throws IOException {
        assertThat(refused(primary, array("[J", length)))
                .hasMessageContaining("malformed: an array");
        assertThat(refused(worker, array("[Ljava.lang.Object;", length)))
                .hasMessageContaining("malformed: an array");
    }

    private static byte[] array(String type, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0x4F);
        out.writeInt(0xACED0005);
        out.writeByte(0x75);
        out.writeByte(0x72);
        out.writeUTF(type);
        out.writeLong(
                java.io.ObjectStreamClass.lookup(type.equals("[J") ? long[].class : Object[].class)
                        .getSerialVersionUID());
        out.writeByte(2);
        out.writeShort(0);
        out.writeByte(0x77);
        out.writeByte(4);
        out.writeInt(-1);
        out.writeByte(0x78);
        out.writeByte(0x70);
        out.writeInt(length);
        return bytes.toByteArray();
    }

    /** What a stream says of an array. */
    private record ArrayInfo(Class<?> serialClass, long arrayLength, long streamBytes)
            implements ObjectInputFilter.FilterInfo {
        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }
    }

    static Stream<Arguments> longestArrays() {
        // of 1,000 bytes 400 follow, and 2,048 are granted whoever asks
        return Stream.of(
                arguments(byte[].class, 2_448),
                arguments(boolean[].class, 2_448),
                arguments(short[].class, 1_224),
                arguments(char[].class, 1_224),
                arguments(int[].class, 612),
                arguments(float[].class, 612),
                arguments(long[].class, 306),
                arguments(double[].class, 306),
                arguments(String[].class, 5_248),
                arguments(long[][].class, 5_248));
    }

    @ParameterizedTest
    @MethodSource("longestArrays")
    void arrays_areNoLongerThanWhatFollows(Class<?> type, int longest) {
        StreamLimits limits = new StreamLimits(new ClassFilter(List.of()), 1_000, true);
        assertThat(limits.checkInput(new ArrayInfo(type, longest, 600)))
                .isNotEqualTo(ObjectInputFilter.Status.REJECTED);
        assertThat(limits.checkInput(new ArrayInfo(type, longest + 1L, 600)))
                .isEqualTo(ObjectInputFilter.Status.REJECTED);
        assertThat(limits.refusal()).contains("only 400 bytes follow");
    }

    @Test
    void lyingMapSize_allocatesNothing() {
        HashMap<String, String> map = new HashMap<>();
        map.put("k", "v");
        byte[] bytes = worker.encode("result", map);
        int at =
                new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .indexOf("\0\0\0\1t\0\1k");
        assertThat(at).isPositive();
        bytes[at] = 0x1f;
        assertThat(refused(primary, bytes)).hasMessageContaining("malformed: an array");
    }

    @Test
    void tooDeepResult_isRefused() {
        Object nested = "core";
        for (int i = 0; i < StreamLimits.MAX_DEPTH + 10; i++) {
            nested = new Object[] {nested};
        }
        byte[] bytes = worker.encode("result", nested);
        assertThat(refused(primary, bytes)).hasMessageContaining("levels deep");
    }
}
