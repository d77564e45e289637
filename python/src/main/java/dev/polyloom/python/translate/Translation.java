package dev.polyloom.python.translate;

import dev.polyloom.python.Finding;
import dev.polyloom.python.infer.ProcessUses;
import dev.polyloom.python.infer.Types;
import dev.polyloom.python.parse.DeepStack;
import dev.polyloom.python.parse.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a module has become.
 *
 * @param source the class; it is complete only where there are no findings
 * @param findings what cannot be translated
 * @param types what is known of the variables
 * @param needs what it was taken that the program needs
 */
public record Translation(JavaSource source, List<Finding> findings, Types types, Needs needs) {
    /**
     * Translates a module.
     *
     * @param needs what the program that it belongs to needs
     */
    public static Translation of(
            Parsed parsed, String className, String moduleName, Checks checks, Needs needs) {
        return DeepStack.call(() -> {
            Types types = Types.of(parsed, moduleName.equals("__main__"));
            write(parsed, new Unit(parsed, className, moduleName, types, "", checks, needs));
            return write(parsed, new Unit(parsed, className, moduleName, types, "", checks, needs));
        });
    }

    /**
     * Translates code that a program evaluates while it runs.
     *
     * @param mode {@code exec}, {@code eval} or {@code single}
     */
    public static Translation evaluated(
            Parsed parsed, String className, String mode, Checks checks) {
        return DeepStack.call(() -> {
            Types types = Types.of(parsed, false);
            Needs needs = new Needs(ProcessUses.isIn(parsed.program()), false);
            write(parsed, new Unit(parsed, className, "__main__", types, mode, checks, needs));
            return write(
                    parsed, new Unit(parsed, className, "__main__", types, mode, checks, needs));
        });
    }

    /** Writes the class; the first time only shows which variables may be read without a value. */
    private static Translation write(Parsed parsed, Unit unit) {
        Frame frame = new Frame(unit, parsed.scopes().module(), "");
        frame.out.line("/** Runs the module. */");
        frame.out.open("public static void run$module()");
        if (unit.needs.ends()) {
            frame.line("Drops.begin();");
        }
        if (unit.mode.isEmpty()) {
            documented(parsed, frame);
        }
        new Parts(frame).statements(parsed.program().body());
        frame.out.close();
        return new Translation(
                new ClassText(unit).write(frame.out),
                new ArrayList<>(unit.findings.values()),
                unit.types,
                unit.needs);
    }

    private static void documented(Parsed parsed, Frame frame) {
        String doc = Functions.doc(parsed.program().body());
        frame.line(
                "MODULE.put(\"__doc__\", %s);"
                        .formatted(doc == null ? "None.NONE" : JavaNames.literal(doc)));
    }
}
