package dev.harrier.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-04T05:06:07.1234567Z        | 2026-03-04T05:06:07.1234567Z
            2026-03-04T05:06:07.123456789Z      | 2026-03-04T05:06:07.1234567Z
            2026-03-04 05:06:07.12              | 2026-03-04T05:06:07.1200000Z
            2026-03-04T05:06:07                 | 2026-03-04T05:06:07.0000000Z
            2026-03-04T5:06:07.5Z               | 2026-03-04T05:06:07.5000000Z
            2026-03-04T05:06:07+02:00           | 2026-03-04T03:06:07.0000000Z
            2026-03-04T05:06:07.9-0530          | 2026-03-04T10:36:07.9000000Z
            2026-03-04                          | 2026-03-04T00:00:00.0000000Z
            3/4/2026 5:06:07 AM                 | 2026-03-04T05:06:07.0000000Z
            3/4/2026, 5:06:07.25 PM             | 2026-03-04T17:06:07.2500000Z
            3/4/2026 12:06:07 AM +01:00         | 2026-03-03T23:06:07.0000000Z
            03/04/2026 15:06:07                 | 2026-03-04T15:06:07.0000000Z
            0001-01-01T00:00:00Z                | 0001-01-01T00:00:00.0000000Z
            9999-12-31T23:59:59.9999999Z        | 9999-12-31T23:59:59.9999999Z
            """)
    void readsWhatSourcesWrite(String text, String expected) {
        assertThat(EventTimes.format(EventTimes.parse(text).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-02-30T00:00:00Z", "13/40/2026 1:00:00 AM",
            "3/4/2026 13:06:07 PM", "0001-01-01T00:00:00+05:00", "12345"})
    void refusesWhatIsNoTime(String text) {
        assertThat(EventTimes.parse(text)).isEmpty();
    }

    @Test
    void ticksAndInstantsAgree() {
        long ticks = EventTimes.parse("2026-03-04T05:06:07.1234567Z").orElseThrow();
        assertThat(EventTimes.ticks(EventTimes.instant(ticks))).isEqualTo(ticks);
    }
}
