package dev.harrier.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.sample.GeneratedSample.Sent;
import dev.harrier.sample.scenario.Incident;
import dev.harrier.sample.scenario.Incident.Label;
import dev.harrier.sample.scenario.Scenario;
import dev.harrier.sample.scenario.Scenarios;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final Set<String> ID_COLUMNS = Set.of("AwsEventId", "DeviceExternalID", "EventRecordId", "OfficeId",
            "IndicatorId");

    private static GeneratedSample sample;
    private static List<Incident> incidents;

    @BeforeAll
    static void generate() throws IOException {
        sample = GeneratedSample.of(SampleOptions.evaluation(GeneratedSample.END));
        incidents = sample.report().incidents();
    }

    @Test
    void everyIdOfTheTruthIsInTheDataAsOftenAsItSays() {
        Map<String, Long> found = new HashMap<>();
        for (Sent event : sample.events()) {
            for (String id : ids(event)) {
                found.merge(id, 1L, Long::sum);
            }
        }
        for (Incident incident : incidents) {
            Map<String, Long> told = incident.eventIds().stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            told.forEach((id, count) -> assertThat(found.get(id)).as("%s of %s", id, incident.id()).isEqualTo(count));
        }
    }

    @Test
    void noEventBelongsToTwoIncidents() {
        Map<String, String> owner = new HashMap<>();
        for (Incident incident : incidents) {
            for (String id : Set.copyOf(incident.eventIds())) {
                assertThat(owner.put(id, incident.id())).isNull();
            }
        }
    }

    @Test
    void everyKindHasSeveralAttacksAndALookAlike() {
        assertThat(Scenarios.ALL).hasSizeGreaterThanOrEqualTo(20).extracting(Scenario::kind).doesNotHaveDuplicates();
        for (Scenario scenario : Scenarios.ALL) {
            assertThat(labelled(scenario.kind(), Label.ATTACK)).as(scenario.kind()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(labelled(scenario.kind(), Label.BENIGN)).as(scenario.kind()).isNotEmpty();
        }
        assertThat(incidents).extracting(Incident::id).doesNotHaveDuplicates();
    }

    @Test
    void everyKindStrikesInTheLastDayAndBefore() {
        for (Scenario scenario : Scenarios.ALL) {
            List<Incident> attacks = labelled(scenario.kind(), Label.ATTACK);
            Instant lastDay = GeneratedSample.END.minus(Duration.ofDays(1));
            assertThat(attacks).as(scenario.kind()).extracting(Incident::end).anyMatch(lastDay::isBefore);
            assertThat(attacks).as(scenario.kind()).extracting(Incident::start).anyMatch(lastDay::isAfter);
        }
    }

    @Test
    void incidentsEndBeforeTheyShouldBeSeen() {
        assertThat(incidents).allSatisfy(incident -> {
            assertThat(incident.start()).isBeforeOrEqualTo(incident.end());
            assertThat(incident.end()).isBefore(incident.asOf());
            assertThat(incident.asOf()).isBeforeOrEqualTo(GeneratedSample.END);
            assertThat(incident.note()).isNotEmpty();
            assertThat(incident.eventIds()).isNotEmpty();
        });
    }

    @Test
    void attacksAreSpreadOverAllStreamsAndSomeAreSlow() {
        Set<String> tables = incidents.stream().filter(incident -> incident.label() == Label.ATTACK)
                .flatMap(incident -> incident.tables().stream()).collect(Collectors.toSet());

        assertThat(tables).contains("SigninLogs", "AADNonInteractiveUserSignInLogs", "AADServicePrincipalSignInLogs",
                "AADManagedIdentitySignInLogs", "AuditLogs", "AWSCloudTrail", "Syslog", "SecurityEvent",
                "CommonSecurityLog", "OfficeActivity", "ThreatIntelligenceIndicator");
        assertThat(incidents).filteredOn(Incident::slow)
                .anyMatch(slow -> Duration.between(slow.start(), slow.end()).toDays() >= 2);
    }

    private static List<Incident> labelled(String kind, Label label) {
        return incidents.stream().filter(incident -> incident.kind().equals(kind) && incident.label() == label)
                .toList();
    }

    private static List<String> ids(Sent event) {
        if (!event.row()) {
            return List.of(event.json().path("properties").path("id").asText());
        }
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : event.json().properties()) {
            if (ID_COLUMNS.contains(column.getKey())) {
                ids.add(column.getValue().asText());
            }
        }
        return ids;
    }
}
