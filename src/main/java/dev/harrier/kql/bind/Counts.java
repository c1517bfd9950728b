package dev.harrier.kql.bind;

import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** How many arguments something takes. */
record Counts(int least, int most) {

    /** Says that a call has too few or too many arguments for all of these. */
    static Diagnostic wrong(String subject, SourceSpan span, List<Counts> accepted) {
        int least = accepted.stream().mapToInt(Counts::least).min().orElse(0);
        int most = accepted.stream().mapToInt(Counts::most).max().orElse(0);
        if (least == most) {
            return Diagnostic.error(Codes.ARGUMENT_COUNT, span, subject + " takes " + plural(least));
        }
        String range = most == Integer.MAX_VALUE
                ? "at least " + plural(least)
                : "between " + least + " and " + plural(most);
        return Diagnostic.error(Codes.ARGUMENT_COUNT_RANGE, span, subject + " takes " + range);
    }

    private static String plural(int count) {
        return count == 1 ? "1 argument" : count + " arguments";
    }
}
