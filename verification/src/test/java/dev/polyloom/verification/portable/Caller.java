package dev.polyloom.verification.portable;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes a class that calls all that some types offer. Whatever a call gives, or throws, goes into
 * one variable, and every receiver and argument comes out of it: so a compiler that follows values
 * from calls to calls, as TeaVM does, sees each method called with every object that a program can
 * bring there. For each interface that a caller may implement it writes an implementation.
 */
final class Caller {
    /**
     * The class. Its {@code main} goes on with another program's; it calls everything only if it
     * gets more arguments than anybody gives.
     */
    static final String NAME = "dev.polyloom.verification.portable.Everything";

    private static final ClassDesc SELF = ClassDesc.of(NAME);
    private static final ClassDesc VALUES = ClassDesc.of(PortableValues.class.getName());
    private static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc MAIN =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
    private static final int NOBODY_GIVES = 1_000;
    private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

    private final List<Class<?>> types;
    private final Class<?> program;
    private final Map<String, byte[]> classes = new HashMap<>();
    private final List<Consumer<CodeBuilder>> calls = new ArrayList<>();

    private Caller(List<Class<?>> types, Class<?> program) {
        this.types = types;
        this.program = program;
    }

    /**
     * Writes the classes.
     *
     * @param types what to call
     * @param program what to run
     * @return the class files by the names of their classes
     */
    static Map<String, byte[]> of(List<Class<?>> types, Class<?> program) {
        return new Caller(types, program).write();
    }

