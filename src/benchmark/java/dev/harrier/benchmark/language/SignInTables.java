package dev.harrier.benchmark.language;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Optional;

/** The built-in tables without any rows, to bind against. */
final class SignInTables implements Tables {
    private final TableCatalog catalog = TableCatalog.builtIn();

    @Override
    public Optional<Table> find(String name) {
        return catalog.find(name).map(Described::new);
    }

    @Override
    public List<String> names() {
        return catalog.tables().stream().map(TableDescriptor::name).toList();
    }

    private record Described(TableDescriptor descriptor) implements Table {
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
}
