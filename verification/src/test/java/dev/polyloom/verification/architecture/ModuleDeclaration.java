package dev.polyloom.verification.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.ProvidesTree;
import com.sun.source.tree.RequiresTree;
import dev.polyloom.verification.Project;
import dev.polyloom.verification.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module-info.java, read from its source. */
final class ModuleDeclaration {
    private final Path file;
    private final ModuleTree tree;

    private ModuleDeclaration(Path file) {
        this.file = file;
        CompilationUnitTree unit = Sources.parse(List.of(file)).getFirst().unit();
        this.tree = unit.getModule();
    }

    static ModuleDeclaration of(House house) {
        return of(Project.file(house.folder() + "/src/main/java/module-info.java"));
    }

    static ModuleDeclaration of(Path file) {
        return new ModuleDeclaration(file);
    }

    static Stream<ModuleDeclaration> all() {
        return Project.moduleDeclarations().stream().map(ModuleDeclaration::of);
    }

    String name() {
        return tree.getName().toString();
    }

    /** Returns the folder of the module. */
    Path folder() {
        return file.getParent().getParent().getParent().getParent();
    }

    boolean isNullMarked() {
        return tree.getAnnotations().stream()
                .map(annotation -> annotation.getAnnotationType().toString())
                .anyMatch(name ->
                        name.equals("NullMarked")
                                || name.equals("org.jspecify.annotations.NullMarked"));
    }

    /** Tells whether the module exports a package to everybody, or to a module by its name. */
    boolean exports(String packageName, String to) {
        return directives(ExportsTree.class)
                .filter(exports -> exports.getPackageName().toString().equals(packageName))
                .anyMatch(exports ->
                        exports.getModuleNames() == null
                                || exports.getModuleNames().stream()
                                        .anyMatch(name -> name.toString().equals(to)));
    }

    /** Returns the packages exported to everybody. */
    List<String> exported() {
        return directives(ExportsTree.class)
                .filter(exports -> exports.getModuleNames() == null)
                .map(exports -> exports.getPackageName().toString())
                .toList();
    }

    /** Returns the modules needed at run time. */
    List<String> requiredAtRunTime() {
        return directives(RequiresTree.class)
                .filter(requires -> !requires.isStatic())
                .map(requires -> requires.getModuleName().toString())
                .toList();
    }

    /** Returns the service implementations by service. */
    Map<String, List<String>> provided() {
        Map<String, List<String>> provided = new TreeMap<>();
        directives(ProvidesTree.class)
                .forEach(provides ->
                        provided.put(
                                provides.getServiceName().toString(),
                                provides.getImplementationNames().stream()
                                        .map(Object::toString)
                                        .toList()));
        return provided;
    }

    private <T extends DirectiveTree> Stream<T> directives(Class<T> kind) {
        return tree.getDirectives().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public String toString() {
        return Project.name(file);
    }
}