    /** Returns the methods and constructors of a type that callers see. */
    static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isSynthetic());
    }

    private Map<String, byte[]> write() {
        implementations().forEach(this::implement);
        for (Class<?> type : types) {
            Arrays.stream(type.getFields())
                    .filter(field -> field.getDeclaringClass() == type)
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> calls.add(code -> read(code, field)));
            if (!Modifier.isAbstract(type.getModifiers())) {
                Arrays.stream(type.getConstructors())
                        .forEach(constructor -> calls.add(code -> make(code, constructor)));
            }
            methods(type).forEach(method -> calls.add(code -> call(code, method)));
        }
        classes.put(NAME, ClassFile.of().build(SELF, this::everything));
        return classes;
    }

    /** Returns the interfaces that callers hand in and implement themselves. */
    private Set<Class<?>> implementations() {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> type : types) {
            Stream.concat(methods(type), Arrays.stream(type.getConstructors()))
                    .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                    .map(parameter -> parameter.isArray() ? parameter.componentType() : parameter)
                    .filter(Class::isInterface)
                    .filter(parameter -> !parameter.isSealed())
                    .filter(parameter -> !PortableValues.has(parameter))
                    .forEach(found::add);
        }
        return found;
    }

    private void implement(Class<?> type) {
        ClassDesc own = ClassDesc.of(NAME + "$" + classes.size());
        classes.put(
                NAME + "$" + classes.size(),
                ClassFile.of()
                        .build(
                                own,
                                builder -> {
                                    builder.withFlags(AccessFlag.PUBLIC, AccessFlag.SUPER)
                                            .withInterfaceSymbols(desc(type))
                                            .withMethodBody(
                                                    ConstantDescs.INIT_NAME,
                                                    NO_ARGUMENTS,
                                                    ClassFile.ACC_PUBLIC,
                                                    code ->
                                                            code.aload(0)
                                                                    .invokespecial(
                                                                            ConstantDescs.CD_Object,
                                                                            ConstantDescs.INIT_NAME,
                                                                            NO_ARGUMENTS)
                                                                    .return_());
                                    Arrays.stream(type.getMethods())
                                            .filter(m -> Modifier.isAbstract(m.getModifiers()))
                                            .forEach(method -> implement(builder, method));
                                }));
        calls.add(code -> {
            code.new_(own).dup();
            code.invokespecial(own, ConstantDescs.INIT_NAME, NO_ARGUMENTS);
            keep(code, Object.class);
        });
    }

    /** Keeps what comes in, and gives what there is. */
    private static void implement(ClassBuilder builder, Method method) {
        builder.withMethodBody(
                method.getName(),
                type(method.getReturnType(), method.getParameterTypes()),
                ClassFile.ACC_PUBLIC,
                code -> {
                    int slot = 1;
                    for (Class<?> parameter : method.getParameterTypes()) {
                        code.loadLocal(TypeKind.from(desc(parameter)), slot);
                        keep(code, parameter);
                        slot += TypeKind.from(desc(parameter)).slotSize();
                    }
                    give(code, method.getReturnType());
                    code.return_(TypeKind.from(desc(method.getReturnType())));
                });
    }

    private void everything(ClassBuilder builder) {
        builder.withFlags(AccessFlag.PUBLIC, AccessFlag.SUPER)
                .withField("any", ConstantDescs.CD_Object, PUBLIC_STATIC);
        for (int i = 0; i < calls.size(); i++) {
            Consumer<CodeBuilder> call = calls.get(i);
            builder.withMethodBody(
                    "call" + i,
                    NO_ARGUMENTS,
                    PUBLIC_STATIC,
                    code ->
                            code.trying(
                                            call::accept,
                                            catching ->
                                                    catching.catchingAll(
                                                            thrown -> keep(thrown, Object.class)))
                                    .return_());
        }
        builder.withMethodBody(
                "all",
                NO_ARGUMENTS,
                PUBLIC_STATIC,
                code -> {
                    code.invokestatic(VALUES, "any", MethodTypeDesc.of(ConstantDescs.CD_Object));
                    keep(code, Object.class);
                    for (int i = 0; i < calls.size(); i++) {
                        code.invokestatic(SELF, "call" + i, NO_ARGUMENTS);
                    }
                    code.return_();
                });
        builder.withMethodBody("main", MAIN, PUBLIC_STATIC, this::main);
    }

    private void main(CodeBuilder code) {
        code.aload(0)
                .arraylength()
                .loadConstant(NOBODY_GIVES)
                .ifThen(Opcode.IF_ICMPGT, then -> then.invokestatic(SELF, "all", NO_ARGUMENTS))
                .aload(0)
                .invokestatic(desc(program), "main", MAIN)
                .return_();
    }

    private static void read(CodeBuilder code, Field field) {
        code.getstatic(desc(field.getDeclaringClass()), field.getName(), desc(field.getType()));
        keep(code, field.getType());
    }

    private static void make(CodeBuilder code, Constructor<?> constructor) {
        ClassDesc owner = desc(constructor.getDeclaringClass());
        code.new_(owner).dup();
        for (Class<?> parameter : constructor.getParameterTypes()) {
            give(code, parameter);
        }
        code.invokespecial(
                owner, ConstantDescs.INIT_NAME, type(void.class, constructor.getParameterTypes()));
        keep(code, Object.class);
    }

    private static void call(CodeBuilder code, Method method) {
        Class<?> owner = method.getDeclaringClass();
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (!isStatic) {
            give(code, owner);
        }
        for (Class<?> parameter : method.getParameterTypes()) {
            give(code, parameter);
        }
        MethodTypeDesc type = type(method.getReturnType(), method.getParameterTypes());
        if (isStatic) {
            code.invokestatic(desc(owner), method.getName(), type, owner.isInterface());
        } else if (owner.isInterface()) {
            code.invokeinterface(desc(owner), method.getName(), type);
        } else {
            code.invokevirtual(desc(owner), method.getName(), type);
        }
        keep(code, method.getReturnType());
    }

    /** Puts a value of a type on the stack. */
    private static void give(CodeBuilder code, Class<?> type) {
        if (type == void.class) {
            return;
        }
        switch (TypeKind.from(desc(type))) {
            case LONG -> code.lconst_1();
            case FLOAT -> code.fconst_1();
            case DOUBLE -> code.dconst_1();
            case REFERENCE -> giveObject(code, type);
            default -> code.iconst_1();
        }
    }

    private static void giveObject(CodeBuilder code, Class<?> type) {
        if (type.isArray() && !type.componentType().isPrimitive()) {
            code.iconst_1().anewarray(desc(type.componentType())).dup().iconst_0();
            giveObject(code, type.componentType());
            code.aastore();
        } else {
            code.getstatic(SELF, "any", ConstantDescs.CD_Object).checkcast(desc(type));
        }
    }

    /** Takes a value of a type from the stack. */
    private static void keep(CodeBuilder code, Class<?> type) {
        if (type == void.class) {
            return;
        }
        switch (TypeKind.from(desc(type))) {
            case REFERENCE -> code.putstatic(SELF, "any", ConstantDescs.CD_Object);
            case LONG, DOUBLE -> code.pop2();
            default -> code.pop();
        }
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
        return MethodTypeDesc.of(
                desc(result), Arrays.stream(parameters).map(Caller::desc).toList());
    }
}
