package dev.polyloom.process.codec;

import java.io.ObjectInputFilter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes may come back from a worker: value types of the JDK, classes that the primary's own
 * loaders find, and what the user allows; never those known to turn data into code.
 */
final class ClassFilter implements ObjectInputFilter {
    /** Leaves it to the stream's own limits: what the primary sends is trusted. */
    static final ObjectInputFilter ANY = info -> Status.UNDECIDED;

    private static final Set<String> PACKAGES =
            Set.of(
                    "java.lang",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "java.math",
                    "java.time",
                    "java.time.chrono",
                    "java.time.zone");
    private static final Set<String> CLASSES =
            Set.of(
                    "java.io.File",
                    "java.lang.reflect.Proxy",
                    "java.net.Inet4Address",
                    "java.net.Inet6Address",
                    "java.net.InetAddress",
                    "java.net.InetSocketAddress",
                    "java.net.SocketAddress",
                    "java.net.URI",
                    "java.util.regex.Pattern");
    private static final List<String> DENIED =
            List.of(
                    "bsh.",
                    "clojure.core$",
                    "clojure.inspector",
                    "com.caucho.",
                    "com.mchange.",
                    "com.rometools.",
                    "com.sun.corba.",
                    "com.sun.jndi.",
                    "com.sun.org.apache.",
                    "com.sun.rowset.",
                    "com.sun.syndication.",
                    "com.vaadin.data.util.",
                    "groovy.",
                    "java.beans.",
                    "java.lang.ref.",
                    "java.rmi.",
                    "java.security.SignedObject",
                    "javax.imageio.",
                    "javax.management.",
                    "javax.naming.",
                    "javax.script.",
                    "javax.swing.",
                    "javassist.",
                    "jdk.internal.",
                    "net.sf.json.",
                    "ognl.",
                    "org.apache.bcel.",
                    "org.apache.click.",
                    "org.apache.commons.beanutils.",
                    "org.apache.commons.collections.functors.",
                    "org.apache.commons.collections.keyvalue.TiedMapEntry",
                    "org.apache.commons.collections.map.LazyMap",
                    "org.apache.commons.collections4.functors.",
                    "org.apache.commons.collections4.comparators.TransformingComparator",
                    "org.apache.commons.collections4.keyvalue.TiedMapEntry",
                    "org.apache.commons.collections4.map.LazyMap",
                    "org.apache.commons.fileupload.",
                    "org.apache.myfaces.",
                    "org.apache.wicket.util.upload.",
                    "org.apache.xalan.",
                    "org.aspectj.weaver.",
                    "org.codehaus.groovy.",
                    "org.hibernate.bytecode.",
                    "org.hibernate.engine.",
                    "org.hibernate.property.",
                    "org.hibernate.tuple.",
                    "org.hibernate.type.",
                    "org.jboss.interceptor.",
                    "org.jboss.weld.",
                    "org.mozilla.javascript.",
                    "org.python.",
                    "org.springframework.aop.",
                    "org.springframework.beans.factory.support.",
                    "org.springframework.core.SerializableTypeWrapper",
                    "org.springframework.transaction.jta.",
                    "sun.");

    private final @Nullable ObjectInputFilter allowed;

    ClassFilter(List<String> allowedPatterns) {
        allowed =
                allowedPatterns.isEmpty()
                        ? null
                        : ObjectInputFilter.Config.createFilter(String.join(";", allowedPatterns));
    }

    static boolean isDenied(String name) {
        return DENIED.stream().anyMatch(name::startsWith);
    }

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.serialClass() == null) {
            return Status.UNDECIDED;
        }
        Class<?> type = StreamLimits.element(info.serialClass());
        if (isPath(type)) {
            return Status.ALLOWED;
        }
        if (isDenied(type.getName())) {
            return Status.REJECTED;
        }
        Status byUser = allowed == null ? Status.UNDECIDED : allowed.checkInput(info);
        if (byUser != Status.UNDECIDED) {
            return byUser;
        }
        return !isOfJdk(type) || isValue(type) ? Status.ALLOWED : Status.REJECTED;
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isOfJdk(Class<?> type) {
        String module = type.getModule().getName();
        ClassLoader loader = type.getClassLoader();
        return loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || (module != null && (module.startsWith("java.") || module.startsWith("jdk.")));
    }

    /**
     * Tells whether it is a path of the JDK's: not serialisable, so a stand-in was resolved to it.
     */
    private static boolean isPath(Class<?> type) {
        return Path.class.isAssignableFrom(type) && isOfJdk(type);
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive()
                || type.isInterface()
                || type.isEnum()
                || Enum.class.isAssignableFrom(type)
                || Throwable.class.isAssignableFrom(type)
                || Proxy.isProxyClass(type)
                || PACKAGES.contains(type.getPackageName())
                || CLASSES.contains(type.getName());
    }
}
