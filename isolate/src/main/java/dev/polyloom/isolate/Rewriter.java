package dev.polyloom.isolate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Changes the few calls by which a class could leave something in the JVM that outlives its realm
 * and that nobody could find again: hooks for the end of the JVM, timers, and executors. They are
 * made as before, and {@link Footprints} notes them. A class without such calls stays as it is.
 */
final class Rewriter {
    private static final ClassDesc FOOTPRINTS = ClassDesc.of("dev.polyloom.isolate.Footprints");
    private static final ClassDesc HOOK = ClassDesc.of("java.lang.Thread");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final String TIMER = "java/util/Timer";
    private static final String EXECUTORS = "java/util/concurrent/Executors";
    private static final Set<String> POOLS =
            Set.of(
                    "java/util/concurrent/ThreadPoolExecutor",
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "java/util/concurrent/ForkJoinPool");
    private static final MethodTypeDesc NOTE =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_Class);

    private Rewriter() {}

    static byte[] rewrite(byte[] bytes) {
        ClassFile format = ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
        ClassModel model = format.parse(bytes);
        if (!mentions(model)) {
            return bytes;
        }
        ClassDesc self = model.thisClass().asSymbol();
        String parent = model.superclass().map(ClassEntry::asInternalName).orElse("");
        return format.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        (code, element) -> change(code, element, self, parent)));
    }

    private static boolean mentions(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                String name = type.asInternalName();
                if (name.equals("java/lang/Runtime")
                        || name.equals(TIMER)
                        || name.equals(EXECUTORS)
                        || POOLS.contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void change(
            CodeBuilder code, CodeElement element, ClassDesc self, String parent) {
        if (!(element instanceof InvokeInstruction call)) {
            code.with(element);
            return;
        }
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        if (owner.equals("java/lang/Runtime")
                && (name.equals("addShutdownHook") || name.equals("removeShutdownHook"))) {
            code.loadConstant(self)
                    .invokestatic(
                            FOOTPRINTS,
                            name,
                            MethodTypeDesc.of(
                                    call.typeSymbol().returnType(),
                                    RUNTIME,
                                    HOOK,
                                    ConstantDescs.CD_Class));
            return;
        }
        code.with(element);
        if (makes(call, owner, name) && !owner.equals(parent)) {
            code.dup().loadConstant(self).invokestatic(FOOTPRINTS, "note", NOTE);
        }
    }

    /**
     * Tells whether what the call has made lies on the stack afterwards. It does after javac's
     * {@code new}, not after a constructor calls that of its superclass.
     */
    private static boolean makes(InvokeInstruction call, String owner, String name) {
        if (owner.equals(EXECUTORS)) {
            return call.opcode() == Opcode.INVOKESTATIC && name.startsWith("new");
        }
        return (owner.equals(TIMER) || POOLS.contains(owner))
                && name.equals(ConstantDescs.INIT_NAME);
    }
}
