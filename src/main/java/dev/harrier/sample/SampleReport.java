package dev.harrier.sample;

import java.util.List;
import java.util.SortedMap;

import dev.harrier.sample.scenario.Incident;

/**
 * What has been generated.
 *
 * @param counts
 *            events per table
 * @param incidents
 *            the truth about every attack and every look-alike
 */
public record SampleReport(SortedMap<String, Long> counts, List<Incident> incidents) {
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
