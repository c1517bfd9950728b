package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.StoredFields;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query of one leaf over one indexed field. */
final class LeafQueries {
    /** How many values a {@code terms} query takes by default in OpenSearch. */
    private static final int MOST_TERMS = 65_536;

    /** Longer patterns than this are too much for the automata that they become. */
    private static final int LONGEST_PATTERN = 1_000;

    /** Each pattern is an automaton of its own; longer lists are for the dictionary. */
    private static final int MOST_PATTERNS = 32;

    private LeafQueries() {}

    static Translation of(Predicate leaf, FieldRef reference, FieldTarget target) {
        return switch (leaf) {
            case Predicate.Equal equal -> in(List.of(equal.value()), equal.ignoreCase(), reference, target);
            case Predicate.In in -> in(in.values(), in.ignoreCase(), reference, target);
            case Predicate.Range range -> range(range, reference, target);
            case Predicate.Exists exists -> exists(reference, target);
            case Predicate.InSubnet subnet -> subnet(subnet, reference, target);
            case Predicate.StartsWith starts -> isText(reference, target)
                    ? text(starts.text(), starts.ignoreCase(), target, Part.START)
                    : Translation.NONE;
            case Predicate.EndsWith ends -> isText(reference, target)
                    ? text(ends.text(), ends.ignoreCase(), target, Part.END)
                    : Translation.NONE;
            case Predicate.Contains contains -> isText(reference, target)
                    ? text(contains.text(), contains.ignoreCase(), target, Part.ANY)
                    : Translation.NONE;
            case Predicate.HasTerm has -> isText(reference, target)
                    ? terms(has.text(), has.ignoreCase(), target, Part.ANY)
                    : Translation.NONE;
            case Predicate.HasPrefix has -> isText(reference, target)
                    ? terms(has.text(), has.ignoreCase(), target, Part.START)
                    : Translation.NONE;
            case Predicate.HasSuffix has -> isText(reference, target)
                    ? terms(has.text(), has.ignoreCase(), target, Part.END)
                    : Translation.NONE;
            case Predicate.Matches matches -> Translation.NONE;
            case Predicate.All all -> Translation.NONE;
            case Predicate.Nothing nothing -> Translation.NONE;
            case Predicate.Derived derived -> Translation.NONE;
            case Predicate.And and -> Translation.NONE;
            case Predicate.Or or -> Translation.NONE;
            case Predicate.Not not -> Translation.NONE;
        };
    }

    /** Which part of a value, or of a term, a text must be. */
    private enum Part {
        START, END, ANY
    }

    private static boolean isText(FieldRef reference, FieldTarget target) {
        return target.stored() == ScalarType.STRING && reference.type() == ScalarType.STRING;
    }

    private static Translation in(List<Object> values, boolean ignoreCase, FieldRef reference, FieldTarget target) {
        if (values.size() > MOST_TERMS) {
            return Translation.NONE;
        }
        String field = target.field();
        if (ignoreCase) {
            if (target.stored() != ScalarType.STRING) {
                return Translation.NONE;
            }
            if (target.lowerCase().isEmpty()) {
                return anyCase(values, reference, target);
            }
            field = target.lowerCase().get();
        }
        List<Object> stored = new ArrayList<>();
        boolean orMissing = false;
        for (Object value : values) {
            Object wanted = ignoreCase && value instanceof String text ? CaseFolding.fold(text) : value;
            if (ignoreCase && !IndexedText.isLowerCase((String) wanted)) {
                continue;
            }
            Optional<Object> form = StoredValues.of(wanted, reference.type(), target.stored());
            if (form.isEmpty()) {
                return Translation.NONE;
            }
            orMissing |= isEmptyText(reference, value);
            if (form.get() != StoredValues.NEVER) {
                stored.add(form.get());
            }
            if (form.get() instanceof Double real && real == 0) {
                // The index tells the two zeros apart, the language does not.
                stored.add(-real);
            }
        }
        ObjectNode query = target.stored() == ScalarType.DATETIME ? instants(field, stored) : values(field, stored);
        return Translation.exact(orMissing ? Dsl.any(List.of(query, Dsl.not(Dsl.exists(target.field())))) : query);
    }

