package dev.harrier.kql.table;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import java.util.List;

/** Answers for the rows of tables. What it calls {@link Exactness#EXACT} is dropped from the plan, so it must be. */
public interface Storage {

    /** How exactly it can judge a predicate; asked for each conjunct by itself. */
    Exactness filter(Table table, Predicate predicate);

    /** Whether it can yield this place inside a column as a scan column; columns themselves it always can. */
    boolean canRead(Table table, FieldRef field);

    /** Whether it can sort by these keys exactly as KQL does, so that a limit after it keeps the right rows. */
    boolean canSort(Table table, List<SortKey> keys);

    /** Whether it can answer this aggregation exactly; its filter has been judged {@link Exactness#EXACT} before. */
    boolean canAggregate(ScanRequest.AggregateScan scan);

    /**
     * About how many rows of the table share one combination of keys, at least; for the choice whether to group there
     * what must be finished here. The storage can group by these keys.
     */
    default double rowsPerGroup(Table table, List<GroupKey> keys) {
        return 1;
    }

    /** Starts a scan. The pages have the request's schema, in its order of columns. */
    PageSource open(ScanRequest request, QueryContext context);

    /** About how many rows match, quickly; for the choice of join sides and for limits. */
    long estimate(Table table, Predicate predicate, QueryContext context);

    /** The requests that {@link #open} would send, as a person would read them, for {@code explain}. */
    List<String> explain(ScanRequest request);
}
