package dev.polyloom.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The picture in {@code docs/architecture.md} as a table: each module and those it may rest on. A
 * module that is added to the picture is added here.
 */
enum House {
    CORE("dev.polyloom"),
    PROCESS("dev.polyloom.process", CORE),
    CLI("dev.polyloom.cli", CORE, PROCESS);

    private final String rootPackage;
    private final Set<House> restsOn = EnumSet.noneOf(House.class);

    House(String rootPackage, House... restsOn) {
        this.rootPackage = rootPackage;
        this.restsOn.addAll(Arrays.asList(restsOn));
    }

    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String moduleName() {
        return "dev.polyloom." + folder();
    }

    boolean mayUse(House other) {
        return other == this || restsOn.contains(other);
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
