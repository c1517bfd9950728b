package dev.harrier.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Help while a query is written: how it could go on, over events in the real index, and what the language has. */
@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class CompletionResourceTest {
    private static final String WORKSPACE = "/api/v1/workspaces/completion-test";
    private static final String FUNCTIONS = "/api/v1/functions";
    private static final String EVENT = """
            {"Type":"SigninLogs","Id":"%s","CreatedDateTime":"2026-03-01T10:00:00Z","TimeGenerated":"2026-03-01T10:00:00Z",\
            "UserPrincipalName":"ada@fjord.example","ResultType":"%s"}
            """;
    private static boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        given().put(WORKSPACE).then().statusCode(anyOf(equalTo(200), equalTo(201)));
        String events = EVENT.formatted("c-1", "0") + EVENT.formatted("c-2", "50126") + EVENT.formatted("c-3", "50126");
        given().contentType("application/x-ndjson").body(events.getBytes(StandardCharsets.UTF_8))
                .post(WORKSPACE + "/ingest?refresh=wait_for").then().statusCode(200).body("rejected", equalTo(0));
        filled = true;
    }

    private static ValidatableResponse complete(String query, Integer position, String timespan) {
        Map<String, Object> body = new HashMap<>();
        body.put("query", query);
        body.put("position", position);
        body.put("timespan", timespan);
        return given().urlEncodingEnabled(false).contentType(ContentType.JSON).body(body)
                .post(WORKSPACE + "/queries:complete").then();
    }

    @Test
    void offersTheColumnsOfATable() {
        complete("SigninLogs | where Us | count", 21, null).statusCode(200).body("start", equalTo(19))
                .body("length", equalTo(2)).body("items[0].kind", equalTo("column"))
                .body("items.label", hasItems("UserPrincipalName", "UserId"));
        complete("SigninLogs | summarize count() by ", null, null).statusCode(200)
                .body("items.label", hasItem("ResultType"));
    }

    @Test
    void offersTheValuesOfAColumn() {
        complete("SigninLogs | where ResultType == ", null, "2026-03-01/2026-03-02").statusCode(200)
                .body("items[0].insertText", equalTo("\"50126\"")).body("items[0].kind", equalTo("value"))
                .body("items[1].insertText", equalTo("\"0\""));
        complete("SigninLogs | where ResultType == ", null, "2020-01-01/2020-01-02").statusCode(200)
                .body("items.kind", not(hasItem("value")));
    }

    @Test
    void refusesAPlaceThatTheTextDoesNotHave() {
        complete("T", 2, null).statusCode(400).body("type", equalTo("urn:harrier:problem:invalid-position"));
        complete(null, null, null).statusCode(400).body("type", equalTo("urn:harrier:problem:no-query"));
    }

    @Test
    void completionsAreNotAudited() {
        complete("SigninLogs | ", null, null).statusCode(200);
        given().get(WORKSPACE + "/audit").then().statusCode(200)
                .body("items.action", not(hasItem(containsString("complete"))));
    }

    @Test
    void listsFunctions() {
        given().get(FUNCTIONS + "?name=IPV4&kind=function").then().statusCode(200)
                .body("items.name", hasItems("ipv4_is_private", "parse_ipv4"))
                .body("items.kind", everyItem(equalTo("function")))
                .body("items.support", everyItem(equalTo("supported")));
        given().get(FUNCTIONS + "?support=refused&kind=plugin").then().statusCode(200)
                .body("items.name", hasItem("python")).body("items[0].advice", not(equalTo("")));
    }

    @Test
    void showsAFunctionByAnyOfItsNames() {
        given().get(FUNCTIONS + "/strlen").then().statusCode(200).body("forms[0]", startsWith("strlen("))
                .body("examples[0].query", containsString("strlen"));
        given().get(FUNCTIONS + "/iif").then().statusCode(200).body("name", equalTo("iff"));
        given().get(FUNCTIONS + "/nosuch").then().statusCode(404);
    }

    @Test
    void saysThatNothingHasChanged() {
        String tag = given().get(FUNCTIONS).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(FUNCTIONS).then().statusCode(304);
    }
}
