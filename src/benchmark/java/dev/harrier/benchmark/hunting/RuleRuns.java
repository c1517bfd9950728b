package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every KQL file of a folder over the last days: how long it takes, and how many rows leave the index out of those
 * that the window holds in the tables that the rule names.
 */
final class RuleRuns {
    /** What takes longer is measured once. */
    private static final double SLOW_MILLISECONDS = 3_000;
    private final Deployment deployment;
    private final Settings settings;

    RuleRuns(Deployment deployment, Settings settings) {
        this.deployment = deployment;
        this.settings = settings;
    }

    String run() throws IOException {
        StringBuilder text = new StringBuilder();
        Instant from = SignInEvents.END.minus(Duration.ofDays(settings.window()));
        text.append(Result.line("window %d days of %,d events, load average %.1f%n%-48s %9s %8s %10s %11s %9s%n",
                settings.window(), settings.events(), Result.load(), "rule", "ms", "rows", "fetched", "considered",
                "percent"));
        List<Double> shares = new ArrayList<>();
        for (Path file : files()) {
            String line = line(file, from + "/" + SignInEvents.END, shares);
            System.out.print(line);
            text.append(line);
        }
        text.append(Result.line("%d rules answered, median share of rows fetched %.2f %%%n", shares.size(),
                Measurement.median(shares)));
        return text.toString();
    }

    private List<Path> files() throws IOException {
        if (settings.files().isEmpty()) {
            throw new IllegalArgumentException("harrier.benchmark.files must be a folder of .kql files");
        }
        try (Stream<Path> files = Files.list(settings.files().getFirst())) {
            return files.filter(file -> file.toString().endsWith(".kql")).sorted().toList();
        }
    }

    private String line(Path file, String timespan, List<Double> shares) throws IOException {
        String kql = Files.readString(file);
        String name = file.getFileName().toString().replaceFirst("\\.kql$", "");
        long start = System.nanoTime();
        Http.Reply first = deployment.api().tryQuery(kql, timespan);
        double once = (System.nanoTime() - start) / 1e6;
        if (first.status() != 200) {
            String problem = first.text();
            return Result.line("%-48s status %d: %s%n", name, first.status(),
                    problem.substring(0, Math.min(200, problem.length())));
        }
        double[] times = once > SLOW_MILLISECONDS ? new double[]{once} : times(kql, timespan);
        JsonNode answer = Api.json(first.body());
        long fetched = answer.path("statistics").path("rowsFetched").asLong();
        long considered = considered(kql);
        double share = considered == 0 ? 0 : 100.0 * fetched / considered;
        shares.add(share);
        return Result.line("%-48s %9.1f %8d %10d %11d %8.2f%%%n", name, Measurement.median(times),
                answer.path("tables").path(0).path("rows").size(), fetched, considered, share);
    }

    private double[] times(String kql, String timespan) {
        double[] times = new double[settings.runs()];
        for (int i = 0; i < settings.warmUps() + times.length; i++) {
            long begin = System.nanoTime();
            deployment.api().tryQuery(kql, timespan).orFail();
            times[Math.max(0, i - settings.warmUps())] = (System.nanoTime() - begin) / 1e6;
        }
        return times;
    }

    private long considered(String kql) {
        long rows = 0;
        for (String table : SignInEvents.TABLES) {
            if (kql.matches("(?s).*\\b" + table + "\\b.*")) {
                rows += deployment.index()
                        .call("POST", "/" + Index.last(table, settings.window()) + "/_count?ignore_unavailable=true",
                                "{'query':{'bool':{'filter':[" + Ask.since(settings.window()) + "]}}}")
                        .path("count").asLong();
            }
        }
        return rows;
    }
}
