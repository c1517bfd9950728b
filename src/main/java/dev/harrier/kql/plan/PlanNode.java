package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Subplan;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** A step of a plan: rows in from its inputs, rows out with its schema. Immutable. */
public sealed interface PlanNode extends Subplan
        permits Scan, Values, Filter, Project, Aggregate, Sort, Limit, TopN, Join, Union, Extension {

    @Override
    Schema schema();

    /** The operator in the query text that it comes from. */
    SourceSpan span();

    List<PlanNode> inputs();

    /** The same step over other inputs, which have the same columns or at least those it needs. */
    PlanNode withInputs(List<PlanNode> inputs);
}
