package dev.harrier.search;

import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import java.util.Optional;

/** Finds fields whose values the index shows completely, for one table at one moment. */
record FieldResolver(TableDescriptor table, TableFacts facts) {

    /** Empty if the place is not indexed, is read as another type, or has odd documents. */
    Optional<FieldTarget> find(FieldRef reference) {
        return FieldTarget.of(table, reference).filter(target -> target.isReadAs(reference.type()))
                .filter(target -> !facts.oddFields().contains(target.field()));
    }

    /** Whether the index judges the condition exactly. */
    boolean judges(Predicate predicate) {
        return new PredicateTranslator(table, facts.oddFields()).translate(predicate).isExact();
    }
}
