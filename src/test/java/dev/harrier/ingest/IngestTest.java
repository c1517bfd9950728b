package dev.harrier.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import dev.harrier.engine.EnginesForTests;
import dev.harrier.search.Indices;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class IngestTest {
    private static final String BASE = "/api/v1/workspaces/default/";
    private static final String INGEST = BASE + "ingest";

    @Inject
    Indices indices;

    @Test
    void anEnvelopeTwiceIsOneRowPerEvent() {
        String body = "{\"records\":[" + signIn(id(), "2026-03-04T05:06:07.1234567Z") + ","
                + signIn(id(), "2026-03-04T05:06:08.1234567Z") + "]}";
        post(json(), body).statusCode(200).body("accepted", equalTo(2), "duplicates", equalTo(0),
                "tables.SigninLogs.accepted", equalTo(2));
        post(json(), body).body("accepted", equalTo(0), "duplicates", equalTo(2));
    }

    @Test
    void theSameEventFromEventHubsAndFromGraphIsOneRow() {
        String id = id();
        post(json(), signIn(id, "2026-03-04T05:06:07.1234567Z")).body("accepted", equalTo(1));
        String graph = """
                {"@odata.context":"x","value":[{"id":"%s","createdDateTime":"2026-03-04T05:06:07Z","appId":"a",
                "signInEventTypes":["interactiveUser"],"status":{"errorCode":0}}],"@odata.nextLink":"y"}"""
                .formatted(id);
        post(json(), graph).body("accepted", equalTo(0), "duplicates", equalTo(1), "rejected", equalTo(0));
    }

    @Test
    void gzipAndLines() throws IOException {
        String body = signIn(id(), "2026-03-04T05:06:07Z") + "\n\n" + signIn(id(), "2026-03-04T05:06:07Z") + "\r\n"
                + "{\"records\":[" + signIn(id(), "2026-03-04T05:06:07Z") + "]}";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        given().contentType("application/x-ndjson").header("Content-Encoding", "gzip").body(bytes.toByteArray())
                .post(INGEST).then().statusCode(200).body("accepted", equalTo(3));
    }

    @Test
    void aBadLineCostsItselfAlone() {
        String body = signIn(id(), "2026-03-04T05:06:07Z") + "\n{\"category\":\"SignInLogs\",\"time\":oops}\n"
                + signIn(id(), "2026-03-04T05:06:07Z") + "\n";
        post(json(), body).statusCode(200).body("accepted", equalTo(2), "rejected", equalTo(1),
                "rejections[0].position.line", equalTo(2), "rejections[0].reason", containsString("malformed JSON"));
    }

    @Test
    void aBrokenEnvelopeKeepsWhatCameBefore() {
        String body = "{\"records\":[\n" + signIn(id(), "2026-03-04T05:06:07Z") + ",\n{\"time\":oops}\n]}";
        post(json(), body).statusCode(400).contentType("application/problem+json").body("type",
                containsString("malformed-body"), "position.line", equalTo(3), "report.accepted", equalTo(1));
    }

    @Test
    void anUnknownCategoryIsADeadLetterThatCanBeReplayed() {
        String category = "Wobble" + id().substring(0, 8);
        String event = "{\"time\":\"2026-03-04T05:06:07Z\",\"category\":\"" + category
                + "\",\"properties\":{\"shade\":\"teal\"}}";
        post(json(), event).statusCode(200).body("rejected", equalTo(1), "rejections[0].reason",
                containsString("the known ones are"));
        String found = BASE + "dead-letters?reason=" + category;
        int letter = given().get(found).then().statusCode(200).body("total", equalTo(1), "items[0].event",
                equalTo(event)).extract().path("items[0].id");
        given().urlEncodingEnabled(false).post(BASE + "dead-letters/" + letter + ":replay").then().statusCode(200)
                .body("rejected", equalTo(1));
        putTable(category, "{\"categories\":[\"" + category
                + "\"],\"columns\":[{\"name\":\"Shade\",\"type\":\"string\",\"from\":[\"properties.shade\"]},"
                + "{\"name\":\"TimeGenerated\",\"type\":\"datetime\",\"from\":[\"time\"]}]}").statusCode(200);
        given().urlEncodingEnabled(false).post(BASE + "dead-letters/" + letter + ":replay").then().statusCode(200)
                .body("accepted", equalTo(1));
        given().get(found).then().body("total", equalTo(0));
    }

    @Test
    void aCustomTableTakesRowsAndGainsColumns() throws IOException {
        String table = "Visits" + id().substring(0, 8);
        putTable(table, "{\"columns\":[{\"name\":\"Who\",\"type\":\"string\"}],\"identity\":"
                + "{\"columns\":[\"TimeGenerated\",\"Who\"]}}").statusCode(200).body("version", equalTo(1),
                        "columns.name", hasItem("TimeGenerated"));
        String rows = "[{\"TimeGenerated\":\"2026-03-04T05:06:07Z\",\"Who\":\"ann\",\"Floor\":\"3\"},"
                + "{\"TimeGenerated\":\"2026-03-04T05:06:07Z\",\"Who\":\"ann\"}]";
        post(json().queryParam("table", table).queryParam("refresh", "wait_for"), rows).statusCode(200)
                .body("accepted", equalTo(1), "duplicates", equalTo(1));
        assertThat(indices.count("default", table.toLowerCase(Locale.ROOT))).isEqualTo(1);
        putTable(table, "{\"columns\":[{\"name\":\"Floor\",\"type\":\"long\"}]}").statusCode(200).body("version",
                equalTo(2), "columns.name", hasItem("Who"));
        post(json().queryParam("table", table),
                "{\"TimeGenerated\":\"2026-03-05T05:06:07Z\",\"Who\":\"ann\",\"Floor\":\"three\"}")
                .body("accepted", equalTo(1), "nulledValues.Floor", equalTo(1));
        putTable(table, "{\"columns\":[{\"name\":\"Who\",\"type\":\"long\"}]}").statusCode(409);
        putTable(table.toUpperCase(Locale.ROOT), "{\"columns\":[]}").statusCode(409);
        putTable("SigninLogs", "{\"columns\":[]}").statusCode(409);
        putTable("1st", "{\"columns\":[]}").statusCode(400);
        given().delete(BASE + "tables/" + table).then().statusCode(204);
        given().get(BASE + "tables/" + table).then().statusCode(404);
        assertThat(indices.list("default", table.toLowerCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void waitingMakesRowsVisible() throws IOException {
        long before = indices.count("default", "aadmanagedidentitysigninlogs");
        String event = signIn(id(), "2026-03-04T05:06:07Z").replace("SignInLogs", "ManagedIdentitySignInLogs");
        post(json().queryParam("refresh", "wait_for"), event).body("accepted", equalTo(1));
        assertThat(indices.count("default", "aadmanagedidentitysigninlogs")).isEqualTo(before + 1);
    }

    @Test
    void aLongBodyIsStreamed() {
        String blank = " ".repeat(1023) + "\n";
        given().contentType("application/x-ndjson")
                .body((blank.repeat(66 * 1024) + signIn(id(), "2026-03-04T05:06:07Z")).getBytes(StandardCharsets.UTF_8))
                .post(INGEST).then()
                .statusCode(200).body("accepted", equalTo(1));
        given().contentType("application/json").body(blank.repeat(66 * 1024).getBytes(StandardCharsets.UTF_8))
                .put(BASE + "tables/Big").then()
                .statusCode(413);
    }

    @Test
    void wrongRequestsAreToldWhy() {
        given().contentType("application/json").body("{}").post("/api/v1/workspaces/nowhere/ingest").then()
                .statusCode(404).body("type", containsString("unknown-workspace"));
        post(json().queryParam("table", "Nonsense"), "{}").statusCode(404).body("detail", containsString("SigninLogs"));
        post(json().queryParam("refresh", "maybe"), "{}").statusCode(400);
        given().contentType("text/plain").body("{}").post(INGEST).then().statusCode(415);
        given().contentType("application/json").header("Content-Encoding", "br").body("{}").post(INGEST).then()
                .statusCode(415);
        given().contentType("application/json").header("Content-Encoding", "gzip").body("not gzip").post(INGEST).then()
                .statusCode(400);
        post(json(), "[1, \"two\"]").statusCode(200).body("rejected", equalTo(2));
    }

    @Test
    void oddValuesAreStoredAndMarked() {
        String event = """
                {"time":"2026-03-04T05:06:07Z","category":"SignInLogs","properties":{"id":"%s",
                "createdDateTime":"1815-06-18T11:00:00Z","ipAddress":"10.0.0.1:443","userAgent":"%s",
                "status":{"errorCode":"0"},"appliedConditionalAccessPolicies":{"id":"no array"},
                "x":"\\u0000"}}""".formatted(id(), "u".repeat(9000));
        post(json(), event.replace("\n", "")).statusCode(200).body("accepted", equalTo(1), "rejected", equalTo(0));
        post(json(), "{\"category\":\"SignInLogs\",\"properties\":{\"userId\":\"\\ud800\"}}").body("accepted",
                equalTo(1));
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static ValidatableResponse post(RequestSpecification request, String body) {
        return request.body(body).post(INGEST).then();
    }

    private static ValidatableResponse putTable(String name, String body) {
        return json().body(body).put(BASE + "tables/" + name).then();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String signIn(String id, String time) {
        return "{\"time\":\"" + time + "\",\"category\":\"SignInLogs\",\"tenantId\":\"t-1\",\"resultType\":\"0\","
                + "\"properties\":{\"id\":\"" + id + "\",\"createdDateTime\":\"" + time + "\",\"userId\":\"u\"}}";
    }
}
