package dev.harrier.kql.spec;

import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.Regexes;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.IngestionTimes;
import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.Terms;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The meaning of predicates and fields, row by row, as plainly as it can be written. */
record RowPredicates(Schema schema, QueryContext context) {

    /** The column of a spec's table that says when its rows were taken in. */
    private static final String ARRIVED = "Arrived";

    /** Whether it can be judged here at all. */
    static boolean knows(Predicate predicate) {
        return switch (predicate) {
            case Predicate.InSubnet subnet -> false;
            case Predicate.And and -> and.operands().stream().allMatch(RowPredicates::knows);
            case Predicate.Or or -> or.operands().stream().allMatch(RowPredicates::knows);
            case Predicate.Not not -> knows(not.operand());
            default -> true;
        };
    }

    /** The value of a field in a row, read as the field's type. */
    Object value(FieldRef field, List<Object> row) {
        if (field.column().equals(IngestionTimes.COLUMN)) {
            return schema.has(ARRIVED) ? row.get(schema.position(ARRIVED)) : null;
        }
        int position = schema.position(field.column());
        ScalarType type = schema.column(position).type();
        Object value = row.get(position);
        if (field.isColumn()) {
            return field.type() == type ? value : Conversions.convert(type, value, field.type());
        }
        Dynamic place = type == ScalarType.STRING ? DynamicJson.parseJson((String) value) : (Dynamic) value;
        for (String name : field.path()) {
            place = Dynamics.property(place, name);
        }
        return field.type() == ScalarType.DYNAMIC ? place : Dynamics.to(field.type(), place);
    }

    /** True, false, or null for unknown. */
    Boolean test(Predicate predicate, List<Object> row) {
        return switch (predicate) {
            case Predicate.All all -> true;
            case Predicate.Nothing nothing -> false;
            case Predicate.Equal equal -> equal(equal.field(), equal.value(), equal.ignoreCase(), row);
            case Predicate.In in -> in.values().stream()
                    .anyMatch(value -> equal(in.field(), value, in.ignoreCase(), row));
            case Predicate.Range range -> range(range, row);
            case Predicate.StartsWith leaf -> leaf.ignoreCase()
                    ? CaseFolding.startsWith(text(leaf.field(), row), leaf.text())
                    : text(leaf.field(), row).startsWith(leaf.text());
            case Predicate.EndsWith leaf -> leaf.ignoreCase()
                    ? CaseFolding.endsWith(text(leaf.field(), row), leaf.text())
                    : text(leaf.field(), row).endsWith(leaf.text());
            case Predicate.Contains leaf -> leaf.ignoreCase()
                    ? CaseFolding.contains(text(leaf.field(), row), leaf.text())
                    : text(leaf.field(), row).contains(leaf.text());
            case Predicate.HasTerm leaf -> Terms.has(text(leaf.field(), row), leaf.text(), !leaf.ignoreCase());
            case Predicate.HasPrefix leaf -> Terms.hasPrefix(text(leaf.field(), row), leaf.text(),
                    !leaf.ignoreCase());
            case Predicate.HasSuffix leaf -> Terms.hasSuffix(text(leaf.field(), row), leaf.text(),
                    !leaf.ignoreCase());
            case Predicate.Matches leaf -> Regexes.compile(leaf.pattern()).matcher(text(leaf.field(), row)).find();
            case Predicate.InSubnet subnet -> throw new IllegalArgumentException("not offered: " + subnet);
            case Predicate.Exists exists -> {
                Object value = value(exists.field(), row);
                yield value != null && !value.equals("");
            }
            case Predicate.Derived derived -> derived(derived, row);
            case Predicate.And and -> combine(and.operands(), row, false);
            case Predicate.Or or -> combine(or.operands(), row, true);
            case Predicate.Not not -> {
                Boolean truth = test(not.operand(), row);
                yield truth == null ? null : !truth;
            }
        };
    }

    private boolean equal(FieldRef field, Object expected, boolean ignoreCase, List<Object> row) {
        Object value = value(field, row);
        if (ignoreCase && value instanceof String text) {
            return CaseFolding.equalsIgnoreCase(text, (String) expected);
        }
        return Boolean.TRUE.equals(Values.equal(field.type(), value, expected));
    }

    private Boolean range(Predicate.Range range, List<Object> row) {
        ScalarType type = range.field().type();
        Object value = value(range.field(), row);
        if (value == null) {
            return null;
        }
        boolean above = range.low() == null || Boolean.TRUE.equals(range.lowInclusive()
                ? Values.lessOrEqual(type, range.low(), value)
                : Values.less(type, range.low(), value));
        boolean below = range.high() == null || Boolean.TRUE.equals(range.highInclusive()
                ? Values.lessOrEqual(type, value, range.high())
                : Values.less(type, value, range.high()));
        return above && below;
    }

    private String text(FieldRef field, List<Object> row) {
        Object value = value(field, row);
        return value == null ? "" : (String) value;
    }

    private Boolean derived(Predicate.Derived derived, List<Object> row) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Column column = schema.column(i);
            blocks.add(BlockBuilder.ofValues(column.type(), Collections.singletonList(row.get(i))));
        }
        return (Boolean) Evaluator.compile(derived.condition(), schema, context).evaluate(new Page(1, blocks)).get(0);
    }

    private Boolean combine(List<Predicate> operands, List<Object> row, boolean deciding) {
        boolean unknown = false;
        for (Predicate operand : operands) {
            Boolean truth = test(operand, row);
            if (truth == null) {
                unknown = true;
            } else if (truth == deciding) {
                return deciding;
            }
        }
        return unknown ? null : (Boolean) !deciding;
    }
}
