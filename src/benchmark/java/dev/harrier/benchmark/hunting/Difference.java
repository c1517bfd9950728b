package dev.harrier.benchmark.hunting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two stored results side by side. Machines differ and so do their hours, hence not times are compared but ratios: what
 * the service took against what the request by hand took in the same run.
 */
final class Difference {
    private Difference() {}

    static String of(Result before, Result after) {
        Map<String, Measurement> old = new HashMap<>();
        before.measurements().stream().filter(Measurement::isValid).forEach(found -> old.put(found.shape(), found));
        StringBuilder text = new StringBuilder();
        text.append(Result.line("before: %s, %,d events, load %.1f; after: %s, %,d events, load %.1f%n", before.at(),
                before.events(), before.loadAverage()[1], after.at(), after.events(), after.loadAverage()[1]));
        text.append(Result.line("%-28s %9s %9s %7s %7s %7s%n", "shape", "ms", "ms now", "ratio", "now", "change"));
        List<Double> changes = new ArrayList<>();
        for (Measurement now : after.measurements()) {
            Measurement then = old.get(now.shape());
            if (then != null && now.isValid()) {
                double change = now.ratio() / then.ratio();
                changes.add(change);
                text.append(Result.line("%-28s %9.1f %9.1f %7.2f %7.2f %6.0f%%%n", now.shape(), then.serviceMs(),
                        now.serviceMs(), then.ratio(), now.ratio(), 100 * (change - 1)));
            } else {
                text.append(Result.line("%-28s valid before: %b, now: %b%n", now.shape(), then != null, now.isValid()));
            }
        }
        text.append(Result.line("median change of the ratio: %.0f%%%n", 100 * (Measurement.median(changes) - 1)));
        return text.toString();
    }
}
