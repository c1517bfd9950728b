package dev.harrier.kql.completion;

import dev.harrier.kql.completion.Completion.Item;
import dev.harrier.kql.syntax.QueryWords;
import dev.harrier.kql.syntax.QueryWords.Kind;
import dev.harrier.kql.syntax.QueryWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how a text could go on at a position. */
public final class Completer {
    private static final int MOST_ITEMS = 200;
    private static final Pattern REST_OF_NAME = Pattern.compile("^\\w*");

    private final CompletionSources sources;

    public Completer(CompletionSources sources) {
        this.sources = sources;
    }

    /** @param position offset in UTF-16 units, from 0 to the length of the text */
    public Completion complete(String text, int position) {
        String before = text.substring(0, position);
        List<Word> words = QueryWords.of(before);
        Word last = words.isEmpty() ? null : words.getLast();
        if (last != null && last.kind() == Kind.COMMENT && last.end() == position) {
            return new Completion(position, 0, List.of());
        }
        if (last != null && last.kind() == Kind.OPEN_TEXT) {
            return inText(text, position, last);
        }
        int start = start(before);
        String written = before.substring(start);
        if (!written.isEmpty() && Character.isDigit(written.charAt(0))) {
            return new Completion(position, 0, List.of());
        }
        Place place = Place.of(before.substring(0, start));
        Matcher rest = REST_OF_NAME.matcher(text.substring(position));
        int length = position - start + (rest.find() ? rest.end() : 0);
        return new Completion(start, length, fitting(new Candidates(place, sources).all(), written));
    }

    /** Looked for from the end, since the text before may be long. */
    private static int start(String before) {
        int name = before.length();
        while (name > 0 && isInName(before.charAt(name - 1))) {
            name--;
        }
        int hyphenated = name;
        while (hyphenated > 0 && (before.charAt(hyphenated - 1) == '-' || isInName(before.charAt(hyphenated - 1)))) {
            hyphenated--;
        }
        if (hyphenated < name && Character.isLetter(before.charAt(hyphenated))
                && before.substring(0, hyphenated).stripTrailing().endsWith("|")) {
            return hyphenated;
        }
        return name > 0 && before.charAt(name - 1) == '!' ? name - 1 : name;
    }

    private static boolean isInName(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9' || character == '_' || character == '$';
    }

    private Completion inText(String text, int position, Word open) {
        Place place = Place.of(text.substring(0, open.start()));
        String quoted = open.text().replaceFirst("^[hH]?@?", "");
        char quote = quoted.charAt(0);
        boolean closed = position < text.length() && text.charAt(position) == quote;
        List<Item> values = new Candidates(place, sources).texts(quote);
        return new Completion(open.start(), position - open.start() + (closed ? 1 : 0),
                fitting(values, quoted.substring(1)));
    }

    /** Those that begin with what is written, then those that have it inside; each once. */
    private static List<Item> fitting(List<Item> items, String written) {
        String wanted = written.toLowerCase(Locale.ROOT);
        Map<String, Item> unique = new LinkedHashMap<>();
        items.forEach(item -> unique.putIfAbsent(item.kind() + item.label(), item));
        List<Item> fitting = new ArrayList<>(unique.values().stream().filter(item -> rank(item, wanted) < 2).toList());
        fitting.sort(Comparator.comparingInt(item -> rank(item, wanted)));
        return fitting.subList(0, Math.min(MOST_ITEMS, fitting.size()));
    }

    private static int rank(Item item, String wanted) {
        String label = item.label().toLowerCase(Locale.ROOT);
        if (label.startsWith(wanted)) {
            return 0;
        }
        return label.contains(wanted) ? 1 : 2;
    }
}
