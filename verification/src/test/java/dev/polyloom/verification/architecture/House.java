package dev.polyloom.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Locale;

/**
 * The picture in {@code docs/architecture.md} as a table: each module and those it may rest on. A
 * module that is added to the picture is added here.
 */
enum House {
    THREADING("dev.polyloom.threading"),
    CORE("dev.polyloom"),
    PROCESS("dev.polyloom.process"),
    ISOLATE("dev.polyloom.isolate"),
    SUPERVISOR("dev.polyloom.supervisor"),
    COMPAT("dev.polyloom.compat"),
    LOADOUT("dev.polyloom.loadout"),
    HOSTFILE("dev.polyloom.hostfile"),
    PYTHON_RUNTIME("dev.polyloom.python.runtime"),
    PYTHON("dev.polyloom.python"),
    CLI("dev.polyloom.cli");

    private final String rootPackage;

    House(String rootPackage) {
        this.rootPackage = rootPackage;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String moduleName() {
        return "dev.polyloom." + folder().replace('-', '.');
    }

    boolean mayUse(House other) {
        return other == this
                || switch (this) {
                    case THREADING -> false;
                    case CORE -> other == THREADING;
                    case PROCESS, ISOLATE -> other == CORE;
                    case SUPERVISOR -> other == CORE || other == PROCESS || other == ISOLATE;
                    case COMPAT -> other == CORE || other == PROCESS;
                    case LOADOUT -> other == CORE || other == PROCESS;
                    case HOSTFILE ->
                            other == CORE
                                    || other == PROCESS
                                    || other == SUPERVISOR
                                    || other == LOADOUT;
                    case PYTHON_RUNTIME -> other == THREADING;
                    case PYTHON -> other == PYTHON_RUNTIME;
                    case CLI ->
                            other == CORE
                                    || other == PROCESS
                                    || other == ISOLATE
                                    || other == SUPERVISOR
                                    || other == LOADOUT
                                    || other == HOSTFILE
                                    || other == PYTHON;
                };
    }

    /** Tells whether the module's classes may use libraries. */
    boolean mayUseLibraries() {
        return this == LOADOUT || this == PYTHON || this == CLI;
    }

    /** Returns the module with the longest root package that holds the class. */
    static House of(JavaClass type) {
        House best = CORE;
        for (House house : values()) {
            boolean holds =
                    type.getPackageName().equals(house.rootPackage)
                            || type.getPackageName().startsWith(house.rootPackage + ".");
            if (holds && house.rootPackage.length() > best.rootPackage.length()) {
                best = house;
            }
        }
        return best;
    }
}
