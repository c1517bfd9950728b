package dev.harrier.kql.completion;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that belong to operators. */
final class OperatorWords {
    /** What may follow the name of an operator, besides expressions. */
    private static final Map<String, List<String>> AFTER_NAME = Map.ofEntries(
            Map.entry("join", List.of("kind=", "(")),
            Map.entry("lookup", List.of("kind=", "(")),
            Map.entry("union", List.of("kind=", "withsource=", "isfuzzy=true", "(")),
            Map.entry("mv-expand", List.of("kind=", "with_itemindex=", "bagexpansion=")),
            Map.entry("parse", List.of("kind=")),
            Map.entry("parse-where", List.of("kind=")),
            Map.entry("partition", List.of("by", "hint.strategy=")),
            Map.entry("make-series", List.of("kind=nonempty")),
            Map.entry("reduce", List.of("by")),
            Map.entry("facet", List.of("by")),
            Map.entry("scan", List.of("with_match_id=", "declare (", "with (")),
            Map.entry("sort", List.of("by")),
            Map.entry("order", List.of("by")),
            Map.entry("find", List.of("withsource=", "in (", "where")),
            Map.entry("search", List.of("in (", "kind=")));
    /** What may follow an operand. */
    private static final Map<String, List<String>> AFTER_OPERAND = Map.ofEntries(
            Map.entry("join", List.of("on")),
            Map.entry("lookup", List.of("on")),
            Map.entry("summarize", List.of("by")),
            Map.entry("top", List.of("by", "asc", "desc", "nulls first", "nulls last")),
            Map.entry("sort", List.of("asc", "desc", "nulls first", "nulls last")),
            Map.entry("order", List.of("asc", "desc", "nulls first", "nulls last")),
            Map.entry("top-nested", List.of("of", "by", "with others=", "top-nested")),
            Map.entry("top-hitters", List.of("of", "by")),
            Map.entry("sample-distinct", List.of("of")),
            Map.entry("make-series", List.of("default=", "on", "from", "to", "step", "by", "in range(")),
            Map.entry("mv-expand", List.of("to typeof(", "limit")),
            Map.entry("mv-apply", List.of("to typeof(", "limit", "on (")),
            Map.entry("parse", List.of("with")),
            Map.entry("parse-where", List.of("with")),
            Map.entry("parse-kv", List.of("as (", "with (")),
            Map.entry("project-reorder", List.of("asc", "desc", "granny-asc", "granny-desc")),
            Map.entry("range", List.of("from", "to", "step")),
            Map.entry("render", List.of("with (")),
            Map.entry("reduce", List.of("with")),
            Map.entry("facet", List.of("with (")),
            Map.entry("find", List.of("project", "project-smart", "project-away")));
    private static final Map<String, List<String>> KINDS = Map.of(
            "join", List.of("innerunique", "inner", "leftouter", "rightouter", "fullouter", "leftsemi", "rightsemi",
                    "leftanti", "rightanti"),
            "lookup", List.of("leftouter", "inner"),
            "union", List.of("outer", "inner"),
            "mv-expand", List.of("bag", "array"),
            "parse", List.of("simple", "relaxed", "regex"),
            "parse-where", List.of("simple", "relaxed", "regex"),
            "search", List.of("case_sensitive", "case_insensitive"),
            "make-series", List.of("nonempty"));
    static final List<String> CHARTS = List.of("timechart", "barchart", "columnchart", "piechart", "areachart",
            "linechart", "scatterchart", "stackedareachart", "anomalychart", "card", "table");
    /** Operators whose arguments are columns and nothing else. */
    static final Set<String> COLUMNS_ONLY = Set.of("project-away", "project-keep", "project-reorder", "distinct",
            "facet");
    /** Words after which a value is expected, whatever the operator. */
    static final Set<String> BEFORE_OPERANDS = Set.of("by", "on", "and", "or", "of", "from", "to", "step", "where",
            "between", "!between", "in", "!in", "in~", "!in~", "has_any", "has_all", "regex", "default", "limit",
            "with",
            "not");
    /** Operators of expressions that compare with one value. */
    static final Set<String> COMPARING = Set.of("==", "!=", "=~", "!~", "<", ">", "<=", ">=", "<>", "has", "!has",
            "has_cs", "!has_cs", "contains", "!contains", "contains_cs", "!contains_cs", "startswith", "!startswith",
            "startswith_cs", "!startswith_cs", "endswith", "!endswith", "endswith_cs", "!endswith_cs", "hasprefix",
            "!hasprefix", "hasprefix_cs", "!hasprefix_cs", "hassuffix", "!hassuffix", "hassuffix_cs", "!hassuffix_cs");
    /** Operators of expressions that compare with several values in parentheses. */
    static final Set<String> LISTING = Set.of("in", "!in", "in~", "!in~", "has_any", "has_all");
    static final List<String> TEXT_SIGNS = List.of("has", "!has", "contains", "!contains", "startswith",
            "!startswith", "endswith", "!endswith", "=~", "!~", "in", "!in", "in~", "!in~", "has_any", "has_all",
            "matches regex", "has_cs", "!has_cs", "contains_cs", "!contains_cs", "startswith_cs", "!startswith_cs",
            "endswith_cs", "!endswith_cs", "hasprefix", "!hasprefix", "hassuffix", "!hassuffix");
    static final List<String> ANY_SIGNS = List.of("==", "!=", "<", "<=", ">", ">=", "between", "!between", "and", "or");

    private OperatorWords() {}

    static List<String> afterName(String operator) {
        return AFTER_NAME.getOrDefault(operator, List.of());
    }

    static List<String> afterOperand(String operator) {
        return AFTER_OPERAND.getOrDefault(operator, List.of());
    }

    static List<String> kinds(String operator) {
        return KINDS.getOrDefault(operator, List.of());
    }
}
