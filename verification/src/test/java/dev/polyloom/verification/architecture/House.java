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
    SUPERVISOR("dev.polyloom.supervisor"),
    LOADOUT("dev.polyloom.loadout"),
    PYTHON("dev.polyloom.python"),
    CLI("dev.polyloom.cli");

    private final String rootPackage;

    House(String rootPackage) {
        this.rootPackage = rootPackage;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    String moduleName() {
        return "dev.polyloom." + folder();
    }

    boolean mayUse(House other) {
        return other == this
                || switch (this) {
                    case THREADING -> false;
                    case CORE -> other == THREADING;
                    case PROCESS -> other == CORE;
                    case SUPERVISOR -> other == CORE || other == PROCESS;
                    case LOADOUT -> other == CORE || other == PROCESS;
                    case PYTHON -> false;
                    case CLI ->
                            other == CORE
                                    || other == PROCESS
                                    || other == LOADOUT
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
