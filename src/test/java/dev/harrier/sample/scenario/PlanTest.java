package dev.harrier.sample.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules count in fixed bins of time: wherever the data ends, an attack must not be cut in two by a bin's edge. */
class PlanTest {
    private static final long BIN = 20 * Ticks.MINUTE;

    private SampleWorld world;
    private Plan plan;

    private void tell(String end) {
        world = SampleWorld.of(1, 60_000, Instant.parse(end), 14);
        plan = Plan.of(world, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-11T15:37:21Z", "2026-02-11T15:00:00Z", "2026-03-01T00:07:11Z",
            "2026-02-11T15:19:59Z", "2026-02-11T23:59:59Z"})
    void attacksFitTheBinsOfRules(String end) {
        tell(end);

        assertThat(plan.events()).allMatch(event -> event.ticks() >= world.start() && event.ticks() < world.end());
        for (Incident attack : attacks("repository-brute-force")) {
            assertThat(largest(failures(attack), event -> event.ticks() / Ticks.HOUR)).as(attack.id()).isEqualTo(28);
        }
        for (Incident attack : attacks("portal-brute-force")) {
            assertThat(largest(failures(attack), event -> event.ticks() / BIN)).as(attack.id()).isEqualTo(11);
            assertThat(signIns(attack)).extracting(event -> event.ticks() / BIN).containsOnly(attackBin(attack));
        }
        for (Incident attack : attacks("password-spray")) {
            assertThat(largest(failures(attack), event -> event.ticks() / BIN)).as(attack.id()).isEqualTo(14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-11T15:37:21Z", "2026-03-01T00:07:11Z"})
    void locationsGrowUntilTheDayOfTheRule(String end) {
        tell(end);

        for (Incident attack : attacks("growing-locations")) {
            long today = (Ticks.of(attack.asOf()) - 1) / Ticks.DAY;
            Map<Long, Set<String>> countries = new HashMap<>();
            signIns(attack)
                    .forEach(event -> countries.computeIfAbsent(event.ticks() / Ticks.DAY, day -> new HashSet<>())
                            .add(event.country()));
            assertThat(countries.get(today)).as(attack.id()).hasSizeGreaterThan(countries.get(today - 1).size() + 5);
        }
    }

    private List<Incident> attacks(String kind) {
        List<Incident> found = plan.incidents().stream()
                .filter(incident -> incident.kind().equals(kind) && incident.label() == Incident.Label.ATTACK).toList();
        assertThat(found).hasSize(4);
        return found;
    }

    private List<SignIn> signIns(Incident incident) {
        Set<String> ids = Set.copyOf(incident.eventIds());
        return plan.events().stream().filter(event -> ids.contains(event.id())).filter(SignIn.class::isInstance)
                .map(SignIn.class::cast).toList();
    }

    private List<SignIn> failures(Incident incident) {
        return signIns(incident).stream().filter(event -> event.outcome() != Outcome.SUCCESS).toList();
    }

    private long attackBin(Incident incident) {
        return Ticks.of(incident.start()) / BIN;
    }

    private static long largest(List<SignIn> events, ToLongFunction<SampleEvent> bin) {
        Map<Long, Long> counts = events.stream()
                .collect(Collectors.groupingBy(bin::applyAsLong, Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
