package dev.harrier.kql.function;

import dev.harrier.kql.expr.Regexes;
import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.STRING;

import com.google.re2j.Pattern;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code contains startswith endswith has hasprefix hassuffix} with their negated and case-sensitive forms,
 * {@code has_any}, {@code has_all} and {@code matches regex}. A null is read as the empty text.
 */
final class TextOperators {
    private TextOperators() {}

    /** What a text is asked about another. */
    @FunctionalInterface
    private interface Test {
        boolean test(String text, String needle);
    }

    /** Makes the predicate of a test from its field and constant. */
    @FunctionalInterface
    private interface Leaf {
        Predicate of(FieldRef field, String text, boolean ignoreCase);
    }

    /** One test in the four forms of its operator. */
    private record Family(String name, String asks, Test exact, Test ignoringCase, Leaf leaf, String sample) {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> functions = new ArrayList<>();
        for (Family family : families()) {
            functions.add(operator(family, false, false));
            functions.add(operator(family, true, false));
            functions.add(operator(family, false, true));
            functions.add(operator(family, true, true));
        }
        functions.add(hasList("has_any", "Says whether a text has one of these terms, whatever the case of letters.",
                false, "print 'failed sign-in' has_any ('sign', 'log')", "True"));
        functions.add(hasList("has_all", "Says whether a text has all of these terms, whatever the case of letters.",
                true, "print 'failed sign-in' has_all ('sign', 'log')", "False"));
        functions.add(matchesRegex());
        return functions;
    }

    private static List<Family> families() {
        return List.of(
                new Family("contains", "contains another", String::contains, CaseFolding::contains,
                        Predicate.Contains::new, "gN-"),
                new Family("startswith", "starts with another", String::startsWith, CaseFolding::startsWith,
                        Predicate.StartsWith::new, "sIgn"),
                new Family("endswith", "ends with another", String::endsWith, CaseFolding::endsWith,
                        Predicate.EndsWith::new, "logS"),
                new Family("has", "has another as a whole term", (text, needle) -> Terms.has(text, needle, true),
                        (text, needle) -> Terms.has(text, needle, false), Predicate.HasTerm::new, "iN"),
                new Family("hasprefix", "has a term that starts with another",
                        (text, needle) -> Terms.hasPrefix(text, needle, true),
                        (text, needle) -> Terms.hasPrefix(text, needle, false), Predicate.HasPrefix::new, "lO"),
                new Family("hassuffix", "has a term that ends with another",
                        (text, needle) -> Terms.hasSuffix(text, needle, true),
                        (text, needle) -> Terms.hasSuffix(text, needle, false), Predicate.HasSuffix::new, "gN"));
    }

    private static ScalarFunction operator(Family family, boolean negated, boolean exact) {
        String name = (negated ? "!" : "") + family.name + (exact ? "_cs" : "");
        String summary = "Says whether a text " + family.asks + (negated ? ", negated" : "")
                + (exact ? ", in exact case." : ", whatever the case of letters.");
        Test test = exact ? family.exact : family.ignoringCase;
        return ScalarFunction.named(name).summary(summary)
                .example("print 'sign-in logs' " + name + " '" + family.sample + "'",
                        exact == negated ? "True" : "False")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("search")),
                        ResultType.always(BOOL), NullRule.HANDLED, site -> kernel(site, test, negated))
                .shape(arguments -> shape(arguments, family.leaf, negated, !exact)).build();
    }

    private static Kernel kernel(Kernel.Site site, Test test, boolean negated) {
        if (site.type(0) == STRING && site.isConstant(1)) {
            String needle = TextArguments.textOf(site.constant(1));
            return (Kernel.PerValue) arguments -> test.test((String) arguments[0], needle) != negated;
        }
        return (Kernel.PerValue) arguments -> test.test(TextArguments.textOf(arguments[0]),
                TextArguments.textOf(arguments[1])) != negated;
    }

    private static Optional<Predicate> shape(List<Expression> arguments, Leaf leaf, boolean negated,
            boolean ignoreCase) {
        if (!(arguments.get(1) instanceof Literal literal)) {
            return Optional.empty();
        }
        Optional<Predicate> predicate = ComparisonShapes.textField(arguments.getFirst())
                .map(field -> leaf.of(field, TextArguments.textOf(literal.value()), ignoreCase));
        return negated ? predicate.map(Predicate.Not::new) : predicate;
    }

    private static ScalarFunction hasList(String name, String summary, boolean all, String example, String result) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text"), Parameter.any("terms").repeatedOptional()),
                        ResultType.always(BOOL), NullRule.HANDLED, site -> hasListKernel(site, all))
                .shape(arguments -> hasListShape(arguments, all)).build();
    }

    private static Kernel hasListKernel(Kernel.Site site, boolean all) {
        if (IntStream.range(1, site.count()).allMatch(site::isConstant)) {
            List<String> terms = constantTerms(site.arguments());
            return (Kernel.PerValue) arguments -> has(TextArguments.textOf(arguments[0]), terms, all);
        }
        return (Kernel.PerValue) arguments -> {
            List<Expression> items = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                items.add(Literal.of(site.type(i), arguments[i]));
            }
            return has(TextArguments.textOf(arguments[0]), constantTerms(items), all);
        };
    }

    private static boolean has(String text, List<String> terms, boolean all) {
        for (String term : terms) {
            if (Terms.has(text, term, false) != all) {
                return !all;
            }
        }
        return all;
    }

    /** The texts of all arguments but the first, the elements of arrays one by one. */
    private static List<String> constantTerms(List<Expression> arguments) {
        List<Literal> items = arguments.stream().skip(1).map(Literal.class::cast).toList();
        return Membership.flattened(items).stream().map(TextOperators::text).toList();
    }

    private static String text(Literal literal) {
        return Conversions.toText(literal.type(), literal.value());
    }

    private static Optional<Predicate> hasListShape(List<Expression> arguments, boolean all) {
        if (!arguments.stream().skip(1).allMatch(Literal.class::isInstance)) {
            return Optional.empty();
        }
        return ComparisonShapes.textField(arguments.getFirst()).map(field -> {
            List<Predicate> terms = constantTerms(arguments).stream()
                    .map(term -> (Predicate) new Predicate.HasTerm(field, term, true)).toList();
            return all ? new Predicate.And(terms) : new Predicate.Or(terms);
        });
    }

    private static ScalarFunction matchesRegex() {
        return ScalarFunction.named("matches regex").checkText(1, Regexes::problem)
                .summary("Says whether a regular expression in RE2 syntax matches anywhere in a text, in exact case.")
                .example("print 'sign-in' matches regex 's[a-z]+-in$'", "True")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("pattern")),
                        ResultType.always(BOOL), NullRule.HANDLED, TextOperators::matchesKernel)
                .shape(TextOperators::matchesShape).build();
    }

    private static Kernel matchesKernel(Kernel.Site site) {
        Regexes.Cache cache = new Regexes.Cache();
        return (Kernel.PerValue) arguments -> {
            Pattern pattern = cache.get(TextArguments.textOf(arguments[1]));
            return pattern == null ? null : (Boolean) pattern.matcher(TextArguments.textOf(arguments[0])).find();
        };
    }

    private static Optional<Predicate> matchesShape(List<Expression> arguments) {
        if (!(arguments.get(1) instanceof Literal literal)) {
            return Optional.empty();
        }
        String pattern = TextArguments.textOf(literal.value());
        if (Regexes.problem(pattern).isPresent()) {
            return Optional.empty();
        }
        return ComparisonShapes.textField(arguments.getFirst()).map(field -> new Predicate.Matches(field, pattern));
    }
}
