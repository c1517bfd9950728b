package dev.harrier.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The query operations, over events in the real index. */
@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class QueryResourceTest {
    private static final String WORKSPACE = "/api/v1/workspaces/query-test";
    private static final String QUERIES = WORKSPACE + "/queries";
    private static final String EVENTS = """
            {"Type":"SigninLogs","Id":"q-1","CreatedDateTime":"2026-03-01T10:00:00.1234567Z",\
            "TimeGenerated":"2026-03-01T10:00:00.1234567Z","UserPrincipalName":"Ada@fjord.example","ResultType":"0",\
            "Status":{"errorCode":0,"additionalDetails":"MFA requirement satisfied"},"IPAddress":"203.0.113.7"}
            {"Type":"SigninLogs","Id":"q-2","CreatedDateTime":"2026-03-01T11:00:00Z",\
            "TimeGenerated":"2026-03-01T11:00:00Z","UserPrincipalName":"bo@fjord.example","ResultType":"50126",\
            "Status":{"errorCode":50126},"IPAddress":"203.0.113.8"}
            {"Type":"SigninLogs","Id":"q-3","CreatedDateTime":"2026-03-02T11:00:00Z",\
            "TimeGenerated":"2026-03-02T11:00:00Z","UserPrincipalName":"bo@fjord.example","ResultType":"0",\
            "Status":{"errorCode":0},"IPAddress":"198.51.100.9"}
            """.replace("\\\n", "");
    private static boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        given().put(WORKSPACE).then().statusCode(anyOf(equalTo(200), equalTo(201)));
        given().contentType("application/x-ndjson").body(EVENTS.getBytes(StandardCharsets.UTF_8))
                .post(WORKSPACE + "/ingest?refresh=wait_for").then()
                .statusCode(200).body("rejected", equalTo(0));
        filled = true;
    }

    private static RequestSpecification query(String text) {
        return given().urlEncodingEnabled(false).contentType(ContentType.JSON).body(Map.of("query", text));
    }

    @Test
    void readsNoRowsOfATableWithoutEvents() {
        query("ADFSSignInLogs | mv-expand Copy = pack_array(1, 2) | count").post(QUERIES).then().statusCode(200)
                .body("tables[0].rows", equalTo(List.of(List.of(0))));
    }

    @Test
    void answersWithTypedColumnsAndNativeDynamics() {
        query("SigninLogs | where ResultType == 0 | project TimeGenerated, UserPrincipalName, Status | sort by TimeGenerated asc")
                .post(QUERIES).then().statusCode(200).body("tables[0].name", equalTo("PrimaryResult"))
                .body("tables[0].columns.type", equalTo(List.of("datetime", "string", "dynamic")))
                .body("tables[0].rows", hasSize(2))
                .body("tables[0].rows[0][0]", equalTo("2026-03-01T10:00:00.1234567Z"))
                .body("tables[0].rows[0][2].errorCode", equalTo(0)).body("statistics.rowsFetched", equalTo(2));
    }

    @Test
    void countsInsideTheIndex() {
        query("SigninLogs | summarize n = count() by ResultType | sort by n desc").post(QUERIES).then()
                .statusCode(200).body("tables[0].rows", equalTo(List.of(List.of("0", 2), List.of("50126", 1))))
                .body("statistics.rowsFetched", equalTo(2));
    }

    @Test
    void cutsEveryTableToTheTimespan() {
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "SigninLogs | count", "timespan", "2026-03-01T00:00:00Z/P1D")).post(QUERIES)
                .then().statusCode(200).body("tables[0].rows[0][0]", equalTo(2));
        given().contentType(ContentType.JSON).body(Map.of("query", "SigninLogs | count", "timespan", "yesterday"))
                .post(QUERIES).then().statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:invalid-timespan"));
    }

    @Test
    void writesLinesAndCommaSeparatedValues() {
        String text = "SigninLogs | sort by TimeGenerated asc | project UserPrincipalName, ResultType | take 2";
        String lines = query(text).accept("application/x-ndjson").post(QUERIES).then().statusCode(200).extract()
                .asString();
        assertThat(lines.lines()).containsExactly("{\"UserPrincipalName\":\"Ada@fjord.example\",\"ResultType\":\"0\"}",
                "{\"UserPrincipalName\":\"bo@fjord.example\",\"ResultType\":\"50126\"}",
                "{\"_status\":{\"complete\":true,\"rows\":2}}");
        String csv = query(text).accept("text/csv").post(QUERIES).then().statusCode(200).extract().asString();
        assertThat(csv).isEqualTo("UserPrincipalName,ResultType\r\nAda@fjord.example,0\r\nbo@fjord.example,50126\r\n");
    }

    @Test
    void tellsAllMistakesWithTheirPlaces() {
        query("SigninLogs\n| where UserPrincipleName == 'x'\n| extend y = strlen()").post(QUERIES).then()
                .statusCode(400).contentType("application/problem+json").body("diagnostics", hasSize(2))
                .body("diagnostics[0].line", equalTo(2)).body("diagnostics[0].column", equalTo(9))
                .body("diagnostics[0].fixes", hasItem("UserPrincipalName"))
                .body("diagnostics[0].excerpt", containsString("        ^^^^^^^^^^^^^^^^^"))
                .body("diagnostics[1].line", equalTo(3));
    }

    @Test
    void refusesByName() {
        query("SigninLogs | make-graph a --> b").post(QUERIES).then().statusCode(400)
                .body("diagnostics[0].code", equalTo("NotSupported"))
                .body("diagnostics[0].message", containsString("make-graph"));
    }

    @Test
    void validatesWithoutRunning() {
        query("SigninLogs | summarize dcount(IPAddress) by UserPrincipalName").post(WORKSPACE + "/queries:validate")
                .then().statusCode(200).body("valid", equalTo(true))
                .body("results[0].columns.name", equalTo(List.of("UserPrincipalName", "dcount_IPAddress")));
        query("SigninLogs | where").post(WORKSPACE + "/queries:validate").then().statusCode(200)
                .body("valid", equalTo(false)).body("diagnostics[0].line", equalTo(1));
    }

    @Test
    void explainsWhatIsAskedOfTheIndex() {
        query("SigninLogs | where UserPrincipalName =~ 'ADA@fjord.example' | summarize count() by IPAddress")
                .post(WORKSPACE + "/queries:explain").then().statusCode(200).body("results[0].scans", hasSize(1))
                .body("results[0].scans[0].requests[0]", containsString("UserPrincipalName.lc"))
                .body("results[0].notes", hasSize(0));
    }

    @Test
    void endsQueriesThatNeedTooMuch() {
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "range x from 1 to 3000000 step 1 | summarize make_list(x)", "options",
                        Map.of("memoryMb", 8)))
                .post(QUERIES).then().statusCode(422).body("code", equalTo("E_RUNAWAY_QUERY"))
                .body("operator", equalTo("summarize")).body("at.column", equalTo(36));
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "range x from 1 to 100 step 1", "options", Map.of("maxRows", 10))).post(QUERIES)
                .then().statusCode(422).body("code", equalTo("E_QUERY_RESULT_SET_TOO_LARGE"));
    }

    @Test
    void runsAsAnOperation() {
        Response accepted = query("SigninLogs | count").header("Prefer", "respond-async").post(QUERIES);
        accepted.then().statusCode(202);
        String location = accepted.getHeader("Location");
        String path = location.substring(location.indexOf("/api/"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(path).then().body("state", equalTo("succeeded")));
        given().get(path + "/result").then().statusCode(200).body("tables[0].rows[0][0]", equalTo(3));
    }

    @Test
    void cancelsARunningQuery() {
        String endless = "range x from 1 to 2000000000 step 1 | extend y = hash_sha256(tostring(x)) | summarize max(y)";
        Response accepted = query(endless).header("Prefer", "respond-async").post(QUERIES);
        String id = given().get(QUERIES).then().extract().path("items.find { it.query.contains('hash_sha256') }.id");
        given().delete(QUERIES + "/" + id).then().statusCode(204);
        String operation = accepted.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given()
                .get(WORKSPACE + "/operations/" + operation).then().body("state", equalTo("failed"))
                .body("error", containsString("E_QUERY_CANCELLED")));
    }

    @Test
    void answersAsLogAnalyticsDoes() {
        given().contentType(ContentType.JSON).header("Prefer", "include-statistics=true,include-render=true")
                .body(Map.of("query", "SigninLogs | where isnotempty(Status) | project Status | take 1"))
                .post("/v1/workspaces/query-test/query").then().statusCode(200)
                .body("tables[0].rows[0][0]", containsString("\"errorCode\":"))
                .body("statistics.query.executionTime", org.hamcrest.Matchers.notNullValue())
                .body("render.visualization", equalTo("table")).body("error", nullValue());
        given().contentType(ContentType.JSON).body(Map.of("query", "SigninLogs | where (")) //
                .post("/v1/workspaces/query-test/query").then().statusCode(400)
                .body("error.code", equalTo("BadArgumentError"))
                .body("error.innererror.code", equalTo("SyntaxError"))
                .body("error.innererror.innererror.line", equalTo(1));
        given().contentType(ContentType.JSON).body(Map.of("query", "cluster('x').database('y').T"))
                .post("/v1/workspaces/query-test/query").then().statusCode(400)
                .body("error.innererror.code", equalTo("NotSupported"));
    }

    @Test
    void namesWhatIsNotThere() {
        query("print 1").post("/api/v1/workspaces/nowhere/queries").then().statusCode(404)
                .contentType("application/problem+json").body("detail", containsString("nowhere"));
        given().contentType(ContentType.JSON).body("{\"query\": ").post(QUERIES).then().statusCode(400)
                .contentType("application/problem+json");
        given().contentType(ContentType.JSON).body("{}").post(QUERIES).then().statusCode(400)
                .body("type", equalTo("urn:harrier:problem:no-query"));
    }
}
