package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Setting;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code reduce by text with threshold=t, characters="…"}: texts that are alike, as patterns with their counts. */
final class ReduceOperator implements TabularOperator<OperatorSyntax.Reduce> {
    private static final double THRESHOLD = 0.1;

    @Override
    public Class<OperatorSyntax.Reduce> syntax() {
        return OperatorSyntax.Reduce.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Reduce syntax, Rows input, BindContext context) {
        Settings kind = new Settings(syntax.settings(), Set.of("kind"), context);
        Settings with = new Settings(syntax.with(), Set.of("threshold", "characters"), context);
        if (kind.has("kind")) {
            Extraction.refuse(syntax.span(), "'reduce' with a kind", "group by the patterns without it", context);
            return Rows.unknown(syntax.span());
        }
        Expression text = context.scalar(syntax.by(), input);
        Optional<Double> threshold = threshold(syntax.with(), context);
        if (!Poison.is(text) && text.type() != ScalarType.STRING) {
            context.error(Codes.TYPE_EXPECTED, syntax.by().span(),
                    "expected a text, not a value of type " + text.type());
            return Rows.unknown(syntax.span());
        }
        if (input.doubtful() || Poison.is(text) || threshold.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        context.report(Diagnostic.warning(Codes.ESTIMATE, syntax.span(),
                "the patterns of 'reduce' need not be those that other engines choose"));
        Project texts = new Project(input.plan(), List.of(new NamedExpression("text", text)), syntax.span());
        return input.then(new Reduce(texts, threshold.get(), with.word("characters").orElse(""), syntax.span()))
                .withSerialized(false).withDoubtfulColumns(Set.of()).withHidden(Set.of());
    }

    private static Optional<Double> threshold(List<Setting> settings, BindContext context) {
        Optional<ExpressionSyntax> given = settings.stream()
                .filter(setting -> setting.name().text().equals("threshold")).map(Setting::value).findFirst();
        if (given.isEmpty()) {
            return Optional.of(THRESHOLD);
        }
        if (context.scalar(given.get(), RowScope.NONE) instanceof Literal literal
                && literal.value() instanceof Number number && number.doubleValue() > 0 && number.doubleValue() < 1) {
            return Optional.of(number.doubleValue());
        }
        context.error(Codes.BAD_CONSTANT, given.get().span(), "expected a number between 0 and 1");
        return Optional.empty();
    }
}
