package dev.harrier.kql.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.kql.conformance.Scorer.Outcome;
import dev.harrier.kql.conformance.Scorer.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every recorded case, in process. The full list of outcomes is written to {@code target/conformance.txt}. */
class ConformanceTest {

    private static final String FOLDER = "HARRIER_CONFORMANCE";
    private static final List<String> FILES = List.of("docs.json", "fuzz.json", "rejected.json");
    private static final Path BASELINE = Path.of("src/test/resources/conformance-baseline.txt");
    private static final Path KNOWN_MISMATCHES = Path.of("src/test/resources/conformance-known-mismatches.txt");
    private static final Path REPORT = Path.of("target/conformance.txt");

    @Test
    void answersAsTheRealEngine() throws IOException {
        String folder = System.getenv(FOLDER);
        assumeTrue(folder != null && !folder.isBlank(),
                "skipped: " + FOLDER + " does not name the folder with the recorded answers of the real engine");
        List<Outcome> outcomes = new ArrayList<>();
        Scorer scorer = new Scorer();
        for (String file : FILES) {
            List<Outcome> ofFile = RecordedCase.read(Path.of(folder, file)).stream().map(scorer::score).toList();
            System.out.println(summary(file, ofFile));
            outcomes.addAll(ofFile);
        }
        report(outcomes);
        Set<String> matched = outcomes.stream().filter(one -> one.verdict() == Verdict.MATCH)
                .map(one -> one.recorded().id()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(matched).as("cases that matched before").containsAll(ids(BASELINE));
        if (Boolean.getBoolean("harrier.conformance.record")) {
            List<String> lines = new ArrayList<>();
            lines.add("# Recorded cases that are answered as the real engine answers them. Ids may be added, never "
                    + "removed.");
            lines.addAll(matched);
            Files.write(BASELINE, lines);
        }
        Set<String> known = ids(KNOWN_MISMATCHES);
        assertThat(outcomes.stream().filter(one -> one.verdict() == Verdict.BROKEN)).as("broken").isEmpty();
        assertThat(outcomes.stream()
                .filter(one -> one.verdict() == Verdict.MISMATCH && !known.contains(one.recorded().id()))
                .map(ConformanceTest::line)).as("wrong answers, none of them explained in " + KNOWN_MISMATCHES)
                .isEmpty();
    }

    /** The first word of each line; lines that begin with {@code #} are comments. */
    private static Set<String> ids(Path file) throws IOException {
        try (java.util.stream.Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\\s+")[0])
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private static String summary(String file, List<Outcome> outcomes) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        List<Outcome> inScope = outcomes.stream().filter(one -> one.recorded().inScope()).toList();
        inScope.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
        long outOfScope = outcomes.stream()
                .filter(one -> !one.recorded().inScope() && one.verdict() != Verdict.REFUSED).count();
        return "conformance " + file + ": " + counts + " of " + inScope.size()
                + (outOfScope == 0 ? "" : "; out of scope but not refused: " + outOfScope);
    }

    private static void report(List<Outcome> outcomes) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, outcomes.stream().map(ConformanceTest::line).sorted().toList());
    }

    private static String line(Outcome outcome) {
        return outcome.verdict() + (outcome.recorded().inScope() ? " " : " (out of scope) ")
                + outcome.recorded().id() + ": " + outcome.reason() + " <= "
                + outcome.recorded().query().replace("\n", "⏎");
    }
}
