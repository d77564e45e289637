package dev.polyloom.process.bridge;

import java.io.Serializable;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Makes values of a class that only this process has. */
final class ElsewhereLoader extends ClassLoader {
    private static final String NAME = "elsewhere.Thing";

    private ElsewhereLoader() {
        super(null);
    }

    static Object loadedApart() throws ReflectiveOperationException {
        return new ElsewhereLoader().loadClass(NAME).getConstructor().newInstance();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(NAME)) {
            throw new ClassNotFoundException(name);
        }
        byte[] code = thing();
        return defineClass(name, code, 0, code.length);
    }

    private static byte[] thing() {
        MethodTypeDesc nothing = MethodTypeDesc.of(ConstantDescs.CD_void);
        return ClassFile.of()
                .build(
                        ClassDesc.of(NAME),
                        type ->
                                type.withFlags(ClassFile.ACC_PUBLIC)
                                        .withInterfaceSymbols(
                                                ClassDesc.of(Serializable.class.getName()))
                                        .withMethodBody(
                                                ConstantDescs.INIT_NAME,
                                                nothing,
                                                ClassFile.ACC_PUBLIC,
                                                body ->
                                                        body.aload(0)
                                                                .invokespecial(
                                                                        ConstantDescs.CD_Object,
                                                                        ConstantDescs.INIT_NAME,
                                                                        nothing)
                                                                .return_()));
    }
}
