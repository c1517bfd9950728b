package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** {@code getschema}: one row per column, without reading any rows. */
final class GetSchemaOperator implements TabularOperator<OperatorSyntax.GetSchema> {
    private static final Schema SCHEMA = Schema.of(new Column("ColumnName", ScalarType.STRING),
            new Column("ColumnOrdinal", ScalarType.LONG), new Column("DataType", ScalarType.STRING),
            new Column("ColumnType", ScalarType.STRING));

    @Override
    public Class<OperatorSyntax.GetSchema> syntax() {
        return OperatorSyntax.GetSchema.class;
    }

    @Override
    public Rows bind(OperatorSyntax.GetSchema syntax, Rows input, BindContext context) {
        List<List<Object>> rows = new ArrayList<>();
        for (Column column : input.schema().columns()) {
            rows.add(List.of(column.name(), (long) rows.size(), systemType(column.type()), column.type().keyword()));
        }
        return Rows.of(new Values(SCHEMA, rows, syntax.span()));
    }

    private static String systemType(ScalarType type) {
        return switch (type) {
            case BOOL -> "System.SByte";
            case INT -> "System.Int32";
            case LONG -> "System.Int64";
            case REAL -> "System.Double";
            case DECIMAL -> "System.Data.SqlTypes.SqlDecimal";
            case STRING -> "System.String";
            case DATETIME -> "System.DateTime";
            case TIMESPAN -> "System.TimeSpan";
            case GUID -> "System.Guid";
            case DYNAMIC -> "System.Object";
        };
    }
}
