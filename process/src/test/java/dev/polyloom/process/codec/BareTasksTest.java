package dev.polyloom.process.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.process.classes.ClassServer;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that are encoded once for each shape. */
@Timeout(30)
class BareTasksTest {
    private static LambdaShape shape(int number) {
        String owner = "elsewhere/Lambdas";
        var form =
                new SerializedLambda(
                        BareTasksTest.class,
                        "java/util/concurrent/Callable",
                        "call",
                        "()Ljava/lang/Object;",
                        MethodHandleInfo.REF_invokeStatic,
                        owner,
                        "lambda$" + number,
                        "()Ljava/lang/Object;",
                        "()Ljava/lang/Object;",
                        new Object[0]);
        return Objects.requireNonNull(LambdaShape.of(BareTasksTest.class, form));
    }

    @Test
    void manyShapes_haveATaskEach_whichStaysTheSame() {
        BareTasks tasks = new BareTasks(new ClassServer());
        Map<LambdaShape, EncodedTask> made = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            LambdaShape shape = shape(i);
            EncodedTask task = tasks.of(shape);
            assertThat(task.shapes()).isEqualTo(1);
            assertThat(task.shapeId(0)).isEqualTo(shape.id());
            made.put(shape, task);
        }
        assertThat(made.values()).doesNotHaveDuplicates();
        made.forEach((shape, task) -> assertThat(tasks.of(shape)).isSameAs(task));
        BareTasks others = new BareTasks(new ClassServer());
        LambdaShape late = shape(300);
        EncodedTask first = others.of(late);
        assertThat(others.of(made.keySet().iterator().next())).isNotSameAs(first);
        assertThat(others.of(late)).as("where a low number comes last").isSameAs(first);
    }
}