    /** Where the index holds no lower case, each spelling is looked for among the column's values. */
    private static Translation anyCase(List<Object> values, FieldRef reference, FieldTarget target) {
        if (reference.type() != ScalarType.STRING || values.size() > MOST_PATTERNS) {
            return Translation.NONE;
        }
        List<ObjectNode> queries = new ArrayList<>();
        for (Object value : values) {
            String text = (String) value;
            Optional<ObjectNode> query = text.isEmpty()
                    ? Optional.of(Dsl.any(List.of(Dsl.term(target.field(), ""), Dsl.not(Dsl.exists(target.field())))))
                    : CasePatterns.query(target.field(), "", text, "");
            if (query.isEmpty()) {
                return Translation.NONE;
            }
            queries.add(query.get());
        }
        return Translation.exact(queries.size() == 1 ? queries.getFirst() : Dsl.any(queries));
    }

    /** A missing string is an empty one; a missing path read as a string too. */
    private static boolean isEmptyText(FieldRef reference, Object value) {
        return reference.type() == ScalarType.STRING && "".equals(value);
    }

    private static ObjectNode values(String field, List<Object> values) {
        return values.size() == 1 ? Dsl.term(field, values.getFirst()) : Dsl.terms(field, values);
    }

    private static ObjectNode instants(String field, List<Object> values) {
        return Dsl.any(values.stream()
                .map(value -> Dsl.range(field,
                        Dsl.object().put("gte", value.toString()).put("lte", value.toString())))
                .toList());
    }

    private static Translation range(Predicate.Range range, FieldRef reference, FieldTarget target) {
        ObjectNode bounds = Dsl.object();
        Optional<Object> low = bound(range.low(), true, range.lowInclusive(), reference, target);
        Optional<Object> high = bound(range.high(), false, range.highInclusive(), reference, target);
        if (low.isEmpty() || high.isEmpty()) {
            return Translation.NONE;
        }
        if (low.get() == StoredValues.NEVER || high.get() == StoredValues.NEVER) {
            return Translation.exact(Dsl.matchNone());
        }
        if (low.get() != StoredValues.ALWAYS) {
            bounds.putPOJO(range.lowInclusive() ? "gte" : "gt", low.get());
        }
        if (high.get() != StoredValues.ALWAYS) {
            bounds.putPOJO(range.highInclusive() ? "lte" : "lt", high.get());
        }
        return Translation.exact(bounds.isEmpty() ? Dsl.exists(target.field()) : Dsl.range(target.field(), bounds));
    }

    private static Optional<Object> bound(Object value, boolean low, boolean inclusive, FieldRef reference,
            FieldTarget target) {
        return value == null
                ? Optional.of(StoredValues.ALWAYS)
                : StoredValues.bound(value, low, inclusive, reference.type(), target.stored());
    }

    private static Translation exists(FieldRef reference, FieldTarget target) {
        boolean cast = reference.type() != ScalarType.DYNAMIC && reference.type() != ScalarType.STRING;
        if (cast && !target.isReadAs(reference.type())) {
            // What is there may still be null as another type.
            return Translation.NONE;
        }
        ObjectNode exists = Dsl.exists(target.field());
        return Translation.exact(target.stored() == ScalarType.STRING && reference.type() == ScalarType.STRING
                ? Dsl.all(List.of(exists, Dsl.not(Dsl.term(target.field(), ""))))
                : exists);
    }

    private static Translation subnet(Predicate.InSubnet subnet, FieldRef reference, FieldTarget target) {
        if (target.address().isEmpty() || reference.type() != ScalarType.STRING) {
            return Translation.NONE;
        }
        return Translation.exact(Dsl.terms(target.address().get(), subnet.networks()));
    }

