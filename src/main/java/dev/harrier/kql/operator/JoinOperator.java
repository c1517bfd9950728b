package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code join kind=k (T) on keys}: pairs of rows; where names clash, those of the right side get a number. */
final class JoinOperator implements TabularOperator<OperatorSyntax.Join> {
    private static final Map<String, Join.Kind> KINDS = kinds();

    private static Map<String, Join.Kind> kinds() {
        Map<String, Join.Kind> kinds = new LinkedHashMap<>();
        kinds.put("innerunique", Join.Kind.INNER_UNIQUE);
        kinds.put("inner", Join.Kind.INNER);
        kinds.put("leftouter", Join.Kind.LEFT_OUTER);
        kinds.put("rightouter", Join.Kind.RIGHT_OUTER);
        kinds.put("fullouter", Join.Kind.FULL_OUTER);
        kinds.put("leftanti", Join.Kind.LEFT_ANTI);
        kinds.put("anti", Join.Kind.LEFT_ANTI);
        kinds.put("leftantisemi", Join.Kind.LEFT_ANTI);
        kinds.put("rightanti", Join.Kind.RIGHT_ANTI);
        kinds.put("rightantisemi", Join.Kind.RIGHT_ANTI);
        kinds.put("leftsemi", Join.Kind.LEFT_SEMI);
        kinds.put("rightsemi", Join.Kind.RIGHT_SEMI);
        return kinds;
    }

    @Override
    public Class<OperatorSyntax.Join> syntax() {
        return OperatorSyntax.Join.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Join syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind"), context);
        Join.Kind kind = KINDS.get(settings.choice("kind", List.copyOf(KINDS.keySet())));
        Rows right = context.pipeline(syntax.right());
        List<Join.Key> keys = JoinKeys.bind(syntax.conditions(), input, right, context);
        if (input.doubtful() || right.doubtful() || keys.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Join join = new Join(input.plan(), right.plan(), kind, keys, rightNames(input, right, Set.of()), syntax.span());
        return input.then(join, List.of(right));
    }

    /**
     * The names that the columns of the right side get: numbers make them differ from those of both sides.
     *
     * @param dropped names of right columns that are left out
     */
    static List<String> rightNames(Rows left, Rows right, Set<String> dropped) {
        Set<String> taken = new HashSet<>(left.schema().names());
        Set<String> own = new HashSet<>(right.schema().names());
        Set<String> all = new HashSet<>(taken);
        all.addAll(own);
        List<String> names = new ArrayList<>();
        for (String name : right.schema().names()) {
            if (dropped.contains(name)) {
                names.add(null);
                continue;
            }
            String unique = taken.contains(name) ? OutputColumns.unique(name, all) : name;
            all.add(unique);
            names.add(unique);
        }
        return names;
    }
}
