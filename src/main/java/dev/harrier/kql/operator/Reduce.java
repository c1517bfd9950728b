package dev.harrier.kql.operator;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns of texts by frequent words (R. Vaarandi, A Data Clustering Algorithm for Mining Patterns From Event Logs, 2003):
 * a word at its place in the text is frequent if more than a fraction of all texts have it there; the others are
 * wildcards, as numbers always are. Patterns that too few texts have are one row, {@code others}.
 *
 * @param input one column of texts
 * @param threshold the fraction, between 0 and 1
 * @param characters what separates words besides everything that is no letter and no digit
 */
record Reduce(PlanNode input, double threshold, String characters, SourceSpan span) implements Extension {
    private static final String OTHERS = "others";
    private static final Schema SCHEMA = Schema.of(List.of(new Column("Pattern", ScalarType.STRING),
            new Column("Count", ScalarType.LONG), new Column("Representative", ScalarType.STRING)));
    private static final long BYTES_OF_ENTRY = 96;

    @Override
    public String name() {
        return "reduce";
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Reduce(inputs.getFirst(), threshold, characters, span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(inputs.getFirst(), context);
    }

    /** A word and where it stands among the words of its text. */
    private record Word(int place, String text) {}

    /** How many texts have a pattern, and the first of them. */
    private static final class Group {
        private final String pattern;
        private final String representative;
        private long count;

        Group(String pattern, String representative) {
            this.pattern = pattern;
            this.representative = representative;
        }
    }

    private final class Source implements PageSource {
        private final PageSource rows;
        private final QueryContext context;
        private final Map<String, long[]> countsOfTexts = new LinkedHashMap<>();
        private long total;
        private long charged;
        private boolean done;

        Source(PageSource rows, QueryContext context) {
            this.rows = rows;
            this.context = context;
        }

        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public Page next() {
            if (done) {
                return null;
            }
            done = true;
            read();
            List<Group> groups = groups(frequencies());
            return groups.isEmpty() ? null : page(groups);
        }

        private void read() {
            for (Page page = rows.next(); page != null; page = rows.next()) {
                context.check();
                Block texts = page.block(0);
                for (int row = 0; row < page.rows(); row++) {
                    String text = (String) texts.get(row);
                    long[] count = countsOfTexts.get(text);
                    if (count == null) {
                        charge(BYTES_OF_ENTRY + 2L * text.length());
                        count = new long[1];
                        countsOfTexts.put(text, count);
                    }
                    count[0]++;
                    total++;
                }
            }
        }

        private Map<Word, long[]> frequencies() {
            Map<Word, long[]> frequencies = new LinkedHashMap<>();
            countsOfTexts.forEach((text, count) -> {
                int place = 0;
                for (int at = start(text, 0); at < text.length(); at = start(text, end(text, at))) {
                    String word = text.substring(at, end(text, at));
                    frequencies.computeIfAbsent(new Word(place++, word), key -> {
                        charge(BYTES_OF_ENTRY + 2L * word.length());
                        return new long[1];
                    })[0] += count[0];
                }
            });
            return frequencies;
        }

        private List<Group> groups(Map<Word, long[]> frequencies) {
            Map<String, Group> groups = new LinkedHashMap<>();
            countsOfTexts.forEach((text, count) -> {
                context.check();
                String pattern = pattern(text, frequencies);
                groups.computeIfAbsent(pattern, key -> {
                    charge(BYTES_OF_ENTRY + 2L * pattern.length());
                    return new Group(pattern, text);
                }).count += count[0];
            });
            Group others = new Group(OTHERS, "");
            List<Group> kept = new ArrayList<>();
            for (Group group : groups.values()) {
                if (!group.pattern.equals("*") && isFrequent(group.count)) {
                    kept.add(group);
                } else {
                    others.count += group.count;
                }
            }
            kept.sort(Comparator.comparingLong((Group group) -> group.count).reversed());
            if (others.count > 0) {
                kept.add(others);
            }
            return kept;
        }

        private boolean isFrequent(long count) {
            return count > threshold * total;
        }

        /** The text with a single star for each run of words that are not frequent. */
        private String pattern(String text, Map<Word, long[]> frequencies) {
            StringBuilder pattern = new StringBuilder();
            int place = 0;
            int before = 0;
            boolean star = false;
            for (int at = start(text, 0); at < text.length(); at = start(text, before)) {
                int end = end(text, at);
                String word = text.substring(at, end);
                boolean frequent = isFrequent(frequencies.get(new Word(place++, word))[0]) && !isNumber(word);
                String gap = frequent && !star ? text.substring(before, at) : plainGap(text, before, at);
                if (frequent) {
                    pattern.append(gap).append(text, at, end);
                } else if (!star) {
                    pattern.append(gap).append('*');
                }
                star = !frequent;
                before = end;
            }
            return pattern.append(plainGap(text, before, text.length())).toString();
        }

        private static boolean isNumber(String word) {
            return word.chars().allMatch(Character::isDigit);
        }

        /** What stands beside a star: separators that the text of the query names go with the words. */
        private String plainGap(String text, int from, int to) {
            String gap = text.substring(from, to);
            return gap.chars().anyMatch(character -> characters.indexOf(character) >= 0) ? "" : gap;
        }

        private int start(String text, int from) {
            int at = from;
            while (at < text.length() && isSeparator(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int end(String text, int from) {
            int at = from;
            while (at < text.length() && !isSeparator(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private boolean isSeparator(char character) {
            return !Character.isLetterOrDigit(character) || characters.indexOf(character) >= 0;
        }

        private Page page(List<Group> groups) {
            BlockBuilder patterns = BlockBuilder.of(ScalarType.STRING, groups.size());
            BlockBuilder counts = BlockBuilder.of(ScalarType.LONG, groups.size());
            BlockBuilder representatives = BlockBuilder.of(ScalarType.STRING, groups.size());
            for (Group group : groups) {
                patterns.append(group.pattern);
                counts.appendLong(group.count);
                representatives.append(group.representative);
            }
            return new Page(groups.size(), List.of(patterns.build(), counts.build(), representatives.build()));
        }

        private void charge(long bytes) {
            context.memory().charge(bytes, name(), span);
            charged += bytes;
        }

        @Override
        public void close() {
            context.memory().release(charged);
            charged = 0;
            rows.close();
        }
    }
}
