package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.syntax.SortKey;
import dev.harrier.kql.type.ScalarType;
import java.util.Optional;

/** Binds keys to sort by: descending unless written otherwise, nulls first when ascending, last when descending. */
final class SortKeys {
    private SortKeys() {}

    /** Empty, and said, if rows cannot be sorted by it. */
    static Optional<SortOrder> bind(SortKey key, Rows input, BindContext context) {
        Expression value = context.scalar(key.value(), input);
        if (Poison.is(value)) {
            return Optional.empty();
        }
        if (value.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, key.value().span(),
                    "rows cannot be sorted by a dynamic value; say which type it is, as in tostring()");
            return Optional.empty();
        }
        boolean descending = key.direction().orElse(SortKey.Direction.DESCENDING) == SortKey.Direction.DESCENDING;
        boolean nullsFirst = key.nulls().map(placement -> placement == SortKey.NullsPlacement.FIRST)
                .orElse(!descending);
        return Optional.of(new SortOrder(value, descending, nullsFirst));
    }
}
