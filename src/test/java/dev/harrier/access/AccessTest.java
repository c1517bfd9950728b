package dev.harrier.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.harrier.engine.EnginesForTests;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may do what, where access is not open. */
@QuarkusTest
@TestProfile(AccessTest.KeysNeeded.class)
@WithTestResource(value = EnginesForTests.class, scope = TestResourceScope.GLOBAL)
class AccessTest {
    private static final String QUERIES = "/api/v1/workspaces/default/queries";
    private static final Map<String, String> QUERY = Map.of("query", "print 1");

    /** Access as production has it. */
    public static class KeysNeeded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("harrier.access.open", "false");
        }
    }

    @Inject
    ApiKeys keys;

    @Inject
    DataSource database;

    private String key(String workspace, Role... roles) {
        return keys.create("test", Optional.ofNullable(workspace), Set.of(roles), Optional.empty()).key();
    }

    @Test
    void asksForAKey() {
        given().contentType(ContentType.JSON).body(QUERY).post(QUERIES).then().statusCode(401)
                .contentType("application/problem+json").body("detail", containsString("API key"));
        given().header("X-Api-Key", "hk_wrong").contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(401);
    }

    @Test
    void takesTheKeyFromEitherHeader() {
        String reader = key("default", Role.READER);
        given().header("X-Api-Key", reader).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + reader).contentType(ContentType.JSON).body(QUERY).post(QUERIES)
                .then().statusCode(200);
    }

    @Test
    void holdsRolesApart() {
        String ingestor = key("default", Role.INGESTOR);
        given().header("X-Api-Key", ingestor).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(403).body("detail", containsString("'reader' is needed in workspace 'default'"));
        String reader = key("default", Role.READER);
        given().header("X-Api-Key", reader).contentType(ContentType.JSON).body("{}")
                .post("/api/v1/workspaces/default/ingest").then().statusCode(403);
        given().header("X-Api-Key", reader).get("/api/v1/workspaces/default/keys").then().statusCode(403);
    }

    @Test
    void holdsWorkspacesApart() {
        String elsewhere = key("elsewhere", Role.ADMIN);
        given().header("X-Api-Key", elsewhere).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(403);
    }

    @Test
    void makesAndRevokesKeys() {
        String admin = key(null, Role.ADMIN);
        Map<String, Object> made = given().header("X-Api-Key", admin).contentType(ContentType.JSON)
                .body(Map.of("name", "script", "roles", List.of("reader")))
                .post("/api/v1/workspaces/default/keys").then().statusCode(201).extract().as(Map.class);
        String reader = (String) made.get("key");
        given().header("X-Api-Key", reader).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(200);
        given().header("X-Api-Key", admin).delete("/api/v1/workspaces/default/keys/" + made.get("id")).then()
                .statusCode(204);
        given().header("X-Api-Key", reader).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(401);
        given().header("X-Api-Key", admin).contentType(ContentType.JSON)
                .body(Map.of("name", "script", "roles", List.of("king"))).post("/api/v1/workspaces/default/keys")
                .then().statusCode(400).body("detail", containsString("'king' is not a role"));
    }

    @Test
    void forgetsKeysThatExpired() {
        String expired = keys.create("old", Optional.empty(), Set.of(Role.ADMIN), Optional.of(Instant.EPOCH)).key();
        given().header("X-Api-Key", expired).contentType(ContentType.JSON).body(QUERY).post(QUERIES).then()
                .statusCode(401);
    }

    @Test
    void auditsQueriesAndRefusals() {
        String admin = key(null, Role.ADMIN);
        given().header("X-Api-Key", admin).contentType(ContentType.JSON).body(Map.of("query", "print audited = 1"))
                .post(QUERIES).then().statusCode(200);
        given().header("X-Api-Key", admin).get("/api/v1/workspaces/default/audit").then().statusCode(200)
                .body("items.detail", hasItem("print audited = 1")).body("items[0].caller", equalTo("key:test"));
    }

    @Test
    void letsNobodyChangeTheAudit() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into audit_entry (caller, address, action, status) values ('a', '', 'b', 200)");
            assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("update audit_entry set caller = 'c'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("truncate audit_entry")).hasMessageContaining("append-only");
        }
    }

    @Test
    void keepsNoSecret() throws SQLException {
        String key = key("default", Role.READER);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select hash from api_key")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).isNotEqualTo(key).hasSize(64);
            }
        }
    }

    @Test
    void keepsMetricsForThoseWhoHoldAKey() {
        given().get("/q/metrics").then().statusCode(401);
        given().header("X-Api-Key", key("default", Role.READER)).get("/q/metrics").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void showsTheContractToThoseWhoHoldNoKey() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void refusesInTheFormOfTheOperation() {
        given().contentType(ContentType.JSON).body(QUERY).post("/v1/workspaces/default/query").then().statusCode(401)
                .contentType(ContentType.JSON).body("error.code", equalTo("AuthenticationFailed"));
    }
}
