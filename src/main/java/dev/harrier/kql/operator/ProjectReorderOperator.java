package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.NamePatterns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ReorderDirection;
import dev.harrier.kql.syntax.OperatorSyntax.ReorderKey;
import dev.harrier.kql.type.Column;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code project-reorder a, b* asc}: these columns first, then the rest. A column stands where it is first named or
 * first fits a pattern.
 */
final class ProjectReorderOperator implements TabularOperator<OperatorSyntax.ProjectReorder> {
    private static final Pattern RUNS = Pattern.compile("\\d+|\\D+");

    @Override
    public Class<OperatorSyntax.ProjectReorder> syntax() {
        return OperatorSyntax.ProjectReorder.class;
    }

    @Override
    public Rows bind(OperatorSyntax.ProjectReorder syntax, Rows input, BindContext context) {
        Set<Column> order = new LinkedHashSet<>();
        for (ReorderKey key : syntax.columns()) {
            List<Column> fitting = new ArrayList<>(NamePatterns.columns(key.column(), input, context));
            if (key.column().wildcard()) {
                key.direction().map(ProjectReorderOperator::comparator).ifPresent(fitting::sort);
            }
            order.addAll(fitting);
        }
        order.addAll(input.schema().columns());
        return input.then(new Project(input.plan(), Columns.unchanged(List.copyOf(order)), syntax.span()));
    }

    private static Comparator<Column> comparator(ReorderDirection direction) {
        Comparator<Column> byName = Comparator.comparing(Column::name);
        Comparator<Column> byNumbers = Comparator.comparing(Column::name, ProjectReorderOperator::compareNumbers);
        return switch (direction) {
            case ASCENDING -> byName;
            case DESCENDING -> byName.reversed();
            case GRANNY_ASCENDING -> byNumbers;
            case GRANNY_DESCENDING -> byNumbers.reversed();
        };
    }

    /** By runs of letters and runs of digits, the latter by their value: {@code a2} before {@code a10}. */
    private static int compareNumbers(String left, String right) {
        Matcher leftRuns = RUNS.matcher(left);
        Matcher rightRuns = RUNS.matcher(right);
        while (leftRuns.find() && rightRuns.find()) {
            int compared = compareRuns(leftRuns.group(), rightRuns.group());
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int compareRuns(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }
}
