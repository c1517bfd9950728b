package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A whole run, as it is stored.
 *
 * @param at when it ended, ISO 8601
 * @param events events loaded
 * @param loadAverage of the machine, at the beginning and the end
 * @param servicePeakMegabytes the most memory the service's process held, 0 if unknown
 * @param measurements one per shape
 */
record Result(String at, long events, double[] loadAverage, long servicePeakMegabytes, List<Measurement> measurements) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Result of(long events, double loadBefore, Deployment deployment, List<Measurement> measurements) {
        return new Result(Instant.now().toString(), events, new double[]{loadBefore, load()},
                deployment.peakMegabytes().orElse(0L), measurements);
    }

    /** How many processes want a processor, on average over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static Result read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.readValue(in, Result.class);
        }
    }

    /** Writes the JSON, and the table beside it. */
    void write(Path json) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.write(json, JSON.writeValueAsBytes(this));
        Files.writeString(Path.of(json.toString().replaceFirst("\\.json$", "") + ".txt"), table());
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(line("%,d events, load average %.1f to %.1f, %d processors, service's process at most %,d MB%n",
                events,
                loadAverage[0], loadAverage[1], Runtime.getRuntime().availableProcessors(), servicePeakMegabytes));
        text.append(line("%-28s %-8s %9s %9s %6s %6s %6s %9s %9s %11s %9s  %s%n", "shape", "kind", "KQL ms", "hand ms",
                "ratio",
                "least", "cpu", "rows", "fetched", "bytes", "peak kB", "by hand"));
        for (Measurement found : measurements) {
            text.append(found.isValid()
                    ? line("%-28s %-8s %9.1f %9.1f %6.2f %6.2f %6.2f %9d %9d %11d %9d  %s%s%n", found.shape(),
                            found.kind().name().toLowerCase(Locale.ROOT), found.serviceMs(), found.handMs(),
                            found.ratio(), found.ratioOfFastest(), found.cpuRatio(), found.rows(), found.rowsFetched(),
                            found.bytes(), found.peakBytes() / 1024,
                            found.way(), found.reachesAim() ? "" : "  MISSED")
                    : line("%-28s INVALID: %s%n", found.shape(), shortened(found.invalid())));
        }
        text.append(LEGEND);
        for (Shape.Kind kind : Shape.Kind.values()) {
            text.append(summary(kind));
        }
        return text.toString();
    }

    /** What the columns mean that do not say so themselves. */
    static final String LEGEND = "ratio: medians; least: fastest runs; cpu: processor time of all processes; peak: charged to the query\n";

    private String summary(Shape.Kind kind) {
        List<Measurement> valid = measurements.stream().filter(Measurement::isValid)
                .filter(found -> found.kind() == kind).toList();
        double[] ratios = valid.stream().mapToDouble(Measurement::ratio).toArray();
        return line("%s: %d shapes, median ratio %.2f, greatest %.2f, %d miss their aim%n",
                kind.name().toLowerCase(Locale.ROOT), valid.size(), Measurement.median(ratios),
                Arrays.stream(ratios).max().orElse(0), valid.stream().filter(found -> !found.reachesAim()).count());
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
