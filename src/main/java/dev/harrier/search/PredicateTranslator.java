package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.catalog.StoredFields;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.table.Exactness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Translates predicates into queries of the index, and says how exactly.
 *
 * <p>
 * Negation is pushed down to the leaves by De Morgan's laws, so that each leaf decides what becomes of rows without a
 * value. A field with odd documents ({@code _odd}) is never exact: those documents are added and judged again locally.
 */
final class PredicateTranslator {
    private final TableDescriptor table;
    private final Set<String> oddFields;

    /** @param oddFields the fields that are incomplete for some document */
    PredicateTranslator(TableDescriptor table, Set<String> oddFields) {
        this.table = table;
        this.oddFields = oddFields;
    }

    Translation translate(Predicate predicate) {
        return translate(predicate, false);
    }

    private Translation translate(Predicate predicate, boolean negated) {
        return switch (predicate) {
            case Predicate.All all -> Translation.exact(negated ? Dsl.matchNone() : Dsl.matchAll());
            case Predicate.Nothing nothing -> Translation.exact(negated ? Dsl.matchAll() : Dsl.matchNone());
            case Predicate.Not not -> translate(not.operand(), !negated);
            case Predicate.And and -> negated ? any(and.operands(), true) : all(and.operands(), false);
            case Predicate.Or or -> negated ? all(or.operands(), true) : any(or.operands(), false);
            case Predicate.Derived derived -> Translation.NONE;
            case Predicate.Equal equal -> leaf(equal, equal.field(), negated);
            case Predicate.In in -> leaf(in, in.field(), negated);
            case Predicate.Range range -> leaf(range, range.field(), negated);
            case Predicate.StartsWith starts -> leaf(starts, starts.field(), negated);
            case Predicate.EndsWith ends -> leaf(ends, ends.field(), negated);
            case Predicate.Contains contains -> leaf(contains, contains.field(), negated);
            case Predicate.HasTerm has -> leaf(has, has.field(), negated);
            case Predicate.HasPrefix has -> leaf(has, has.field(), negated);
            case Predicate.HasSuffix has -> leaf(has, has.field(), negated);
            case Predicate.Matches matches -> leaf(matches, matches.field(), negated);
            case Predicate.InSubnet subnet -> leaf(subnet, subnet.field(), negated);
            case Predicate.Exists exists -> leaf(exists, exists.field(), negated);
        };
    }

    private Translation all(List<Predicate> operands, boolean negated) {
        List<ObjectNode> queries = new ArrayList<>();
        Exactness exactness = Exactness.EXACT;
        for (Predicate operand : operands) {
            Translation translation = translate(operand, negated);
            exactness = exactness.and(translation.exactness());
            if (!translation.isNone()) {
                queries.add(translation.query());
            }
        }
        return queries.isEmpty() && !operands.isEmpty()
                ? Translation.NONE
                : new Translation(Dsl.all(queries), exactness);
    }

    private Translation any(List<Predicate> operands, boolean negated) {
        List<ObjectNode> queries = new ArrayList<>();
        Exactness exactness = Exactness.EXACT;
        for (Predicate operand : operands) {
            Translation translation = translate(operand, negated);
            exactness = exactness.or(translation.exactness());
            if (translation.isNone()) {
                return Translation.NONE;
            }
            queries.add(translation.query());
        }
        return operands.isEmpty() ? Translation.exact(Dsl.matchNone()) : new Translation(Dsl.any(queries), exactness);
    }

    private Translation leaf(Predicate leaf, FieldRef reference, boolean negated) {
        Optional<FieldTarget> target = FieldTarget.of(table, reference);
        if (target.isEmpty()) {
            return Translation.NONE;
        }
        Translation positive = LeafQueries.of(leaf, reference, target.get());
        Translation translation = negated ? negate(leaf, target.get(), positive) : positive;
        List<String> incomplete = LeafQueries.fields(leaf, target.get()).stream().filter(oddFields::contains).toList();
        if (translation.isNone() || incomplete.isEmpty()) {
            return translation;
        }
        ObjectNode odd = Dsl.terms(StoredFields.ODD, incomplete);
        return Translation.superset(Dsl.any(List.of(translation.query(), odd)));
    }

    /** Rows without a value satisfy the negation of equality and of text search, but not that of an order. */
    private static Translation negate(Predicate leaf, FieldTarget target, Translation positive) {
        if (!positive.isExact()) {
            return Translation.NONE;
        }
        ObjectNode not = Dsl.not(positive.query());
        return Translation.exact(switch (leaf) {
            case Predicate.Range range -> Dsl.all(List.of(Dsl.exists(target.field()), not));
            case Predicate.InSubnet subnet -> Dsl.all(List.of(Dsl.exists(target.address().orElseThrow()), not));
            default -> not;
        });
    }
}
