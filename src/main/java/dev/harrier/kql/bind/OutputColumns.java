package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the columns of a result in order, and sees to it that their names differ. */
public final class OutputColumns {
    private final BindContext context;
    private final List<NamedExpression> columns = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> chosen = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> reserved = new HashSet<>();

    public OutputColumns(BindContext context) {
        this.context = context;
    }

    /** Adds a column under the name that the text gives it; says so if there is one of that name. */
    public void declare(String name, Expression expression, SourceSpan span) {
        if (!chosen.add(name)) {
            context.error(Codes.DUPLICATE_COLUMN, span, "there is a column '" + name + "' already");
            return;
        }
        put(name, expression);
    }

    /** Adds a column under this name, or that name and a number if it is taken; answers the name. */
    public String add(String name, Expression expression) {
        String unique = unique(name);
        put(unique, expression);
        return unique;
    }

    /** Keeps a name from {@link #add}: a column will be {@linkplain #declare declared} under it. */
    public void reserve(String name) {
        reserved.add(name);
    }

    private String unique(String name) {
        Set<String> all = new HashSet<>(taken);
        all.addAll(reserved);
        return unique(name, all);
    }

    /** A name that is not among those taken: the name itself, or the name and the first number that will do. */
    public static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 1; taken.contains(unique); i++) {
            unique = name + i;
        }
        return unique;
    }

    /** Adds a column in front of or in the place of the one that has its name. */
    public void replace(String name, Expression expression) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                columns.set(i, new NamedExpression(name, expression));
                mark(name, expression);
                return;
            }
        }
        put(name, expression);
    }

    private void put(String name, Expression expression) {
        if (!taken.add(name)) {
            replace(name, expression);
            return;
        }
        columns.add(new NamedExpression(name, expression));
        mark(name, expression);
    }

    private void mark(String name, Expression expression) {
        if (Poison.is(expression)) {
            doubtful.add(name);
        } else {
            doubtful.remove(name);
        }
    }

    /** Marks a column whose value is not known because its expression failed. */
    public void doubt(String name) {
        doubtful.add(name);
    }

    public boolean has(String name) {
        return taken.contains(name);
    }

    /** Whether the text itself chose this name. */
    public boolean isDeclared(String name) {
        return chosen.contains(name);
    }

    public List<NamedExpression> columns() {
        return List.copyOf(columns);
    }

    public Set<String> doubtful() {
        return Set.copyOf(doubtful);
    }
}
