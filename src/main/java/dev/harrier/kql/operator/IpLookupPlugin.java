package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code ipv4_lookup(table, address, network, return_unmatched)} and {@code ipv6_lookup}: pairs of rows whose addresses
 * are of one network.
 */
record IpLookupPlugin(String name, String match, boolean lookupFirst) implements Plugin {
    static Plugin ipv4() {
        return new IpLookupPlugin("ipv4_lookup", "ipv4_is_match", false);
    }

    /** The real engine puts the columns of the table that is looked up before the others. */
    static Plugin ipv6() {
        return new IpLookupPlugin("ipv6_lookup", "ipv6_is_match", true);
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        List<NamedExpression> arguments = syntax.plugin().arguments();
        if (arguments.size() < 3) {
            context.error(Codes.ARGUMENT_COUNT_RANGE, syntax.plugin().function().span(),
                    "'" + name + "' needs a table, a column and a column of the table");
            return Rows.unknown(syntax.span());
        }
        Rows lookup = context.tabular(arguments.getFirst().value());
        if (lookup.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        boolean unmatched = false;
        for (NamedExpression argument : arguments.subList(3, arguments.size())) {
            String given = argument.names().stream().findFirst().map(Name::text).orElse("return_unmatched");
            boolean constant = argument.value() instanceof ExpressionSyntax.Literal literal
                    && literal.type() == ScalarType.BOOL;
            if (!given.equals("return_unmatched") || !constant) {
                Extraction.refuse(argument.span(), "'" + name + "' with further keys", "", context);
                return Rows.unknown(syntax.span());
            }
            unmatched = Boolean.TRUE.equals(((ExpressionSyntax.Literal) argument.value()).value());
        }
        ColumnRef address = column(arguments.get(1), input, context);
        ColumnRef network = column(arguments.get(2), lookup, context);
        if (address == null || network == null) {
            return Rows.unknown(syntax.span());
        }
        Set<String> taken = new HashSet<>(input.schema().names());
        List<Column> added = new ArrayList<>();
        for (Column column : lookup.schema().columns()) {
            String unique = OutputColumns.unique(column.name(), taken);
            taken.add(unique);
            added.add(new Column(unique, column.type()));
        }
        IpLookup plan = new IpLookup(name, input.plan(), lookup.plan(), address.name(), network.name(), match, added,
                unmatched, lookupFirst, syntax.span());
        return input.then(plan, List.of(lookup)).withSerialized(false);
    }

    private static ColumnRef column(NamedExpression argument, Rows rows, BindContext context) {
        if (context.scalar(argument.value(), rows) instanceof ColumnRef column
                && column.type() == ScalarType.STRING) {
            return column;
        }
        context.error(Codes.COLUMN_EXPECTED, argument.span(), "expected a column of texts");
        return null;
    }
}
