package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters of an operator, as in {@code join kind=inner hint.strategy=shuffle}. Hints are ignored. */
public final class Settings {
    private final List<Setting> settings;
    private final BindContext context;

    /** @param known the names that the operator has; others, which are no hints, are an error */
    public Settings(List<Setting> settings, Set<String> known, BindContext context) {
        this.settings = settings;
        this.context = context;
        for (Setting setting : settings) {
            String name = setting.name().text();
            if (!known.contains(name) && !isHint(name)) {
                String[] fixes = Suggestions.of(name, known);
                context.error(Codes.EXPECTED_WORD, setting.name().span(),
                        "there is no parameter '" + name + "' here" + Suggestions.question(fixes), fixes);
            }
        }
    }

    private static boolean isHint(String name) {
        return name.startsWith("hint.") || name.startsWith("__") || name.equals("decodeblocks")
                || name.equals("expandoutput");
    }

    private Optional<Setting> find(String name) {
        return settings.stream().filter(setting -> setting.name().text().equals(name)).findFirst();
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The word or text that is its value; empty if it is not set. */
    public Optional<String> word(String name) {
        return find(name).flatMap(setting -> switch (setting.value()) {
            case ExpressionSyntax.NameReference reference -> Optional.of(reference.name());
            case ExpressionSyntax.Literal literal when literal.value() != null -> Optional
                    .of(literal.value().toString());
            default -> Optional.empty();
        });
    }

    /** One of these words; the first of them if it is not set, or not one of them, which is said. */
    public String choice(String name, List<String> words) {
        Optional<String> word = word(name);
        if (word.isEmpty()) {
            return words.getFirst();
        }
        if (words.contains(word.get())) {
            return word.get();
        }
        String[] fixes = Suggestions.of(word.get(), words);
        context.error(Codes.EXPECTED_WORD, find(name).orElseThrow().value().span(),
                "expected one of: " + String.join(", ", words) + Suggestions.question(fixes), fixes);
        return words.getFirst();
    }

    public boolean isTrue(String name) {
        return word(name).map(word -> word.toLowerCase(Locale.ROOT)).filter("true"::equals).isPresent();
    }
}
