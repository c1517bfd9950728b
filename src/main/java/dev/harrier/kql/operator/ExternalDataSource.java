package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularSource;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ColumnDeclaration;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.table.ExternalData;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code externaldata (name: type, …) [location, …] with (format=f, ignoreFirstRecord=true)}: rows from elsewhere. */
final class ExternalDataSource implements TabularSource<SourceSyntax.ExternalData> {
    private static final Set<String> PROPERTIES = Set.of("format", "ignoreFirstRecord");

    @Override
    public Class<SourceSyntax.ExternalData> syntax() {
        return SourceSyntax.ExternalData.class;
    }

    @Override
    public Rows bind(SourceSyntax.ExternalData syntax, BindContext context) {
        Settings settings = new Settings(syntax.properties(), PROPERTIES, context);
        Optional<Schema> schema = schema(syntax, context);
        List<String> locations = locations(syntax, context);
        if (schema.isEmpty() || locations.size() < syntax.locations().size()) {
            return Rows.unknown(syntax.span());
        }
        Optional<String> named = settings.word("format").map(word -> word.toLowerCase(Locale.ROOT));
        List<ExternalRows.Part> parts = new ArrayList<>();
        for (String location : locations) {
            String name = named.orElseGet(() -> ExternalFormat.nameOf(location));
            Optional<ExternalFormat> format = ExternalFormat.named(name);
            if (format.isEmpty()) {
                context.report(Diagnostic.notSupported(syntax.span(), "the format '" + name + "' of external data",
                        "use one of " + ExternalFormat.names()));
                return Rows.unknown(syntax.span());
            }
            parts.add(new ExternalRows.Part(location, format.get()));
        }
        return Rows.of(new ExternalRows(schema.get(), parts, settings.isTrue("ignoreFirstRecord"),
                context.environment().tables().externalData(), syntax.span()));
    }

    private static Optional<Schema> schema(SourceSyntax.ExternalData syntax, BindContext context) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ColumnDeclaration declared : syntax.columns()) {
            if (!names.add(declared.name().text())) {
                context.error(Codes.DUPLICATE_COLUMN, declared.name().span(),
                        "there is a column '" + declared.name().text() + "' already");
                return Optional.empty();
            }
            columns.add(new Column(declared.name().text(), declared.type()));
        }
        return Optional.of(Schema.of(columns));
    }

    /** Those that may be read; of the others it is said why not. */
    private static List<String> locations(SourceSyntax.ExternalData syntax, BindContext context) {
        ExternalData data = context.environment().tables().externalData();
        List<String> locations = new ArrayList<>();
        for (ExpressionSyntax written : syntax.locations()) {
            Expression bound = context.scalar(written, RowScope.NONE);
            if (!(bound instanceof Literal literal) || literal.type() != ScalarType.STRING) {
                if (!Poison.is(bound)) {
                    context.error(Codes.CONSTANT_EXPECTED, written.span(), "expected a constant string");
                }
                continue;
            }
            Optional<String> refusal = data.refusal((String) literal.value());
            refusal.ifPresent(why -> context.report(Diagnostic.notSupported(written.span(),
                    "external data from this location", why)));
            if (refusal.isEmpty()) {
                locations.add((String) literal.value());
            }
        }
        return locations;
    }
}
