package dev.harrier.kql.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocationFunctionsTest {
    private final KqlEngine engine = new KqlEngine(Tables.NONE, FunctionCatalog.builtIn().with(address -> {
        return switch (address.getHostAddress()) {
            case "192.0.2.7" -> Optional.of(new IpLocations.Place("Norway", "Oslo County", "Oslo", 59.9, 10.75));
            case "2001:db8:0:0:0:0:0:1" -> Optional.of(new IpLocations.Place("Peru", "", "", -12.0, -77.0));
            default -> Optional.empty();
        };
    }));

    @Test
    void tellsWhatIsKnownOfAPlace() {
        assertThat(answer("geo_info_from_ip_address('192.0.2.7')")).isEqualTo("{\"country\":\"Norway\",\"state\":"
                + "\"Oslo County\",\"city\":\"Oslo\",\"latitude\":59.9,\"longitude\":10.75}");
        assertThat(answer("geo_info_from_ip_address('2001:db8::1')"))
                .isEqualTo("{\"country\":\"Peru\",\"latitude\":-12.0,\"longitude\":-77.0}");
        assertThat(answer("geo_info_from_ip_address('2001:db8::1').country")).isEqualTo("Peru");
    }

    @Test
    void knowsNothingOfOtherTexts() {
        assertThat(answer("geo_info_from_ip_address('10.0.0.1')")).isEmpty();
        assertThat(answer("geo_info_from_ip_address('localhost')")).isEmpty();
        assertThat(answer("geo_info_from_ip_address('192.0.2.7/24')")).isEmpty();
        assertThat(answer("geo_info_from_ip_address('')")).isEmpty();
    }

    @Test
    void isRefusedWithoutADatabase() {
        assertThatThrownBy(() -> new KqlEngine(Tables.NONE).run("print geo_info_from_ip_address('192.0.2.7')",
                QueryOptions.DEFAULT)).isInstanceOf(QueryRejected.class).hasMessageContaining("GeoLite2-City");
    }

    private String answer(String expression) {
        try (QueryExecution execution = engine.run("print tostring(" + expression + ")", QueryOptions.DEFAULT)) {
            Object value = execution.tables().getFirst().next().block(0).get(0);
            return Conversions.toText(ScalarType.STRING, value);
        }
    }
}
