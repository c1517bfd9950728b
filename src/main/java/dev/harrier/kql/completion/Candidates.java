package dev.harrier.kql.completion;

import dev.harrier.kql.completion.Completion.Item;
import dev.harrier.kql.reference.LanguageEntry;
import dev.harrier.kql.syntax.QueryWords;
import dev.harrier.kql.syntax.QueryWords.Kind;
import dev.harrier.kql.syntax.QueryWords.Word;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may stand at a place, the likeliest first, whatever has been written of it. */
final class Candidates {
    private static final int MOST_ATTEMPTS = 8;
    private static final Set<ScalarType> WITH_VALUES = EnumSet.of(ScalarType.STRING, ScalarType.BOOL, ScalarType.INT,
            ScalarType.LONG);
    private static final Set<String> LEADING = Set.of("print", "range", "union", "search", "find", "evaluate",
            "datatable", "externaldata");
    private static final Set<String> STATEMENTS = Set.of("let", "set", "declare", "alias", "restrict");
    private static final Set<String> OF_TABLES = Set.of("union", "join", "lookup");
    private static final Set<String> WITHOUT_COLUMNS = Set.of("take", "limit", "sample", "as", "count", "consume",
            "getschema", "invoke", "set", "declare", "alias", "restrict", "datatable", "externaldata");

    private final Place place;
    private final CompletionSources sources;
    private final Items items;

    Candidates(Place place, CompletionSources sources) {
        this.place = place;
        this.sources = sources;
        this.items = new Items(place.declarations(), sources.tables());
    }

    List<Item> all() {
        Word last = place.last();
        if (last != null && last.is(".")) {
            return members();
        }
        if (place.isOperatorExpected()) {
            return items.operators("");
        }
        if (place.source().isBlank() && place.opener().isEmpty() && !isOperatorAtTheStart()) {
            return source();
        }
        if (last != null && last.is("=") && place.local().size() > 1
                && place.local().get(place.local().size() - 2).is("kind")) {
            return OperatorWords.kinds(place.operatorName()).stream().map(Item::word).toList();
        }
        return isOperandExpected() ? operands() : afterOperand();
    }

    /** The values that fit into an open text. */
    List<Item> texts(char quote) {
        return comparedColumn().map(column -> values(column, quote)).orElse(List.of());
    }

    private boolean isOperatorAtTheStart() {
        return LEADING.contains(place.operatorName()) || STATEMENTS.contains(place.operatorName())
                || !place.operator().isEmpty() && place.operator() != place.local();
    }

    private List<Item> source() {
        if (!place.operator().isEmpty()) {
            return items.operators("| ");
        }
        List<Item> found = new ArrayList<>();
        found.addAll(items.variables());
        found.addAll(items.tables());
        found.addAll(items.sources());
        if (place.atStatement()) {
            found.addAll(items.statements());
        } else {
            found.addAll(items.functions(LanguageEntry.Kind.FUNCTION));
        }
        return found;
    }

    private boolean isOperandExpected() {
        Word last = place.last();
        if (last == null || place.local() == place.operator() && place.local().size() == 1) {
            return true;
        }
        return switch (last.kind()) {
            case SIGN -> !")]}".contains(last.text());
            case NAME -> OperatorWords.BEFORE_OPERANDS.contains(last.text())
                    || OperatorWords.COMPARING.contains(last.text());
            case LITERAL, TEXT, OPEN_TEXT, COMMENT -> false;
        };
    }

    private List<Item> operands() {
        String operator = place.operatorName();
        boolean first = place.local() == place.operator() && place.local().size() == 1;
        List<Item> found = new ArrayList<>();
        if (first) {
            switch (operator) {
                case "render" -> OperatorWords.CHARTS.forEach(chart -> found.add(Item.word(chart)));
                case "evaluate" -> found.addAll(items.functions(LanguageEntry.Kind.PLUGIN));
                default -> OperatorWords.afterName(operator).forEach(word -> found.add(Item.word(word)));
            }
            if (!found.isEmpty() && !OF_TABLES.contains(operator) && !operator.startsWith("mv-")
                    && !operator.startsWith("parse") && !operator.equals("make-series")) {
                return found;
            }
        }
        boolean own = place.local() == place.operator();
        if (own && OF_TABLES.contains(operator)) {
            found.addAll(has("on") ? joinKeys() : tables());
            return found;
        }
        comparedColumn().ifPresent(column -> found.addAll(values(column, '"')));
        expressions(operator, own, found);
        return found;
    }

    private void expressions(String operator, boolean own, List<Item> found) {
        boolean aggregates = operator.equals("summarize") && !has("by") || operator.equals("make-series") && !has("on")
                || operator.equals("top-nested") && has("by");
        if (aggregates && own) {
            found.addAll(items.functions(LanguageEntry.Kind.AGGREGATE));
        }
        if (!WITHOUT_COLUMNS.contains(operator)) {
            columns().ifPresent(schema -> found.addAll(Items.columns(schema)));
        }
        if (own && OperatorWords.COLUMNS_ONLY.contains(operator) || operator.equals("as")) {
            return;
        }
        found.addAll(items.variables());
        found.addAll(items.functions(LanguageEntry.Kind.FUNCTION));
        if (aggregates && !own) {
            found.addAll(items.functions(LanguageEntry.Kind.AGGREGATE));
        }
        found.add(Item.word("true"));
        found.add(Item.word("false"));
        if (!own && !place.opener().isEmpty() && OperatorWords.LISTING.contains(place.opener().getLast().text())) {
            found.addAll(items.tables());
        }
    }

