package dev.harrier.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.harrier.sample.scenario.Incident;

/** The {@code sample-data} command: writes sample data of any size and the truth about it to files. */
public final class SampleDataCommand {
    private static final String USAGE = """
            sample-data --out FILE.ndjson [--truth FILE.json] [--events N] [--seed S] [--days D] [--end ISO-TIME]
                        [--tables A,B,…] [--mix INTERACTIVE,NON-INTERACTIVE,SERVICE-PRINCIPAL,MANAGED-IDENTITY]

            Writes sign-ins of the four streams, directory changes and rows of companion tables, one JSON object
            per line, and the truth about the attacks and look-alikes in them. The same arguments give the same bytes.

              --events   sign-ins altogether, at least 20000 (60000)   --days    how far back, at least 3 (14)
              --seed     another number, another tenant (1)            --end     for example 2026-03-01T12:00:00Z (now)
              --tables   only these tables (all)                       --mix     percent of each stream (15,70,12,3)""";
    private static final Set<String> KNOWN = Set.of("--out", "--truth", "--events", "--seed", "--days", "--end",
            "--tables", "--mix");

    private SampleDataCommand() {}

    /**
     * @param args
     *            without the command's own name
     * @param out
     *            for progress and the summary
     * @return 0 when done, 1 when a file could not be written, 2 when the arguments are wrong
     */
    public static int run(String[] args, PrintStream out) {
        if (args.length == 0 || args[0].equals("--help")) {
            out.println(USAGE);
            return args.length == 0 ? 2 : 0;
        }
        try {
            Map<String, String> given = parse(args);
            return write(options(given), Path.of(given.get("--out")), given.get("--truth"), out);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            out.println("sample-data: " + wrong.getMessage());
            out.println(USAGE);
            return 2;
        } catch (IOException failed) {
            out.println("sample-data: " + failed);
            return 1;
        }
    }

    private static Map<String, String> parse(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (int position = 0; position < args.length; position += 2) {
            if (!KNOWN.contains(args[position])) {
                throw new IllegalArgumentException("unknown argument " + args[position]);
            }
            if (position + 1 == args.length) {
                throw new IllegalArgumentException(args[position] + " needs a value");
            }
            given.put(args[position], args[position + 1]);
        }
        if (!given.containsKey("--out")) {
            throw new IllegalArgumentException("--out is missing");
        }
        return given;
    }

    private static SampleOptions options(Map<String, String> given) {
        String end = given.get("--end");
        String tables = given.getOrDefault("--tables", "");
        return new SampleOptions(number(given, "--events", 60_000), number(given, "--seed", 1),
                end == null ? Instant.now() : Instant.parse(end), Math.toIntExact(number(given, "--days", 14)),
                tables.isEmpty() ? Set.of() : Set.of(tables.split(",")), mix(given.get("--mix")));
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        String text = given.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + " must be a number, not " + text, wrong);
        }
    }

    private static StreamMix mix(String text) {
        if (text == null) {
            return StreamMix.USUAL;
        }
        String[] parts = text.split(",");
        if (parts.length != 4) {
            throw new IllegalArgumentException("--mix needs four numbers");
        }
        return new StreamMix(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    private static int write(SampleOptions options, Path file, String truth, PrintStream out) throws IOException {
        long began = System.nanoTime();
        Progress progress = new Progress(options.events(), out);
        SampleReport report;
        try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            report = SampleData.generate(options, new NdjsonSink(lines, progress::reached));
        }
        if (truth != null) {
            try (OutputStream json = new BufferedOutputStream(Files.newOutputStream(Path.of(truth)))) {
                TruthWriter.write(report.incidents(), json);
            }
        }
        summary(options, report, (System.nanoTime() - began) / 1e9, out);
        return 0;
    }

    private static void summary(SampleOptions options, SampleReport report, double seconds, PrintStream out) {
        report.counts().forEach((table, count) -> out.printf("%12d  %s%n", count, table));
        Map<Incident.Label, Integer> labels = new TreeMap<>();
        report.incidents().forEach(incident -> labels.merge(incident.label(), 1, Integer::sum));
        long kinds = report.incidents().stream().map(Incident::kind).distinct().count();
        out.printf("%12d  altogether, in %.1f s (%.0f a second), until %s%n", report.total(), seconds,
                report.total() / seconds, options.end());
        out.printf("%d kinds of attack: %d attacks, %d harmless look-alikes%n", kinds,
                labels.getOrDefault(Incident.Label.ATTACK, 0), labels.getOrDefault(Incident.Label.BENIGN, 0));
    }

    /** Prints a line at every tenth. */
    private static final class Progress {
        private final long total;
        private final PrintStream out;
        private long tenths;

        Progress(long total, PrintStream out) {
            this.total = total;
            this.out = out;
        }

        void reached(long done) {
            long now = 10 * done / total;
            if (now > tenths) {
                tenths = now;
                out.printf("%3d %%  %d sign-ins%n", 10 * now, done);
            }
        }
    }
}
