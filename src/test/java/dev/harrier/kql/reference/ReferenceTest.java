package dev.harrier.kql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.bind.BuiltInNames;
import dev.harrier.kql.operator.OperatorCatalog;
import dev.harrier.kql.reference.LanguageEntry.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reference says everything, and what it says is true. */
class ReferenceTest {
    private static final Path FOLDER = Path.of("src/docs/reference");
    private static final LanguageReference REFERENCE = LanguageReference.builtIn();

    @Test
    void thePagesAreUpToDate() throws IOException {
        Map<String, String> pages = ReferencePages.all();
        if (Boolean.getBoolean("harrier.reference.record")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s is stale; write it anew by\n  mvn test -Dtest=ReferenceTest -Dharrier.reference.record=true\n",
                            file)
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void everythingThatIsBuiltIsDescribed() {
        Set<String> undescribed = new TreeSet<>();
        OperatorCatalog.names().stream().filter(name -> REFERENCE.find(Kind.OPERATOR, name).isEmpty()
                && REFERENCE.find(Kind.SOURCE, name).isEmpty()).forEach(undescribed::add);
        OperatorCatalog.plugins().stream().filter(name -> missing(Kind.PLUGIN, name)).forEach(undescribed::add);
        BuiltInNames.macros().stream().filter(name -> missing(Kind.FUNCTION, name)).forEach(undescribed::add);
        BuiltInNames.windows().stream().filter(name -> missing(Kind.FUNCTION, name)).forEach(undescribed::add);
        BuiltInNames.tabular().stream().filter(name -> missing(Kind.FUNCTION, name)).forEach(undescribed::add);
        assertThat(undescribed).as("to be described in src/main/resources/kql/reference.txt").isEmpty();
    }

    private static boolean missing(Kind kind, String name) {
        return REFERENCE.find(kind, name).filter(LanguageEntry::isSupported).isEmpty();
    }

    @Test
    void whatIsSupportedHasFormsAndASummary() {
        assertThat(REFERENCE.entries()).filteredOn(LanguageEntry::isSupported)
                .allSatisfy(entry -> {
                    assertThat(entry.forms()).as(entry.name()).isNotEmpty();
                    assertThat(entry.summary()).as(entry.name()).endsWith(".");
                });
    }
}
