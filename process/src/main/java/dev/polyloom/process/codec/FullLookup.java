package dev.polyloom.process.codec;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Obtains the lookup that linking a lambda of another module takes. A lookup teleported into a
 * class of another module may see all its members but link nothing there; it may define a class
 * beside it, though, and a lookup that this one makes has full rights in its own package.
 */
final class FullLookup {
    private static final String SIMPLE_NAME = "Polyloom$$Lookup";

    private FullLookup() {}

    static MethodHandles.Lookup of(MethodHandles.Lookup teleported) throws Throwable {
        if (teleported.hasFullPrivilegeAccess()) {
            return teleported;
        }
        Class<?> target = teleported.lookupClass();
        Class<?> beside = beside(teleported, target);
        MethodHandle lookup =
                teleported
                        .in(beside)
                        .findStatic(
                                beside,
                                "lookup",
                                MethodType.methodType(MethodHandles.Lookup.class));
        MethodHandles.Lookup full = (MethodHandles.Lookup) lookup.invokeExact();
        return MethodHandles.privateLookupIn(target, full);
    }

    private static synchronized Class<?> beside(MethodHandles.Lookup teleported, Class<?> target)
            throws IllegalAccessException, ClassNotFoundException {
        String pack = target.getPackageName();
        String name = pack.isEmpty() ? SIMPLE_NAME : pack + "." + SIMPLE_NAME;
        try {
            return teleported.defineClass(code(name));
        } catch (LinkageError e) {
            return Class.forName(name, true, target.getClassLoader());
        }
    }

    private static byte[] code(String name) {
        ClassDesc handles = ClassDesc.of("java.lang.invoke.MethodHandles");
        MethodTypeDesc type =
                MethodTypeDesc.of(ClassDesc.of("java.lang.invoke.MethodHandles$Lookup"));
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        c ->
                                c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                                        .withMethodBody(
                                                "lookup",
                                                type,
                                                ClassFile.ACC_STATIC,
                                                b ->
                                                        b.invokestatic(handles, "lookup", type)
                                                                .areturn()));
    }
}
