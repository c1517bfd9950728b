package dev.harrier.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service is what the committed contract says. */
@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class ContractTest {
    private static final String WORKSPACE = "/api/v1/workspaces/contract-test";
    private static final String NOWHERE = "/api/v1/workspaces/nowhere";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Contract served;

    @BeforeEach
    void prepare() throws IOException {
        if (served == null) {
            served = Contract.parse(given().get("/q/openapi").then().statusCode(200).extract().asString());
            given().put(WORKSPACE);
        }
    }

    private static RequestSpecification query(String text) {
        return given().urlEncodingEnabled(false).contentType(ContentType.JSON).body(Map.of("query", text));
    }

    /** Asserts the status and that the answer is as the contract says. */
    private static JsonNode conforms(String operationId, int status, Response response) throws IOException {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        String mediaType = response.contentType().split(";")[0];
        JsonNode body = JSON.readTree(response.asString());
        assertThat(served.violations(operationId, status, mediaType, body)).as(response.asString()).isEmpty();
        return body;
    }

    private static void refuses(String operationId, int status, Response response) throws IOException {
        assertThat(response.contentType()).as(response.asString()).startsWith(PROBLEM);
        conforms(operationId, status, response);
    }

    @Test
    void theCommittedContractIsTheOneServed() throws IOException {
        if (Boolean.getBoolean("harrier.openapi.record")) {
            Files.writeString(Contract.FILE, given().get("/q/openapi").asString());
        }
        assertThat(served.root()).as("the service differs from %s; if that is meant, record it by\n"
                + "  mvn test -Dtest=ContractTest -Dharrier.openapi.record=true\n", Contract.FILE)
                .isEqualTo(Contract.committed().root());
    }

    @Test
    void answersOfQueries() throws IOException {
        String types = "print b = true, i = int(1), l = 2, r = real(nan), d = decimal(1.5), s = 'x', t = now(), "
                + "p = 1h, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), o = dynamic({'a':[1]}), n = int(null)";
        conforms("runQuery", 200, query(types).post(WORKSPACE + "/queries"));
        conforms("runQuery", 200, query("print 1 | render table").post(WORKSPACE + "/queries"));
        Response lines = query("range x from 1 to 2 step 1").accept("application/x-ndjson")
                .post(WORKSPACE + "/queries");
        for (String line : lines.asString().split("\n")) {
            assertThat(served.violations("runQuery", 200, "application/x-ndjson", JSON.readTree(line))).isEmpty();
        }
        refuses("runQuery", 400, query("print x").post(WORKSPACE + "/queries"));
        refuses("runQuery", 404, query("print 1").post(NOWHERE + "/queries"));
        refuses("runQuery", 406, query("print 1").accept("image/png").post(WORKSPACE + "/queries"));
        refuses("runQuery", 415, given().contentType("text/plain").body("print 1").post(WORKSPACE + "/queries"));
        refuses("runQuery", 422, given().contentType(ContentType.JSON)
                .body(Map.of("query", "range x from 1 to 9 step 1", "options", Map.of("maxRows", 1)))
                .post(WORKSPACE + "/queries"));
        conforms("listQueries", 200, given().get(WORKSPACE + "/queries"));
        refuses("cancelQuery", 404, given().delete(WORKSPACE + "/queries/" + UUID.randomUUID()));
    }

    @Test
    void answersAboutQueries() throws IOException {
        conforms("validateQuery", 200, query("SigninLogs | count").post(WORKSPACE + "/queries:validate"));
        conforms("validateQuery", 200, query("SigninLogs | coun").post(WORKSPACE + "/queries:validate"));
        refuses("validateQuery", 400, given().urlEncodingEnabled(false).contentType(ContentType.JSON).body("{}")
                .post(WORKSPACE + "/queries:validate"));
        conforms("explainQuery", 200, query("SigninLogs | count").post(WORKSPACE + "/queries:explain"));
        refuses("explainQuery", 400, query("SigninLogs | coun").post(WORKSPACE + "/queries:explain"));
    }

    @Test
    void helpWithQueries() throws IOException {
        conforms("completeQuery", 200, query("SigninLogs | where Us").post(WORKSPACE + "/queries:complete"));
        refuses("completeQuery", 400, given().urlEncodingEnabled(false).contentType(ContentType.JSON)
                .body("{\"query\":\"T\",\"position\":9}").post(WORKSPACE + "/queries:complete"));
        refuses("completeQuery", 404, query("T").post(NOWHERE + "/queries:complete"));
        conforms("listFunctions", 200, given().get("/api/v1/functions?support=all"));
        refuses("listFunctions", 400, given().get("/api/v1/functions?kind=verb"));
        conforms("getFunction", 200, given().get("/api/v1/functions/strlen"));
        refuses("getFunction", 400, given().get("/api/v1/functions/strlen?kind=verb"));
        refuses("getFunction", 404, given().get("/api/v1/functions/nosuch"));
    }

    @Test
    void operations() throws IOException {
        JsonNode accepted = conforms("runQuery", 202,
                query("print 1").header("Prefer", "respond-async").post(WORKSPACE + "/queries"));
        String path = WORKSPACE + "/operations/" + accepted.path("id").asText();
        conforms("listOperations", 200, given().get(WORKSPACE + "/operations"));
        refuses("listOperations", 400, given().get(WORKSPACE + "/operations?pageSize=0"));
        await().atMost(Duration.ofSeconds(20)).until(() -> given().get(path + "/result").statusCode() == 200);
        conforms("getOperation", 200, given().get(path));
        conforms("getOperationResult", 200, given().get(path + "/result"));
        refuses("getOperation", 404, given().get(WORKSPACE + "/operations/" + UUID.randomUUID()));
        assertThat(given().delete(path).statusCode()).isEqualTo(204);
    }

    @Test
    void ingestAndItsDeadLetters() throws IOException {
        String event = "{\"time\":\"2026-03-01T10:00:00Z\",\"category\":\"SignInLogs\",\"properties\":{\"id\":\"c-1\"}}";
        String ingest = WORKSPACE + "/ingest";
        JsonNode report = conforms("ingest", 200, given().contentType("application/x-ndjson")
                .body((event + "\n{\"category\":\"NoSuch\"}\n").getBytes()).post(ingest));
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        refuses("ingest", 400, given().contentType(ContentType.JSON).body("[" + event + ",{]").post(ingest));
        refuses("ingest", 404, given().contentType(ContentType.JSON).body(event).post(ingest + "?table=NoSuch"));
        refuses("ingest", 415, given().contentType("application/xml").body("<a/>").post(ingest));
        JsonNode letters = conforms("listDeadLetters", 200, given().get(WORKSPACE + "/dead-letters"));
        String letter = WORKSPACE + "/dead-letters/" + letters.path("items").path(0).path("id").asText();
        conforms("getDeadLetter", 200, given().get(letter));
        conforms("replayDeadLetter", 200, given().urlEncodingEnabled(false).post(letter + ":replay"));
        conforms("replayDeadLetters", 200,
                given().urlEncodingEnabled(false).post(WORKSPACE + "/dead-letters:replay"));
        conforms("deleteDeadLetters", 200, given().delete(WORKSPACE + "/dead-letters"));
        refuses("getDeadLetter", 404, given().get(letter));
        refuses("listDeadLetters", 400, given().get(WORKSPACE + "/dead-letters?cursor=%25"));
    }

    @Test
    void tablesAndWorkspaces() throws IOException {
        conforms("listTables", 200, given().get(WORKSPACE + "/tables"));
        conforms("getTable", 200, given().get(WORKSPACE + "/tables/SigninLogs"));
        refuses("getTable", 404, given().get(WORKSPACE + "/tables/NoSuch"));
        Map<String, Object> doors = Map.of("columns", List.of(Map.of("name", "Door", "type", "string")));
        conforms("putTable", 200,
                given().contentType(ContentType.JSON).body(doors).put(WORKSPACE + "/tables/Doors"));
        refuses("putTable", 400, given().contentType(ContentType.JSON).body("{\"columns\":[{\"name\":\"a\"}]}")
                .put(WORKSPACE + "/tables/Broken"));
        refuses("putTable", 409,
                given().contentType(ContentType.JSON).body(doors).put(WORKSPACE + "/tables/SigninLogs"));
        refuses("deleteTable", 409, given().delete(WORKSPACE + "/tables/SigninLogs"));
        assertThat(given().delete(WORKSPACE + "/tables/Doors").statusCode()).isEqualTo(204);
        conforms("getWorkspace", 200, given().get(WORKSPACE));
        refuses("getWorkspace", 404, given().get(NOWHERE));
        conforms("putWorkspace", 200, given().put(WORKSPACE));
        refuses("putWorkspace", 400, given().put("/api/v1/workspaces/No_Name"));
    }

    @Test
    void keysAndTheAudit() throws IOException {
        String keys = WORKSPACE + "/keys";
        JsonNode made = conforms("createKey", 201, given().contentType(ContentType.JSON)
                .body(Map.of("name", "contract", "roles", List.of("reader"))).post(keys));
        refuses("createKey", 400, given().contentType(ContentType.JSON).body("{}").post(keys));
        assertThat(given().delete(keys + "/" + made.path("id").asText()).statusCode()).isEqualTo(204);
        refuses("revokeKey", 404, given().delete(keys + "/" + UUID.randomUUID()));
        conforms("listKeys", 200, given().get(keys));
        conforms("listAudit", 200, given().get(WORKSPACE + "/audit"));
        refuses("listAudit", 400, given().get(WORKSPACE + "/audit?pageSize=few"));
        refuses("listAudit", 401, given().header("X-Api-Key", "hk_wrong").get(WORKSPACE + "/audit"));
    }

    @Test
    void theFormOfLogAnalytics() throws IOException {
        String path = "/v1/workspaces/contract-test/query";
        conforms("queryLogAnalytics", 200, query("print dynamic({'a':1})")
                .header("Prefer", "include-statistics=true,include-render=true").post(path));
        conforms("queryLogAnalyticsByGet", 200, given().queryParam("query", "print 1").get(path));
        conforms("queryLogAnalytics", 400, query("print x").post(path));
        conforms("queryLogAnalytics", 400, given().contentType(ContentType.JSON).body("{\"query\":").post(path));
        conforms("queryLogAnalytics", 404, query("print 1").post("/v1/workspaces/nowhere/query"));
    }
}
