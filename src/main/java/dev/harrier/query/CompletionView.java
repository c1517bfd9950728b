package dev.harrier.query;

import dev.harrier.kql.completion.Completion;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a text could go on, as answers write it.
 *
 * @param start offset from 0 of what an item replaces
 * @param length of what an item replaces
 */
@Schema(name = "Completion", description = "How a text could go on.", requiredProperties = {"start", "length", "items"})
public record CompletionView(
        @Schema(description = "Offset from 0 of what an item replaces, in UTF-16 units.") int start,
        @Schema(description = "How much an item replaces, in UTF-16 units.") int length,
        @Schema(description = "The likeliest first, at most 200.") List<Item> items) {

    /** One way to go on. */
    @Schema(name = "CompletionItem", requiredProperties = {"label", "kind", "insertText", "detail", "documentation"})
    public record Item(@Schema(description = "What to show.", examples = "UserPrincipalName") String label,
            @Schema(enumeration = {
                    "column", "table", "variable", "function", "aggregate", "operator", "plugin",
                    "keyword", "value"}) String kind,
            @Schema(description = "What replaces the range.") String insertText,
            @Schema(description = "A type or a signature; may be empty.", examples = "string") String detail,
            @Schema(description = "A sentence or more; may be empty.") String documentation){
        static Item of(Completion.Item item) {
            return new Item(item.label(), item.kind().name().toLowerCase(Locale.ROOT), item.insertText(), item.detail(),
                    item.documentation());
        }
    }

    static CompletionView of(Completion completion) {
        return new CompletionView(completion.start(), completion.length(),
                completion.items().stream().map(Item::of).toList());
    }
}