    private List<Item> tables() {
        List<Item> found = new ArrayList<>(items.variables());
        found.addAll(items.tables());
        return found;
    }

    private List<Item> afterOperand() {
        List<Item> found = new ArrayList<>();
        boolean own = place.local() == place.operator();
        if (own) {
            OperatorWords.afterOperand(place.operatorName()).stream().filter(word -> !has(word))
                    .forEach(word -> found.add(Item.word(word)));
        }
        if (own && OF_TABLES.contains(place.operatorName()) && !has("on")) {
            return found;
        }
        ScalarType type = place.last().kind() == Kind.NAME
                ? columns().flatMap(schema -> schema.find(place.last().text())).map(Column::type).orElse(null)
                : null;
        if (type == null || type == ScalarType.STRING || type == ScalarType.DYNAMIC) {
            OperatorWords.ANY_SIGNS.subList(0, 2).forEach(sign -> found.add(Item.word(sign)));
            OperatorWords.TEXT_SIGNS.forEach(sign -> found.add(Item.word(sign)));
        } else {
            List.of("in", "!in").forEach(sign -> found.add(Item.word(sign)));
        }
        OperatorWords.ANY_SIGNS.forEach(sign -> found.add(Item.word(sign)));
        return found;
    }

    private boolean has(String word) {
        return place.operator().stream().skip(1).anyMatch(one -> one.is(word));
    }

    private Optional<Schema> columns() {
        return columns(place.source());
    }

    /** Of the pipeline, or of as much of its beginning as can be understood. */
    private Optional<Schema> columns(String pipeline) {
        String rest = pipeline;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !rest.isBlank(); attempt++) {
            Optional<Schema> schema = sources.columns(place.declarations() + rest);
            if (schema.isPresent()) {
                return schema;
            }
            rest = withoutLastOperator(rest);
        }
        return Optional.empty();
    }

    private static String withoutLastOperator(String pipeline) {
        int depth = 0;
        int pipe = -1;
        for (Word word : QueryWords.of(pipeline)) {
            if (word.kind() == Kind.SIGN) {
                depth += "([{".contains(word.text()) ? 1 : ")]}".contains(word.text()) ? -1 : 0;
                pipe = depth == 0 && word.is("|") ? word.start() : pipe;
            }
        }
        return pipe < 0 ? "" : pipeline.substring(0, pipe);
    }

    private List<Item> joinKeys() {
        List<Item> found = new ArrayList<>();
        Optional<Schema> left = columns();
        Optional<Schema> right = columns(place.joined());
        left.ifPresent(schema -> schema.columns().stream()
                .filter(column -> right.isEmpty()
                        || right.get().find(column.name()).filter(other -> other.type() == column.type()).isPresent())
                .forEach(column -> found.add(Items.column(column))));
        found.add(Item.word("$left"));
        found.add(Item.word("$right"));
        return found;
    }

    private List<Item> members() {
        List<Word> local = place.local();
        String target = local.size() < 2 ? "" : local.get(local.size() - 2).text();
        return switch (target) {
            case "$left" -> columns().map(Items::columns).orElse(List.of());
            case "$right" -> columns(place.joined()).map(Items::columns).orElse(List.of());
            default -> List.of();
        };
    }

    /** The column that the value at the place is compared with. */
    private Optional<String> comparedColumn() {
        List<Word> words = place.local();
        boolean compared = !words.isEmpty() && OperatorWords.COMPARING.contains(words.getLast().text());
        boolean listed = !place.opener().isEmpty()
                && OperatorWords.LISTING.contains(place.opener().getLast().text());
        if (!compared && !listed) {
            return Optional.empty();
        }
        List<Word> around = compared ? words : place.opener();
        return around.size() < 2 || around.get(around.size() - 2).kind() != Kind.NAME
                ? Optional.empty()
                : Optional.of(around.get(around.size() - 2).text());
    }

    /** Values are asked for only where the column still is one of a table: what is computed may cost much. */
    private List<Item> values(String column, char quote) {
        List<Word> words = QueryWords.of(place.source()).stream().filter(word -> word.kind() != Kind.COMMENT).toList();
        Optional<Table> table = words.isEmpty() ? Optional.empty() : sources.tables().find(words.getFirst().text());
        Optional<Column> found = table.flatMap(one -> one.schema().find(column));
        if (found.isEmpty() || !WITH_VALUES.contains(found.get().type())) {
            return List.of();
        }
        return sources.values(table.get().name(), column).stream().filter(value -> !"".equals(value))
                .map(value -> Items.value(value, quote)).toList();
    }
}
