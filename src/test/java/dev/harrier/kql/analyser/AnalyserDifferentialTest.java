package dev.harrier.kql.analyser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * We accept and reject what Microsoft's analyser accepts and rejects, and our columns have its names and types, but for
 * the reviewed differences. What we refuse by name is only counted, and so is a query that has no frozen answer yet:
 * CONTRIBUTING.md says how answers are frozen. Everything is listed in {@code target/analyser/report.txt}.
 */
class AnalyserDifferentialTest {
    private static final Path REPORT = Path.of("target/analyser/report.txt");
    private static final String RECORDED_CASES = "HARRIER_CONFORMANCE";
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> report = new ArrayList<>();
    private final List<String> unreviewed = new ArrayList<>();
    private final List<String> resolved = new ArrayList<>();

    /** New specs may come without one for a while; that most have none means that nothing is compared. */
    private static final double LEAST_FROZEN = 0.9;

    @Test
    void agreesWithTheAnalyserButForReviewedDifferences() throws IOException {
        List<JudgedQuery> queries = new ArrayList<>(JudgedQueries.ofSpecs());
        String folder = System.getenv(RECORDED_CASES);
        if (folder != null && !folder.isBlank()) {
            queries.addAll(JudgedQueries.ofRecordedCases(Path.of(folder)));
        }
        FrozenAnswers.ask(queries);
        FrozenAnswers answers = FrozenAnswers.read();
        ReviewedDifferences reviewed = ReviewedDifferences.read();
        Map<String, List<List<String>>> builtIn = JudgedQueries.builtInTables();
        TreeSet<String> seen = new TreeSet<>();
        for (JudgedQuery query : queries) {
            Optional<Judgement> theirs = answers.find(query);
            if (theirs.isEmpty()) {
                count("without a frozen answer");
                report.add("UNFROZEN " + query.hash() + " " + query.label());
            } else if (seen.add(query.hash())) {
                KqlEngine engine = new KqlEngine(new ColumnsOnly().with(builtIn).with(query.tables()));
                compare(query, Judgement.of(engine.validate(query.query(), QueryOptions.DEFAULT)), theirs.get(),
                        reviewed);
            }
        }
        Files.write(REPORT, report);
        System.out.println("analyser differential: " + counts + "; see " + REPORT);
        long distinct = queries.stream().map(JudgedQuery::hash).distinct().count();
        assertThat(seen).as("queries with a frozen answer; CONTRIBUTING tells how to refresh them")
                .hasSizeGreaterThan((int) (distinct * LEAST_FROZEN));
        assertThat(unreviewed).as("differences that " + ReviewedDifferences.FILE + " does not explain").isEmpty();
        assertThat(resolved).as("no longer different: remove them from " + ReviewedDifferences.FILE).isEmpty();
    }

    private void compare(JudgedQuery query, Judgement ours, Judgement theirs, ReviewedDifferences reviewed) {
        String difference = ours.differenceFrom(theirs);
        if (ours.isRefused()) {
            count("refused by name");
            return;
        }
        String line = query.hash() + " " + query.label();
        if (difference.isEmpty()) {
            count(ours.isAccepted() ? "same columns" : sameError(ours, theirs));
            if (!ours.isAccepted() && !ours.errors().equals(theirs.errors())) {
                report.add("ERRORS " + line + " ours " + ours.errors() + " theirs " + theirs.errors());
            }
            if (reviewed.has(query.hash())) {
                resolved.add(line);
            }
            return;
        }
        String detail = difference.toUpperCase(java.util.Locale.ROOT) + " " + line + "\n  ours   " + ours
                + "\n  theirs "
                + theirs + "\n  " + query.query().replace("\n", "⏎");
        report.add(detail);
        if (reviewed.has(query.hash())) {
            count("different: " + reviewed.reason(query.hash()));
        } else {
            count("different, not reviewed");
            unreviewed.add(detail);
        }
    }

    private static String sameError(Judgement ours, Judgement theirs) {
        return theirs.errors().stream().anyMatch(ours.errors()::contains)
                ? "rejected with the same code and place"
                : "rejected in other words";
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
