package dev.harrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries that the README shows are queries. */
class ReadmeTest {
    private static final Pattern QUERY = Pattern.compile("```kql\n(.*?)```", Pattern.DOTALL);

    /** A table that is only looked at. */
    private record CatalogTable(TableDescriptor descriptor) implements Table {
        @Override
        public String name() {
            return descriptor.name();
        }

        @Override
        public Schema schema() {
            return descriptor.schema();
        }

        @Override
        public Optional<String> timeColumn() {
            return Optional.of(descriptor.timeColumn());
        }

        @Override
        public Storage storage() {
            throw new UnsupportedOperationException("nothing is read here");
        }
    }

    private static final class BuiltIn implements Tables {
        private final TableCatalog catalog = TableCatalog.builtIn();

        @Override
        public Optional<Table> find(String name) {
            return catalog.find(name).map(CatalogTable::new);
        }

        @Override
        public List<String> names() {
            return catalog.tables().stream().map(TableDescriptor::name).toList();
        }
    }

    @Test
    void showsQueriesThatRun() throws IOException {
        Matcher queries = QUERY.matcher(Files.readString(Path.of("README.md")));
        KqlEngine engine = new KqlEngine(new BuiltIn());
        List<String> mistakes = new ArrayList<>();
        int count = 0;
        while (queries.find()) {
            count++;
            engine.validate(queries.group(1), QueryOptions.DEFAULT).diagnostics().stream().filter(Diagnostic::isError)
                    .forEach(mistake -> mistakes.add(mistake.toString()));
        }
        assertThat(mistakes).isEmpty();
        assertThat(count).isEqualTo(5);
    }
}
