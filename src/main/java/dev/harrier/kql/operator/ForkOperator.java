package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.BranchingOperator;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ForkBranch;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** {@code fork name = (operators) (operators) …}: one table per branch, all over the same rows. */
final class ForkOperator implements BranchingOperator<OperatorSyntax.Fork> {
    @Override
    public Class<OperatorSyntax.Fork> syntax() {
        return OperatorSyntax.Fork.class;
    }

    @Override
    public List<Branch> branches(OperatorSyntax.Fork syntax, Rows input, BindContext context) {
        Rows given = once(input, syntax.span(), context);
        List<Branch> branches = new ArrayList<>();
        for (ForkBranch branch : syntax.branches()) {
            Rows rows = context.nested().operators(given, branch.body().operators());
            branches.add(new Branch(branch.name().map(Name::text).or(rows::name), rows));
        }
        return branches;
    }

    /** Rows that every reader sees alike: computed once, unless they are those of a table, which is read with filters. */
    static Rows once(Rows input, SourceSpan span, BindContext context) {
        return input.doubtful() || isTable(input.plan())
                ? input.withoutName()
                : input.then(new Shared(context.newSharedId(), input.plan(), span));
    }

    private static boolean isTable(PlanNode plan) {
        return switch (plan) {
            case Scan scan -> true;
            case Filter filter -> isTable(filter.input());
            default -> false;
        };
    }
}
