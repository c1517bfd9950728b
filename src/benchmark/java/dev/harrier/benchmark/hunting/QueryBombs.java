package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Queries that want far too much. Each must end with an answer or with a limit that names itself, while the small
 * queries of somebody else go on at about the speed they had.
 */
final class QueryBombs {
    private static final String SMALL = "SigninLogs | where TimeGenerated > ago(1d) and ResultType == '50126' | summarize count() by UserPrincipalName | top 5 by count_";
    private static final int CALM_QUERIES = 60;
    private static final int PAUSE_MILLIS = 50;
    private static final int SHOWN = 150;
    private final Deployment deployment;

    QueryBombs(Deployment deployment) {
        this.deployment = deployment;
    }

    private static Map<String, String> bombs() {
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("cross join by a constant",
                "AADNonInteractiveUserSignInLogs | extend k = 1 | join kind=inner (AADNonInteractiveUserSignInLogs | extend k = 1) on k | count");
        bombs.put("cross join without index",
                "range a from 1 to 1000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 1000000 step 1 | extend k = 1) on k | count");
        bombs.put("mv-expand of 10^6", "print x = range(1, 1000000, 1) | mv-expand x | count");
        bombs.put("mv-expand of mv-expand",
                "range a from 1 to 100000 step 1 | extend x = range(1, 1000, 1) | mv-expand x | extend y = range(1, 1000, 1) | mv-expand y | count");
        bombs.put("make_list of everything",
                "AADNonInteractiveUserSignInLogs | summarize make_list(UserAgent), make_list(CorrelationId), make_list(UserPrincipalName)");
        bombs.put("all rows sorted", "AADNonInteractiveUserSignInLogs | sort by CorrelationId asc");
        bombs.put("nested unions", nested("SigninLogs", 7));
        bombs.put("regex on every column",
                "AADNonInteractiveUserSignInLogs | where * matches regex '(a|aa|b)+x.*y$' | count");
        bombs.put("regex with catastrophic pattern",
                "range a from 1 to 100000 step 1 | extend t = strcat(strrep('a', 40), 'b') | where t matches regex '^(a+)+$' | count");
        bombs.put("text that doubles",
                "print t = strrep('x', 1000000) | extend u = strcat(t, t, t, t), v = strcat(t, t, t) | extend w = strcat(u, v, u, v, u, v) | mv-expand i = range(1, 10000, 1) | extend z = strcat(w, tostring(i)) | summarize count() by z");
        bombs.put("brackets in brackets", "print " + "(".repeat(20_000) + "1" + ")".repeat(20_000));
        return bombs;
    }

    private static String nested(String table, int depth) {
        return depth == 0 ? table : "union (" + nested(table, depth - 1) + "), (" + nested(table, depth - 1) + ")";
    }

    String run() throws InterruptedException {
        for (int i = 0; i < CALM_QUERIES; i++) {
            small();
        }
        List<Double> calm = new ArrayList<>();
        for (int i = 0; i < CALM_QUERIES; i++) {
            calm.add(small());
            Thread.sleep(PAUSE_MILLIS);
        }
        StringBuilder text = new StringBuilder(Result.line(
                "small queries of another client before: median %.0f ms, 95th percentile %.0f ms; load average %.1f%n",
                Measurement.median(calm), percentile(calm), Result.load()));
        List<Double> all = new ArrayList<>();
        for (Map.Entry<String, String> bomb : bombs().entrySet()) {
            String line = explode(bomb.getKey(), bomb.getValue(), all);
            System.out.print(line);
            text.append(line);
        }
        text.append(
                Result.line("during all: median %.0f ms, 95th percentile %.0f ms; service's process at most %,d MB%n",
                        Measurement.median(all), percentile(all), deployment.peakMegabytes().orElse(0L)));
        return text.toString();
    }

    private String explode(String name, String kql, List<Double> all) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Double> during = Collections.synchronizedList(new ArrayList<>());
        Thread other = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                during.add(small());
                pause();
            }
        });
        long begin = System.nanoTime();
        Http.Reply reply = deployment.api().tryQuery(kql);
        double seconds = (System.nanoTime() - begin) / 1e9;
        over.set(true);
        other.join();
        all.addAll(during);
        return Result.line("%-32s %6.1f s  small: median %4.0f, p95 %5.0f ms (%d)  %s%n", name, seconds,
                Measurement.median(during), percentile(during), during.size(), answer(reply));
    }

    private static String answer(Http.Reply reply) {
        JsonNode json = Api.json(reply.body());
        String told = reply.status() == 200
                ? json.path("tables").path(0).path("rows").size() + " rows, peak "
                        + json.path("statistics").path("peakMemoryBytes").asLong() / 1_048_576 + " MB, first "
                        + json.path("tables").path(0).path("rows").path(0)
                : json.path("detail").asText(json.toString());
        return reply.status() + " " + told.substring(0, Math.min(SHOWN, told.length()));
    }

    private double small() {
        long begin = System.nanoTime();
        deployment.api().tryQuery(SMALL).orFail();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static double percentile(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * 0.95)));
    }
}
