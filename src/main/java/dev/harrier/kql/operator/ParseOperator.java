package dev.harrier.kql.operator;

import com.google.re2j.PatternSyntaxException;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ParsePart;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code parse kind=k text with * "x=" name: type "y" …} and {@code parse-where}, which drops what does not fit. */
final class ParseOperator implements TabularOperator<OperatorSyntax.Parse> {
    @Override
    public Class<OperatorSyntax.Parse> syntax() {
        return OperatorSyntax.Parse.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Parse syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind", "flags"), context);
        ParsePattern.Kind kind = ParsePattern.Kind
                .valueOf(settings.choice("kind", List.of("simple", "relaxed", "regex")).toUpperCase(Locale.ROOT));
        String flags = settings.word("flags").orElse("");
        if (!flags.matches("[imsU]*")) {
            context.error(Codes.EXPECTED_WORD, syntax.span(), "the flags of a regular expression are i, m, s and U");
            return input.withoutName();
        }
        Optional<ParsePattern> pattern = parts(syntax, kind, context)
                .flatMap(parts -> compile(syntax, kind, parts, flags, context));
        if (pattern.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        return new Extraction(syntax.dropUnmatched() ? "parse-where" : "parse", pattern.get().columns(),
                pattern.get()::read, syntax.dropUnmatched()).bind(syntax.text(), input, syntax.span(), context);
    }

    private static Optional<ParsePattern> compile(OperatorSyntax.Parse syntax, ParsePattern.Kind kind,
            List<ParsePattern.Part> parts, String flags, BindContext context) {
        try {
            return Optional.of(ParsePattern.of(kind, parts, flags));
        } catch (PatternSyntaxException e) {
            context.error(Codes.BAD_CONSTANT, syntax.span(),
                    "the pattern is not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private static Optional<List<ParsePattern.Part>> parts(OperatorSyntax.Parse syntax, ParsePattern.Kind kind,
            BindContext context) {
        List<ParsePattern.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean fine = true;
        for (int i = 0; i < syntax.pattern().size(); i++) {
            ParsePart following = i + 1 < syntax.pattern().size() ? syntax.pattern().get(i + 1) : null;
            switch (syntax.pattern().get(i)) {
                case ParsePart.Skip skip -> parts.add(ParsePattern.Part.SKIP);
                case ParsePart.Text text -> {
                    Optional<String> value = text(text, context);
                    fine &= value.isPresent();
                    parts.add(new ParsePattern.Part(value.orElse(""), null));
                }
                case ParsePart.Column column -> {
                    fine &= column(column, following, kind, names, context);
                    parts.add(new ParsePattern.Part(null,
                            new Column(column.name().text(), column.type().orElse(ScalarType.STRING))));
                }
            }
        }
        return fine ? Optional.of(parts) : Optional.empty();
    }

    private static boolean column(ParsePart.Column column, ParsePart following, ParsePattern.Kind kind,
            Set<String> names, BindContext context) {
        if (!names.add(column.name().text())) {
            context.error(Codes.DUPLICATE_COLUMN, column.span(),
                    "there is a column '" + column.name().text() + "' already");
            return false;
        }
        boolean open = following instanceof ParsePart.Skip || following instanceof ParsePart.Column;
        if (kind != ParsePattern.Kind.REGEX && open
                && !ParsePattern.endsByItself(column.type().orElse(ScalarType.STRING))) {
            if (column.type().orElse(ScalarType.STRING) == ScalarType.STRING && following instanceof ParsePart.Skip) {
                context.error("KS103", following.span(), "'*' after a text is ambiguous: nothing says where it ends");
                return false;
            }
            Extraction.refuse(column.span(), "a column of 'parse' that ends where no text is given",
                    "write the text that follows it", context);
            return false;
        }
        return true;
    }

    private static Optional<String> text(ParsePart.Text text, BindContext context) {
        Expression value = context.scalar(text.value(), RowScope.NONE);
        if (value instanceof Literal literal && literal.value() instanceof String constant) {
            return Optional.of(constant);
        }
        if (!Poison.is(value)) {
            context.error(Codes.CONSTANT_EXPECTED, text.span(), "expected a constant text");
        }
        return Optional.empty();
    }
}