    private static Translation text(String text, boolean ignoreCase, FieldTarget target, Part part) {
        if (text.isEmpty()) {
            return Translation.exact(Dsl.matchAll());
        }
        Optional<String> field = textField(ignoreCase, target, part);
        if (field.isEmpty()) {
            return CasePatterns
                    .query(target.field(), part == Part.START ? "" : ".*", text, part == Part.END ? "" : ".*")
                    .map(Translation::exact).orElse(Translation.NONE);
        }
        String wanted = ignoreCase ? CaseFolding.fold(text) : text;
        if (text.length() > StoredFields.IGNORE_ABOVE || ignoreCase && !IndexedText.isLowerCase(wanted)) {
            // Values that could match are in no field; their documents are odd.
            return Translation.exact(Dsl.matchNone());
        }
        if (text.length() > LONGEST_PATTERN && part != Part.START) {
            return Translation.NONE;
        }
        return Translation.exact(switch (part) {
            case START -> Dsl.prefix(field.get(), wanted);
            case END -> Dsl.wildcard(field.get(), "*", wanted, "");
            case ANY -> Dsl.wildcard(field.get(), "*", wanted, "*");
        });
    }

    /** The field of type {@code wildcard} holds lower case, so it cannot answer for a certain case. */
    private static Optional<String> textField(boolean ignoreCase, FieldTarget target, Part part) {
        if (!ignoreCase) {
            return Optional.of(target.field());
        }
        return part == Part.ANY ? target.wildcard().or(target::lowerCase) : target.lowerCase();
    }

    /**
     * The fields whose incompleteness in a document makes this leaf's query unreliable there, the one with the exact
     * value always among them.
     */
    static List<String> fields(Predicate leaf, FieldTarget target) {
        Optional<String> besides = switch (leaf) {
            case Predicate.Equal equal when equal.ignoreCase() -> target.lowerCase();
            case Predicate.In in when in.ignoreCase() -> target.lowerCase();
            case Predicate.StartsWith starts -> textField(starts.ignoreCase(), target, Part.START);
            case Predicate.EndsWith ends -> textField(ends.ignoreCase(), target, Part.END);
            case Predicate.Contains contains -> textField(contains.ignoreCase(), target, Part.ANY);
            case Predicate.HasTerm has -> target.terms().or(() -> textField(has.ignoreCase(), target, Part.ANY));
            case Predicate.HasPrefix has -> target.terms().or(() -> textField(has.ignoreCase(), target, Part.ANY));
            case Predicate.HasSuffix has -> target.terms().or(() -> textField(has.ignoreCase(), target, Part.ANY));
            case Predicate.InSubnet subnet -> target.address();
            default -> Optional.empty();
        };
        return besides.filter(field -> !field.equals(target.field())).map(field -> List.of(target.field(), field))
                .orElse(List.of(target.field()));
    }

    /**
     * Terms are indexed without their order and in lower case: a single term without regard to case is exact, a phrase
     * or a matter of case only narrows down. Without terms in the index, so do values that contain the text.
     */
    private static Translation terms(String text, boolean ignoreCase, FieldTarget target, Part part) {
        if (text.isEmpty()) {
            return Translation.exact(Dsl.matchAll());
        }
        List<String> terms = Terms.of(text).stream().map(CaseFolding::fold).toList();
        if (terms.isEmpty()) {
            return Translation.NONE;
        }
        if (target.terms().isEmpty()) {
            return text(text, ignoreCase, target, Part.ANY).asSuperset();
        }
        if (!terms.stream().allMatch(IndexedText::isLowerCase)) {
            return Translation.exact(Dsl.matchNone());
        }
        String field = target.terms().get();
        List<ObjectNode> queries = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            boolean openStart = part == Part.END && i == 0;
            boolean openEnd = part == Part.START && i == terms.size() - 1;
            queries.add(openStart
                    ? Dsl.wildcard(field, "*", terms.get(i), "")
                    : openEnd ? Dsl.prefix(field, terms.get(i)) : Dsl.term(field, terms.get(i)));
        }
        boolean single = terms.size() == 1 && terms.getFirst().length() == text.length();
        ObjectNode query = queries.size() == 1 ? queries.getFirst() : Dsl.all(queries);
        return single && ignoreCase ? Translation.exact(query) : Translation.superset(query);
    }
}
