package dev.harrier.kql.completion;

import dev.harrier.kql.syntax.QueryWords;
import dev.harrier.kql.syntax.QueryWords.Kind;
import dev.harrier.kql.syntax.QueryWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where in a text a position is.
 *
 * @param declarations the statements before it that are complete, as text
 * @param source the pipeline before the operator that is being written; empty where its source is being written
 * @param operator the words of that operator on its own level, its name first; of the source where there is no operator
 * @param local the words of the innermost bracket, or of the operator
 * @param opener the words before the innermost bracket; empty if there is none around the position
 * @param joined the last pipeline in brackets of the operator, for {@code join}; empty if there is none
 * @param atStatement whether a statement may begin here
 */
record Place(String declarations, String source, List<Word> operator, List<Word> local, List<Word> opener,
        String joined, boolean atStatement) {
    private static final Set<String> TABULAR_CALLS = Set.of("toscalar", "materialize");
    private static final Set<String> TABULAR_OPERATORS = Set.of("join", "lookup", "union", "find", "search");
    private static final Set<String> NESTING_OPERATORS = Set.of("mv-apply", "mvapply", "partition", "fork", "facet");

    /** A pair of brackets that is open at the position, or the whole text. */
    private static final class Frame {
        private final String bracket;
        private int start;
        private int pipe = -1;
        private final List<Word> own = new ArrayList<>();
        private final List<Word> segment = new ArrayList<>();
        private final List<String> statements = new ArrayList<>();
        private int groupStart = -1;
        private int groupEnd = -1;

        private Frame(String bracket, int start) {
            this.bracket = bracket;
            this.start = start;
        }

        private void add(Word word) {
            own.add(word);
            segment.add(word);
        }

        private Word last() {
            return own.isEmpty() ? null : own.getLast();
        }

        private boolean lastIs(String word) {
            return last() != null && last().is(word);
        }

        private String name() {
            return own.isEmpty() ? "" : own.getFirst().text();
        }
    }

    /** @param text up to the position, without the word that is being written */
    static Place of(String text) {
        List<Frame> frames = frames(text);
        StringBuilder declarations = new StringBuilder();
        String input = "";
        Frame base = frames.getFirst();
        boolean nestedOperators = false;
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            Frame outer = i == 0 ? null : frames.get(i - 1);
            if (outer == null || frame.bracket.equals("{") && !outer.name().equals("partition")) {
                if (outer != null) {
                    declarations.append(parameters(outer, text));
                }
                frame.statements.forEach(statement -> declarations.append(statement).append(";\n"));
                base = frame;
                input = "";
                nestedOperators = false;
            } else if (isNesting(outer, base)) {
                input = piped(input, base, text, nestedOperators) + expansion(base, text);
                base = frame;
                nestedOperators = true;
            } else if (isPipeline(frame, outer)) {
                base = frame;
                input = "";
                nestedOperators = false;
            }
        }
        Frame inner = frames.getLast();
        Frame outer = frames.size() > 1 ? frames.get(frames.size() - 2) : null;
        String source = piped(input, base, text, nestedOperators);
        String joined = base.groupStart < 0 ? "" : text.substring(base.groupStart, base.groupEnd);
        return new Place(declarations.toString(), source, withoutLet(base),
                inner == base ? withoutLet(base) : inner.own,
                inner == base || outer == null ? List.of() : outer.own, joined,
                base.own.isEmpty() && base.pipe < 0 && !nestedOperators
                        && (base == frames.getFirst() || base.bracket.equals("{")));
    }

    private static List<Frame> frames(String text) {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame("", 0));
        for (Word word : QueryWords.of(text)) {
            Frame top = frames.getLast();
            if (word.kind() == Kind.COMMENT) {
                continue;
            }
            if (word.kind() == Kind.SIGN && "([{".contains(word.text())) {
                frames.add(new Frame(word.text(), word.end()));
            } else if (word.kind() == Kind.SIGN && ")]}".contains(word.text()) && frames.size() > 1) {
                frames.removeLast();
                Frame below = frames.getLast();
                below.groupStart = top.start;
                below.groupEnd = word.start();
                below.add(word);
            } else if (word.is("|")) {
                top.pipe = word.start();
                top.own.clear();
                top.groupStart = -1;
            } else if (word.is(";") && !top.bracket.equals("[")) {
                top.statements.add(text.substring(top.start, word.start()));
                top.start = word.end();
                top.pipe = -1;
                top.own.clear();
                top.segment.clear();
                top.groupStart = -1;
            } else {
                top.add(word);
            }
        }
        return frames;
    }

    /** The pipeline of a frame up to its last operator, after what goes into it. */
    private static String piped(String input, Frame base, String text, boolean nestedOperators) {
        String own = base.pipe < 0 ? "" : text.substring(contentStart(base), base.pipe);
        if (!nestedOperators) {
            return own;
        }
        return own.isBlank() ? input : input + " | " + own;
    }

    private static int contentStart(Frame frame) {
        List<Word> words = frame.segment;
        boolean let = words.size() > 2 && words.getFirst().is("let") && words.get(2).is("=");
        return let ? words.get(2).end() : frame.start;
    }

    private static List<Word> withoutLet(Frame frame) {
        List<Word> own = frame.own;
        boolean let = frame.pipe < 0 && own.size() > 2 && own.getFirst().is("let") && own.get(2).is("=");
        return let ? own.subList(3, own.size()) : own;
    }

    /** Whether the bracket after these words holds operators that go on with the rows outside. */
    private static boolean isNesting(Frame outer, Frame base) {
        return outer == base && NESTING_OPERATORS.contains(outer.name())
                && (outer.lastIs("on") || outer.lastIs("with") || outer.name().equals("fork")
                        || outer.name().equals("partition") && outer.own.size() > 2);
    }

    private static String expansion(Frame base, String text) {
        if (!base.name().startsWith("mv-apply") && !base.name().startsWith("mvapply")) {
            return "";
        }
        String columns = text.substring(base.own.getFirst().end(), base.last().start());
        return " | mv-expand " + columns;
    }

    private static boolean isPipeline(Frame frame, Frame outer) {
        if (!frame.bracket.equals("(")) {
            return false;
        }
        Word before = outer.last();
        boolean call = before != null && before.kind() == Kind.NAME && before.end() == frame.start - 1;
        return frame.pipe >= 0 || call && TABULAR_CALLS.contains(before.text())
                || !call && TABULAR_OPERATORS.contains(outer.name())
                        && outer.own.stream().noneMatch(word -> word.is("on"));
    }

    /** The parameters of the function whose body begins, as declarations of values of their types. */
    private static String parameters(Frame outer, String text) {
        if (outer.groupStart < 0 || !outer.lastIs(")")) {
            return "";
        }
        return Parameters.declarations(text.substring(outer.groupStart, outer.groupEnd));
    }

    Word last() {
        return local.isEmpty() ? null : local.getLast();
    }

    String operatorName() {
        return operator.isEmpty() ? "" : operator.getFirst().text();
    }

    /** Whether the position is behind a pipe, where an operator is named. */
    boolean isOperatorExpected() {
        return operator.isEmpty() && !source.isBlank() && opener.isEmpty();
    }
}
