package dev.harrier.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/**
 * Takes in every file of a folder of real records twice. The folder is {@code HARRIER_SAMPLES}, or {@code samples} beside
 * {@code HARRIER_CONFORMANCE}; without it the test is skipped.
 */
@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class SamplesTest {
    private static final Logger LOG = Logger.getLogger(SamplesTest.class);
    /** Events without an identity of their own: taken in again, they are other events. */
    private static final List<String> WITHOUT_IDENTITY = List.of("time_formats.jsonl", "traininglab_signinLogs.csv");

    @Test
    void everyFileTwice() throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "HARRIER_SAMPLES is not set: no real records to take in");
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.sorted().toList()) {
                JsonPath first = post(file);
                JsonPath second = post(file);
                LOG.infof("%-55s first %s  second %s", file.getFileName(), counts(first), counts(second));
                long events = first.getLong("accepted") + first.getLong("duplicates");
                assertThat(first.getLong("rejected")).as("%s: %s", file, first.getList("rejections")).isZero();
                assertThat(first.getMap("nulledValues")).as(file.toString()).isEmpty();
                boolean repeats = !WITHOUT_IDENTITY.contains(file.getFileName().toString());
                assertThat(second.getLong("duplicates")).as(file.toString()).isEqualTo(repeats ? events : 0);
            }
        }
    }

    private static JsonPath post(Path file) throws IOException {
        String name = file.getFileName().toString();
        RequestSpecification request = given().contentType(name.endsWith(".csv") ? "text/csv" : "application/json");
        if (name.endsWith(".csv")) {
            request.queryParam("table", name.contains("AuditLogs") ? "AuditLogs" : "SigninLogs");
        }
        return request.body(Files.readAllBytes(file)).post("/api/v1/workspaces/default/ingest").then().statusCode(200)
                .extract().jsonPath();
    }

    private static String counts(JsonPath report) {
        return "accepted=" + report.get("accepted") + " duplicates=" + report.get("duplicates") + " rejected="
                + report.get("rejected") + " untimed=" + report.get("untimed") + " " + report.getMap("tables");
    }

    private static Optional<Path> folder() {
        Optional<Path> given = Optional.ofNullable(System.getenv("HARRIER_SAMPLES")).map(Path::of);
        Optional<Path> sibling = Optional.ofNullable(System.getenv("HARRIER_CONFORMANCE"))
                .map(conformance -> Path.of(conformance).toAbsolutePath().resolveSibling("samples"));
        return given.or(() -> sibling).filter(Files::isDirectory);
    }
}
