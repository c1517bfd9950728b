package dev.harrier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.harrier.access.RequiresRole;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.junit.jupiter.api.Test;

/** Who may import whom, and how files and packages look. */
class ArchitectureTest {

    private static final String ROOT = "dev.harrier";
    private static final int MOST_LINES = 600;
    private static final Set<String> FORBIDDEN_NAMES = Set.of("util", "utils", "common", "impl", "helper", "helpers",
            "manager", "dto");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    /** Each package and the packages of the language that it may import. */
    private static final Map<String, Set<String>> LANGUAGE = arrows("""
            type:
            page: type
            expr: page type
            table: expr page type
            plan: table expr page type
            syntax: type
            function: expr page type
            bind: syntax plan table expr page type
            operator: bind syntax plan table expr page type
            exec: plan table expr page type
            reference: operator bind function expr type
            completion: reference syntax table type
            """);

    private static Map<String, Set<String>> arrows(String text) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split(":", 2);
            Set<String> targets = new TreeSet<>(Arrays.asList(parts[1].strip().split(" ")));
            targets.remove("");
            arrows.put(parts[0], targets);
        });
        return arrows;
    }

    @Test
    void packagesOfTheLanguageImportOnlyWhatStandsBelowThem() {
        LANGUAGE.forEach((name, allowed) -> {
            String[] forbidden = LANGUAGE.keySet().stream()
                    .filter(other -> !other.equals(name) && !allowed.contains(other))
                    .map(other -> ROOT + ".kql." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + ".kql." + name + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(forbidden).allowEmptyShould(true).check(CLASSES);
            noClasses().that().resideInAPackage(ROOT + ".kql." + name + "..").should().dependOnClassesThat()
                    .resideInAPackage(ROOT + ".kql").allowEmptyShould(true).check(CLASSES);
        });
    }

    @Test
    void everyPackageOfTheLanguageHasItsArrows() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + ".kql."))
                .map(name -> name.substring((ROOT + ".kql.").length()).split("\\.")[0]).collect(Collectors.toSet());
        assertThat(LANGUAGE.keySet()).containsAll(packages);
    }

    @Test
    void theLanguageIsPlainJava() {
        noClasses().that().resideInAPackage(ROOT + ".kql..").should().dependOnClassesThat().resideInAnyPackage(
                "jakarta..", "io.quarkus..", "org.opensearch..", "java.sql..", "javax.sql..", "org.hibernate..",
                "io.smallrye..", "io.vertx..").check(CLASSES);
    }

    @Test
    void theLanguageKnowsNoOtherFeature() {
        classes().that().resideInAPackage(ROOT + ".kql..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".kql..", "java..", "com.fasterxml.jackson..", "org.antlr..",
                        "com.google.re2j..", "org.apache.datasketches..", "com.maxmind..", "javax.xml.stream..",
                        "ua_parser..")
                .check(CLASSES);
    }

    @Test
    void onlyTheSyntaxImportsAntlr() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".kql.syntax..").should().dependOnClassesThat()
                .resideInAPackage("org.antlr..").check(CLASSES);
    }

    @Test
    void onlySearchImportsTheSearchClient() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".search..").should().dependOnClassesThat()
                .resideInAnyPackage("org.opensearch.client..").check(CLASSES);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        forbid("catalog", "search", "ingest", "query", "rule", "incident", "hunt", "automation", "workbook", "web",
                "engine");
        forbid("engine", "search", "ingest", "query", "rule", "incident", "hunt", "automation", "workbook", "web");
        forbid("search", "ingest", "query", "rule", "incident", "hunt", "automation", "workbook", "web");
        forbid("ingest", "query", "rule", "incident", "hunt", "automation", "workbook", "web");
        forbid("query", "ingest", "rule", "incident", "hunt", "automation", "workbook", "web");
        forbid("incident", "rule", "hunt", "automation", "workbook", "web");
        forbid("access", "ingest", "query", "rule", "incident", "hunt", "automation", "workbook", "web");
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(CLASSES);
    }

    private static void forbid(String from, String... targets) {
        String[] packages = Stream.of(targets).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        noClasses().that().resideInAPackage(ROOT + "." + from + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages).allowEmptyShould(true).check(CLASSES);
    }

    /** Nobody may call an operation that names no role; the contract must tell the same role. */
    @Test
    void everyOperationNamesItsRole() {
        List<String> wrong = new ArrayList<>();
        CLASSES.stream().filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class)).forEach(method -> {
                    String role = method.tryGetAnnotationOfType(RequiresRole.class)
                            .or(() -> method.getOwner().tryGetAnnotationOfType(RequiresRole.class))
                            .map(needed -> needed.value().keyword()).orElse("none");
                    String told = method.tryGetAnnotationOfType(Extension.class).map(Extension::value).orElse("none");
                    if (role.equals("none") || !role.equals(told)) {
                        wrong.add(method.getFullName() + " needs " + role + " and tells " + told);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesSayWhatAFeatureIs() {
        Set<String> found = CLASSES.stream().flatMap(type -> Stream.of(type.getPackageName().split("\\.")))
                .filter(FORBIDDEN_NAMES::contains).collect(Collectors.toSet());
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        List<Path> bare = new ArrayList<>();
        for (Path file : javaFiles(SOURCES.subList(0, 1))) {
            if (!Files.exists(file.resolveSibling("package-info.java"))) {
                bare.add(file.getParent());
            }
        }
        assertThat(bare.stream().distinct()).as("packages without package-info.java").isEmpty();
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles(SOURCES)) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > MOST_LINES) {
                    tooLong.add(file + ": " + count);
                }
            }
        }
        assertThat(tooLong).as("files of more than " + MOST_LINES + " lines").isEmpty();
    }

    private static List<Path> javaFiles(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
