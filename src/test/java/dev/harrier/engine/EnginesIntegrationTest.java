package dev.harrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: PostgreSQL for what both engines share, since it starts in a second. */
class EnginesIntegrationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    @Test
    void keepsDataOverARestartAndAfterAKill() throws Exception {
        try (Engines engines = Engines.start(TestEngines.settings(data), false, true)) {
            execute(engines, "create table kept (n int)");
            execute(engines, "insert into kept values (1)");
            ProcessHandle.of(engines.status().getFirst().pid()).orElseThrow().destroyForcibly();
            Awaitility.await().atMost(PATIENCE).until(() -> engines.status().getFirst().restarts() == 1);
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> count(engines) == 1);
        }
        try (Engines engines = Engines.start(TestEngines.settings(data), false, true)) {
            assertThat(count(engines)).isEqualTo(1);
        }
    }

    @Test
    void saysWhyOpenSearchDidNotStart() {
        EngineSettings usual = TestEngines.settings(data);
        EngineSettings broken = new EngineSettings(data, usual.enginesDirectory(), "1k", usual.openSearchStart(),
                usual.postgresStart(), true);
        assertThatThrownBy(() -> Engines.start(broken, true, false)).isInstanceOf(EngineFailure.class)
                .hasMessageContaining("OpenSearch").hasMessageContaining("exit code")
                .hasMessageContaining("harrier.opensearch.heap").hasMessageContaining("Too small");
    }

    @Test
    void startsOpenSearchAgainOnItsPortAfterAKill() throws Exception {
        try (Engines engines = Engines.start(TestEngines.settings(data), true, false)) {
            Engines.Status before = engines.status().getFirst();
            ProcessHandle.of(before.pid()).orElseThrow().destroyForcibly();
            Awaitility.await().atMost(PATIENCE).until(() -> engines.status().getFirst().restarts() == 1
                    && engines.status().getFirst().pid() != before.pid());
            assertThat(engines.status().getFirst().address()).isEqualTo(before.address());
        }
    }

    private static void execute(Engines engines, String sql) throws SQLException {
        try (Connection connection = connect(engines); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Engines engines) throws SQLException {
        try (Connection connection = connect(engines);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(Engines engines) throws SQLException {
        return DriverManager.getConnection(engines.jdbcUrl().orElseThrow(), engines.jdbcUser(),
                engines.jdbcPassword().orElseThrow());
    }
}
