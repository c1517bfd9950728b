package dev.harrier.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code externaldata} against a real server. */
class HttpExternalDataTest {
    private static final long MEGABYTE = 1024 * 1024;
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String host;
    private KqlEngine engine;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host = "127.0.0.1:" + server.getAddress().getPort();
        engine = engine(List.of(), List.of(host), Duration.ofSeconds(5));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static KqlEngine engine(List<String> hosts, List<String> privateHosts, Duration timeout) {
        HttpExternalData data = new HttpExternalData(
                new HttpExternalData.Limits(hosts, privateHosts, MEGABYTE, timeout));
        return new KqlEngine(new ReadableTables(Tables.NONE, name -> Optional.empty(), data));
    }

    private void serve(String path, byte[] body) {
        server.createContext(path, exchange -> answer(exchange, 200, body));
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void serve(String path, String body) {
        serve(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<Object>> rows(String query) {
        List<List<Object>> rows = new ArrayList<>();
        QueryExecution execution = engine.run(query.replace("HOST", "http://" + host),
                QueryOptions.DEFAULT.withPageSize(2));
        try (execution) {
            for (Page page = execution.tables().getFirst().next(); page != null; page = execution.tables().getFirst()
                    .next()) {
                for (int row = 0; row < page.rows(); row++) {
                    List<Object> values = new ArrayList<>();
                    for (int column = 0; column < page.blocks().size(); column++) {
                        values.add(page.block(column).get(row));
                    }
                    rows.add(values);
                }
            }
        }
        assertThat(execution.memoryUsed()).isZero();
        return rows;
    }

    @Test
    void readsDelimitedText() {
        serve("/a.csv", "\uFEFFname,n\r\nada,1\r\n\"bob, \"\"the\"\"\nsecond\",x\r\ncyd");
        assertThat(
                rows("externaldata (name:string, n:long) ['HOST/a.csv'] with (format='csv', ignoreFirstRecord=true)"))
                .containsExactly(List.of("ada", 1L), java.util.Arrays.asList("bob, \"the\"\nsecond", null),
                        java.util.Arrays.asList("cyd", null));
        serve("/b.tsv", "a\t2024-01-01\n");
        assertThat(rows("externaldata (s:string, t:datetime) [@'HOST/b.tsv'] | where t > datetime(2023-01-01)"
                + " | project s")).containsExactly(List.of("a"));
        serve("/c.psv", "a|1.5|{\"k\":7}\n");
        assertThat(rows("externaldata (s:string, r:real, d:dynamic) ['HOST/c.psv'] | project r, tolong(d.k)"))
                .containsExactly(List.of(1.5, 7L));
    }

    @Test
    void readsLinesAndWholeTexts() {
        serve("/list.txt", "10.0.0.1\n10.0.0.2, x\n");
        assertThat(rows("externaldata (line:string) ['HOST/list.txt']"))
                .containsExactly(List.of("10.0.0.1"), List.of("10.0.0.2, x"));
        assertThat(rows("externaldata (all:string) ['HOST/list.txt'] with (format='raw') | project strlen(all)"))
                .containsExactly(List.of(21L));
    }

    @Test
    void readsJson() {
        serve("/a.json", "{\"n\":1,\"s\":\"x\",\"d\":{\"k\":[1]}}\n{\"n\":\"2\",\"extra\":true}\n");
        assertThat(rows("externaldata (n:long, s:string, d:dynamic) ['HOST/a.json'] | project n, s, tostring(d.k)"))
                .containsExactly(List.of(1L, "x", "[1]"), List.of(2L, "", ""));
        serve("/b.json", "[{\"n\":1}, {\"n\":2}]");
        assertThat(rows("externaldata (n:long) ['HOST/b.json', 'HOST/a.json'] with (format='multijson')"))
                .containsExactly(List.of(1L), List.of(2L), List.of(1L), List.of(2L));
        serve("/bad.json", "{\"n\":1} {\"n\":");
        assertThatThrownBy(() -> rows("externaldata (n:long) ['HOST/bad.json']"))
                .isInstanceOf(QueryFailure.StorageFailed.class).hasMessageContaining("127.0.0.1");
    }

    @Test
    void unpacks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,1\nb,2\n".getBytes(StandardCharsets.UTF_8));
        }
        serve("/a.csv.gz", packed.toByteArray());
        assertThat(rows("externaldata (s:string, n:long) ['HOST/a.csv.gz'] | project n"))
                .containsExactly(List.of(1L), List.of(2L));
        serve("/one.zip", zip("a.csv"));
        assertThat(rows("externaldata (s:string) ['HOST/one.zip']")).containsExactly(List.of("a.csv"));
        serve("/two.zip", zip("a.csv", "b.csv"));
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/two.zip']")).hasMessageContaining("several");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(packed)) {
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void refusesHostsThatAreNotAllowed() {
        KqlEngine none = engine(List.of(), List.of(), Duration.ofSeconds(1));
        assertThatThrownBy(() -> none.run("externaldata (s:string) ['https://example.com/a.csv']",
                QueryOptions.DEFAULT)).isInstanceOf(QueryRejected.class)
                .hasMessageContaining("harrier.query.external-data.hosts").hasMessageContaining("example.com");
        for (String location : List.of("http://example.com/a", "file:///etc/passwd", "https://u:p@example.com/a",
                "ftp://example.com/a", "https://example.com:444/a", "not a location",
                "https://example.com.evil.org/a")) {
            KqlEngine one = engine(List.of("example.com"), List.of(), Duration.ofSeconds(1));
            assertThatThrownBy(() -> one.run("externaldata (s:string) ['" + location + "']", QueryOptions.DEFAULT))
                    .as(location).isInstanceOf(QueryRejected.class);
        }
    }

    @Test
    void doesNotReachPrivateAddressesOfAllowedHosts() {
        engine = engine(List.of("localhost", "127.0.0.1:1"), List.of(), Duration.ofSeconds(1));
        assertThatThrownBy(() -> rows("externaldata (s:string) ['https://localhost/a.csv']"))
                .isInstanceOf(QueryFailure.StorageFailed.class).hasMessageContaining("private");
        assertThatThrownBy(() -> rows("externaldata (s:string) ['https://127.0.0.1:1/a.csv']"))
                .hasMessageContaining("private");
    }

    @Test
    void followsRedirectsOnItsHostOnly() {
        serve("/here.csv", "x\n");
        redirect("/near.csv", "/here.csv");
        redirect("/far.csv", "http://localhost:" + server.getAddress().getPort() + "/here.csv");
        redirect("/loop.csv", "/loop.csv");
        assertThat(rows("externaldata (s:string) ['HOST/near.csv']")).containsExactly(List.of("x"));
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/far.csv']")).hasMessageContaining("another host");
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/loop.csv']")).hasMessageContaining("too often");
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/nothing.csv']")).hasMessageContaining("404");
    }

    private void redirect(String path, String target) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", target);
            answer(exchange, 302, new byte[0]);
        });
    }

    @Test
    void endsWhatIsTooLongOrTooSlow() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("0123456789abcde\n".repeat((int) MEGABYTE / 8).getBytes(StandardCharsets.UTF_8));
        }
        serve("/bomb.txt.gz", packed.toByteArray());
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/bomb.txt.gz'] | count"))
                .isInstanceOfSatisfying(QueryFailure.LimitExceeded.class,
                        failure -> assertThat(failure.code()).isEqualTo("E_EXTERNAL_DATA_TOO_LARGE"));
        server.createContext("/slow.txt", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        });
        engine = engine(List.of(), List.of(host), Duration.ofMillis(300));
        assertThatThrownBy(() -> rows("externaldata (s:string) ['HOST/slow.txt']"))
                .isInstanceOf(QueryFailure.StorageFailed.class);
    }

    @Test
    void readsNothingWhileAQueryIsChecked() {
        serve("/a.csv", "{\"\"a\"\":1}\n");
        engine.validate("externaldata (d:dynamic) ['http://" + host + "/a.csv'] | evaluate bag_unpack(d)",
                QueryOptions.DEFAULT);
        assertThat(requests).hasValue(0);
    }
}
