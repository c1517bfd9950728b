package dev.harrier.kql.reference;

import dev.harrier.kql.bind.BuiltInNames;
import dev.harrier.kql.bind.OfficialNames;
import dev.harrier.kql.bind.Refusals;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.function.FunctionCatalog;
import dev.harrier.kql.operator.OperatorCatalog;
import dev.harrier.kql.reference.LanguageEntry.Kind;
import dev.harrier.kql.reference.LanguageEntry.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that there is to say about the language, by kind and name. */
public final class LanguageReference {
    private static final LanguageReference BUILT_IN = new LanguageReference();

    private final List<LanguageEntry> entries = new ArrayList<>();
    private final Map<Kind, Set<String>> supported = new EnumMap<>(Kind.class);

    private LanguageReference() {
        for (Kind kind : Kind.values()) {
            supported.put(kind, new HashSet<>());
        }
        FunctionCatalog.builtIn().scalars().forEach(function -> add(entry(function)));
        FunctionCatalog.builtIn().aggregates().forEach(function -> add(entry(function)));
        Guide.read().stream().filter(LanguageReference::isBuilt).forEach(this::add);
        missing(OfficialNames.Kind.FUNCTION, Kind.FUNCTION);
        missing(OfficialNames.Kind.AGGREGATE, Kind.AGGREGATE);
        missing(OfficialNames.Kind.PLUGIN, Kind.PLUGIN);
        missing(OfficialNames.Kind.OPERATOR, Kind.OPERATOR);
        missing(OfficialNames.Kind.SIGN, Kind.SIGN);
        missing(OfficialNames.Kind.STATEMENT, Kind.STATEMENT);
        entries.sort(Comparator.comparing(LanguageEntry::kind).thenComparing(LanguageEntry::name));
    }

    public static LanguageReference builtIn() {
        return BUILT_IN;
    }

    /** By kind, then by name; what is not supported is among them. */
    public List<LanguageEntry> entries() {
        return List.copyOf(entries);
    }

    public List<LanguageEntry> supported(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind && entry.isSupported()).toList();
    }

    /** By name or another spelling of it; a name can be several things. */
    public List<LanguageEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name) || entry.aliases().contains(name)).toList();
    }

    public Optional<LanguageEntry> find(Kind kind, String name) {
        return find(name).stream().filter(entry -> entry.kind() == kind).findFirst();
    }

    private void add(LanguageEntry entry) {
        entries.add(entry);
        supported.get(entry.kind()).add(entry.name());
        supported.get(entry.kind()).addAll(entry.aliases());
    }

    /** A block of the guide may be there before, or without, what it describes. */
    private static boolean isBuilt(LanguageEntry entry) {
        return switch (entry.kind()) {
            case OPERATOR, SOURCE -> OperatorCatalog.names().contains(entry.name());
            case PLUGIN -> OperatorCatalog.plugins().contains(entry.name());
            case FUNCTION -> BuiltInNames.macros().contains(entry.name())
                    || BuiltInNames.windows().contains(entry.name())
                    || BuiltInNames.tabular().contains(entry.name());
            case AGGREGATE, SIGN, STATEMENT -> true;
        };
    }

    private void missing(OfficialNames.Kind official, Kind kind) {
        for (String name : OfficialNames.of(official)) {
            boolean known = supported.get(kind).contains(name)
                    || kind == Kind.OPERATOR && supported.get(Kind.SOURCE).contains(name)
                    || kind == Kind.AGGREGATE && supported.get(Kind.FUNCTION).contains(name);
            if (!known) {
                entries.add(LanguageEntry.missing(name, kind, Refusals.advice(name).orElse("")));
            }
        }
    }

    private static LanguageEntry entry(ScalarFunction function) {
        boolean sign = OfficialNames.of(OfficialNames.Kind.SIGN).contains(function.name())
                || !Character.isJavaIdentifierStart(function.name().charAt(0));
        boolean propagates = function.signatures().stream()
                .allMatch(signature -> signature.nullRule() == NullRule.PROPAGATE);
        String nulls = propagates
                ? "A null argument makes the result null."
                : "Nulls are values like others to it.";
        return new LanguageEntry(function.name(), sign ? Kind.SIGN : Kind.FUNCTION, function.aliases(),
                Forms.of(function), function.summary(), function.examples(), nulls, Support.SUPPORTED, "");
    }

    private static LanguageEntry entry(AggregateFunction function) {
        return new LanguageEntry(function.name(), Kind.AGGREGATE, function.aliases(), Forms.of(function),
                function.summary(), function.examples(), "", Support.SUPPORTED, "");
    }
}
