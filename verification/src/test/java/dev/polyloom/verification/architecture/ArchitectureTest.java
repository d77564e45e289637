package dev.polyloom.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What the classes of the modules may use. */
@AnalyzeClasses(packages = "dev.polyloom", importOptions = ArchitectureTest.MainSources.class)
class ArchitectureTest {
    private static final String ADAPTER = "dev.polyloom.python.parse";
    private static final String[] PARSER = {"com.oracle..", "org.graalvm.."};

    @ArchTest
    static final ArchRule dependencies_betweenModules_pointDownAsThePictureShows =
            classes()
                    .should(
                            onlyDependOn(
                                    "classes of modules that the picture puts beneath",
                                    (from, to) -> House.of(from).mayUse(House.of(to))));

    @ArchTest
    static final ArchRule dependencies_onAnotherModule_areOnExportedPackages =
            classes()
                    .should(
                            onlyDependOn(
                                    "packages that the other module exports",
                                    (from, to) ->
                                            House.of(from) == House.of(to)
                                                    || ModuleDeclaration.of(House.of(to))
                                                            .exports(
                                                                    to.getPackageName(),
                                                                    House.of(from).moduleName())));

    @ArchTest
    static final ArchRule libraries_needNothingOutsideTheJdk =
            noClasses()
                    .that(
                            describe(
                                    "are of modules that need no libraries",
                                    type -> !House.of(type).mayUseLibraries()))
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "are neither ours nor the JDK's",
                                    type -> !isOurs(type) && !isOfJdk(type)));

    @ArchTest
    static final ArchRule bootOfAWorker_needsOnlyJavaBase =
            noClasses()
                    .that()
                    .resideInAPackage("dev.polyloom.process.boot")
                    .should(
                            dependOnClassesThat(
                                    describe(
                                            "are neither java.base's nor of the package",
                                            type ->
                                                    !type.getPackageName()
                                                                    .equals(
                                                                            "dev.polyloom.process.boot")
                                                            && !isOfJavaBase(type))))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule parserOfPython_isKnownToItsAdapterAlone =
            noClasses()
                    .that(resideOutsideOfPackage(ADAPTER))
                    .should(dependOnClassesThat(resideInAnyPackage(PARSER)));

    @ArchTest
    static final ArchRule parserOfPython_isNotInWhatItsAdapterOffers =
            noMembers()
                    .that()
                    .areDeclaredInClassesThat(
                            describe(
                                    "are public in the adapter",
                                    type ->
                                            type.getPackageName().equals(ADAPTER)
                                                    && type.getModifiers()
                                                            .contains(JavaModifier.PUBLIC)))
                    .and()
                    .arePublic()
                    .should(nameTypesOf(PARSER));

    @ArchTest
    static final ArchRule libraries_doNotPrint =
            noClasses()
                    .that(
                            describe(
                                    "are of a library, and do not hand on what others print",
                                    type ->
                                            House.of(type) != House.CLI
                                                    && !isOfWorker(type)
                                                    && !Set.of("WorkerOutput", "Main")
                                                            .contains(type.getSimpleName())))
                    .should(accessField(System.class, "out"))
                    .orShould(accessField(System.class, "err"));

    @ArchTest
    static final ArchRule nobody_usesJavaUtilLogging =
            noClasses()
                    .that(
                            describe(
                                    "neither take back the log handlers of others"
                                            + " nor write the log of the command",
                                    type ->
                                            Stream.of(
                                                            "dev.polyloom.isolate.RealmCleaner",
                                                            "dev.polyloom.cli.HostLog")
                                                    .noneMatch(type.getName()::startsWith)))
                    .should(dependOnClassesThat(resideInAPackage("java.util.logging..")));

    @ArchTest
    static final ArchRule nobody_printsStackTracesToStandardError =
            noClasses()
                    .that(describe("are not started as a worker", type -> !isOfWorker(type)))
                    .should()
                    .callMethodWhere(
                            describe(
                                    "printStackTrace() is called",
                                    call ->
                                            call.getTarget().getName().equals("printStackTrace")
                                                    && call.getTarget()
                                                            .getRawParameterTypes()
                                                            .isEmpty()));

    @ArchTest
    static final ArchRule nobody_waitsBySleeping =
            noClasses()
                    .that(describe("do not offer to sleep", type -> !isBackend(type)))
                    .should(callMethod(Thread.class, "sleep", long.class))
                    .orShould(callMethod(Thread.class, "sleep", Duration.class))
                    .orShould(callMethod(TimeUnit.class, "sleep", long.class));

    @ArchTest
    static final ArchRule nobody_usesWhatTheJdkMayChange =
            noClasses()
                    .should(
                            dependOnClassesThat(
                                    resideInAnyPackage(
                                            "sun.misc..", "jdk.internal..", "sun.nio..")));

    /** Leaves out tests and the benchmarks. */
    static final class MainSources implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("dev.polyloom")
                || type.getPackageName().startsWith("dev.polyloom.");
    }

    private static boolean isOfJdk(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive()
                || element.getPackageName().equals("org.jspecify.annotations")
                || ModuleLayer.boot().modules().stream()
                        .filter(module -> module.getName().matches("java\\..*|jdk\\..*"))
                        .anyMatch(
                                module -> module.getPackages().contains(element.getPackageName()));
    }

    private static boolean isOfJavaBase(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive()
                || element.getPackageName().equals("org.jspecify.annotations")
                || Object.class.getModule().getPackages().contains(element.getPackageName());
    }

    private static boolean isBackend(JavaClass type) {
        return type.getSimpleName().matches("(Jvm|Portable)Backend");
    }

    private static boolean isOfWorker(JavaClass type) {
        return type.getPackageName().equals("dev.polyloom.process.boot")
                || type.getPackageName().equals("dev.polyloom.process.worker");
    }

    private static ArchCondition<JavaMember> nameTypesOf(String... packages) {
        return new ArchCondition<>("name types of " + String.join(", ", packages)) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                boolean named =
                        member.getAllInvolvedRawTypes().stream()
                                .map(JavaClass::getBaseComponentType)
                                .anyMatch(resideInAnyPackage(packages));
                events.add(new SimpleConditionEvent(member, named, member.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaClass> onlyDependOn(
            String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend, outside the JDK, only on " + what) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(to) && !allowed.test(from, to)) {
                        events.add(
                                SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
