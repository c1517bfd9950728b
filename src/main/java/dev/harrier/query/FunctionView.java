package dev.harrier.query;

import dev.harrier.kql.reference.LanguageEntry;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is to say of one name of the language, as answers write it. */
@Schema(name = "LanguageEntry", description = "What there is to say of one name of the language.", requiredProperties = {
        "name", "kind", "aliases", "forms", "summary", "examples", "nulls", "support", "advice"})
public record FunctionView(@Schema(examples = "strlen") String name,
        @Schema(enumeration = {
                "function", "aggregate", "operator", "source", "plugin", "sign",
                "statement"}, description = "A sign is an operator of expressions.") String kind,
        @Schema(description = "Other spellings.") List<String> aliases,
        @Schema(description = "How it is written, with types.", examples = "strlen(source: string): long") List<String> forms,
        @Schema(description = "Empty for what is not supported.") String summary, List<FunctionExample> examples,
        @Schema(description = "What it does with nulls; empty where that is no question.") String nulls,
        @Schema(enumeration = {"supported", "refused", "unbuilt"}) String support,
        @Schema(description = "What to use instead of something that is refused on purpose; else empty.") String advice){

    /** A query that runs as it stands. */
    @Schema(name = "LanguageExample", requiredProperties = {"query", "result"})
    public record FunctionExample(String query,
            @Schema(description = "Its one value as text; empty where the answer is a table.") String result) {}

    static FunctionView of(LanguageEntry entry) {
        return new FunctionView(entry.name(), word(entry.kind()), entry.aliases(), entry.forms(), entry.summary(),
                entry.examples().stream().map(example -> new FunctionExample(example.query(), example.result()))
                        .toList(),
                entry.nulls(), word(entry.support()), entry.advice());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
