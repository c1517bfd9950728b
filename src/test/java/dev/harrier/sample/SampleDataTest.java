package dev.harrier.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.sample.GeneratedSample.Sent;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static GeneratedSample sample;

    @BeforeAll
    static void generate() throws IOException {
        sample = GeneratedSample.of(GeneratedSample.options(20_000, 7, 10));
    }

    @Test
    void sameOptionsGiveTheSameBytes() throws IOException {
        SampleOptions options = GeneratedSample.options(20_000, 11, 5);

        assertThat(GeneratedSample.fingerprint(options, "")).isEqualTo(GeneratedSample.fingerprint(options, ""));
    }

    @Test
    void anotherSeedGivesAnotherTenant() throws IOException {
        assertThat(GeneratedSample.fingerprint(GeneratedSample.options(20_000, 11, 5), ""))
                .isNotEqualTo(GeneratedSample.fingerprint(GeneratedSample.options(20_000, 12, 5), ""));
    }

    @Test
    void leavingTablesOutDoesNotChangeTheOthers() throws IOException {
        SampleOptions all = GeneratedSample.options(20_000, 11, 5);
        SampleOptions one = new SampleOptions(20_000, 11, all.end(), 5, Set.of("SigninLogs"), StreamMix.USUAL);

        assertThat(GeneratedSample.fingerprint(one, "SigninLogs"))
                .isEqualTo(GeneratedSample.fingerprint(all, "SigninLogs"));
        assertThat(SampleData.generate(one, new NdjsonSink(OutputStream.nullOutputStream(), done -> {})).counts())
                .containsOnlyKeys("SigninLogs");
    }

    @Test
    void streamsHaveTheirShares() {
        assertThat(sample.report().counts()).containsEntry("SigninLogs", 3_000L)
                .containsEntry("AADNonInteractiveUserSignInLogs", 14_000L)
                .containsEntry("AADServicePrincipalSignInLogs", 2_400L)
                .containsEntry("AADManagedIdentitySignInLogs", 600L);
    }

    @Test
    void eventsComeInOrderOfTimeWithinTheDays() {
        List<String> times = sample.events().stream().map(Sent::time).toList();

        assertThat(times).isSorted();
        assertThat(Instant.parse(times.getFirst())).isAfterOrEqualTo(GeneratedSample.END.minus(Duration.ofDays(10)));
        assertThat(Instant.parse(times.getLast())).isBefore(GeneratedSample.END);
        assertThat(times).allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z"));
    }

    @Test
    void rowsUseTheColumnsOfTheCatalogue() {
        TableCatalog catalog = TableCatalog.builtIn();
        List<String> wrong = new ArrayList<>();
        for (Sent event : sample.events()) {
            TableDescriptor table = catalog.find(event.table()).orElseThrow();
            if (event.row()) {
                event.json().properties().forEach(column -> {
                    if (!fits(table.column(column.getKey()), column.getValue())) {
                        wrong.add(event.table() + "." + column.getKey() + " = " + column.getValue());
                    }
                });
            } else {
                String category = event.json().path("category").asText();
                assertThat(catalog.byCategory(category)).contains(table);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean fits(Optional<ColumnDescriptor> column, JsonNode value) {
        return column.isPresent() && switch (column.get().type()) {
            case STRING, DATETIME, GUID, TIMESPAN, DECIMAL -> value.isTextual();
            case BOOL -> value.isBoolean();
            case INT, LONG -> value.isIntegralNumber();
            case REAL -> value.isNumber();
            case DYNAMIC -> value.isContainerNode();
        };
    }

    @Test
    void recordsLookLikeThoseOfTheService() {
        Sent user = sample.events().stream().filter(event -> event.table().equals("AADNonInteractiveUserSignInLogs"))
                .findFirst().orElseThrow();

        assertThat(user.json().path("properties").path("deviceDetail").isObject()).isTrue();
        assertThat(user.json().path("properties").path("location").path("geoCoordinates").isObject()).isTrue();
        assertThat(user.json().path("properties").path("createdDateTime").asText()).endsWith("+00:00");
        Sent identity = sample.events().stream().filter(event -> event.table().equals("AADManagedIdentitySignInLogs"))
                .findFirst().orElseThrow();
        assertThat(identity.json().has("callerIpAddress")).isFalse();
        assertThat(identity.json().path("properties").path("userId").isNull()).isTrue();
    }

    @Test
    void refusesTooLittle() {
        assertThatThrownBy(() -> GeneratedSample.options(100, 1, 14)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(() -> GeneratedSample.options(20_000, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days");
        assertThatThrownBy(() -> new StreamMix(70, 15, 12, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
