package dev.harrier.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation alike: methods, media types, paging, compression, headers. */
@QuarkusTest
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class HttpBehaviourTest {
    private static final String WORKSPACE = "/api/v1/workspaces/http-test";
    private static final String PROBLEM = "application/problem+json";

    @BeforeEach
    void prepare() {
        given().put(WORKSPACE);
    }

    private static ValidatableResponse problem(Response response, int status) {
        return response.then().statusCode(status).contentType(PROBLEM).body("status", equalTo(status))
                .body("type", notNullValue()).body("detail", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"PATCH,/queries", "PUT,/queries", "GET,/queries:validate", "DELETE,/ingest", "GET,/ingest",
            "POST,/audit", "POST,/operations", "PUT,/keys", "POST,/tables", "DELETE,/tables", "PATCH,/tables/X"})
    void refusesMethodsThatAPathDoesNotTake(String method, String path) {
        problem(given().urlEncodingEnabled(false).request(method, WORKSPACE + path), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/v1", "/api/v1/workspaces/http-test/nothing",
            "/api/v1/workspaces/http-test/operations/no-uuid", "/api/v1/workspaces/http-test/dead-letters/x"})
    void knowsWhatIsNotThere(String path) {
        problem(given().get(path), 404);
    }

    @Test
    void answersHeadAndOptions() {
        given().head(WORKSPACE + "/tables").then().statusCode(200).contentType("application/json");
        given().options(WORKSPACE + "/tables").then().statusCode(200).header("Allow", containsString("GET"));
    }

    @Test
    void ignoresParametersAndMembersItDoesNotKnow() {
        given().get(WORKSPACE + "/tables?colour=red").then().statusCode(200);
        given().contentType(ContentType.JSON).body("{\"query\":\"print 1\",\"colour\":\"red\"}")
                .post(WORKSPACE + "/queries").then().statusCode(200);
    }

    @Test
    void tellsWhereJsonIsBroken() {
        problem(given().contentType(ContentType.JSON).body("{\"query\":\n \"x\", }").post(WORKSPACE + "/queries"), 400)
                .body("type", equalTo("urn:harrier:problem:malformed-json")).body("line", equalTo(2))
                .body("column", equalTo(7));
        problem(given().contentType(ContentType.JSON).body("{\"query\":\"x\",\n\"options\":{\"maxRows\":\"many\"}}")
                .post(WORKSPACE + "/queries"), 400).body("line", equalTo(2))
                .body("detail", not(containsString("dev.harrier")));
        problem(given().contentType(ContentType.JSON).body("[1]").post(WORKSPACE + "/queries"), 400);
        given().contentType(ContentType.JSON).body("[1]").post("/v1/workspaces/http-test/query").then()
                .statusCode(400).contentType(ContentType.JSON).body("error.code", equalTo("BadArgumentError"));
    }

    @Test
    void negotiatesMediaTypes() {
        problem(given().contentType("text/plain").body("print 1").post(WORKSPACE + "/queries"), 415);
        problem(given().contentType("application/xml").body("<a/>").post(WORKSPACE + "/ingest"), 415);
        problem(given().accept("text/html").get(WORKSPACE + "/tables"), 406);
        problem(given().accept("image/png").contentType(ContentType.JSON).body(Map.of("query", "print 1"))
                .post(WORKSPACE + "/queries"), 406);
        given().accept("application/json;q=0.4, text/csv;q=0.5").contentType(ContentType.JSON)
                .body(Map.of("query", "print 1")).post(WORKSPACE + "/queries").then().statusCode(200)
                .contentType("text/csv").header("X-Query-Id", notNullValue());
    }

    @Test
    void readsEncodedColons() {
        given().urlEncodingEnabled(false).contentType(ContentType.JSON).body(Map.of("query", "print 1"))
                .post(WORKSPACE + "/queries%3Avalidate?colour=%3A").then().statusCode(200)
                .body("valid", equalTo(true));
    }

    @Test
    void pagesLists() {
        IntStream.range(0, 5).forEach(n -> given().contentType(ContentType.JSON).body(Map.of("query", "print " + n))
                .post(WORKSPACE + "/queries").then().statusCode(200));
        Response first = given().get(WORKSPACE + "/audit?pageSize=2");
        first.then().statusCode(200).body("items", hasSize(2)).body("nextCursor", notNullValue());
        String link = first.header("Link");
        assertThat(link).matches("<http.*[?&]cursor=.*>; rel=\"next\"").contains("pageSize=2");
        List<Integer> ids = first.path("items.id");
        given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))).then().statusCode(200)
                .body("items", hasSize(2)).body("items[0].id", lessThanOrEqualTo(ids.get(1) - 1));
        given().get(WORKSPACE + "/audit?pageSize=1000").then().statusCode(200).body("nextCursor", nullValue())
                .header("Link", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/operations", "/dead-letters"})
    void boundsPages(String list) {
        given().get(WORKSPACE + list + "?pageSize=99999999").then().statusCode(200);
        for (String wrong : List.of("pageSize=0", "pageSize=-5", "pageSize=few", "pageSize=99999999999999999999",
                "cursor=x")) {
            problem(given().get(WORKSPACE + list + "?" + wrong), 400).body("type",
                    equalTo("urn:harrier:problem:invalid-parameter"));
        }
    }

    @Test
    void compressesWhenOffered() {
        given().header("Accept-Encoding", "gzip").get(WORKSPACE + "/tables").then().statusCode(200)
                .header("Content-Encoding", "gzip").body("items.name", notNullValue());
        given().header("Accept-Encoding", "gzip").contentType(ContentType.JSON).accept("application/x-ndjson")
                .body(Map.of("query", "range x from 1 to 1000 step 1")).post(WORKSPACE + "/queries").then()
                .statusCode(200).header("Content-Encoding", "gzip").body(containsString("\"complete\":true"));
        given().config(RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .get(WORKSPACE + "/tables").then().header("Content-Encoding", nullValue());
    }

    @Test
    void tellsBrowsersToBeCareful() {
        given().get(WORKSPACE + "/tables").then().header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY").header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
        given().get("/nowhere").then().header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void showsTheContractToEveryone() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
        given().get("/q/openapi").then().statusCode(200).body(containsString("openapi: 3.1"));
        given().get("/q/openapi?format=json").then().statusCode(200).body("info.title", equalTo("Harrier"));
    }
}
