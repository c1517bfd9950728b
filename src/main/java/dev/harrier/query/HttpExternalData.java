package dev.harrier.query;

import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.ExternalData;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * External data over HTTPS, from hosts that the configuration names and nowhere else. Redirects stay on their host. A
 * host whose address is private is only reached if it is configured as such; addresses are checked right before a
 * request, which then finds them in the cache of the runtime.
 */
final class HttpExternalData implements ExternalData {
    private static final String SETTING = "harrier.query.external-data.hosts";
    private static final int MOST_REDIRECTS = 3;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final Limits limits;

    /**
     * @param hosts {@code name}, or {@code name:port} for another port than 443
     * @param privateHosts in the same form; they may have private addresses, and plain HTTP if those are loopback
     * @param bytes of one location, unpacked
     * @param timeout of one location
     */
    record Limits(List<String> hosts, List<String> privateHosts, long bytes, Duration timeout) {}

    HttpExternalData(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<String> refusal(String location) {
        URI uri = parse(location);
        if (uri == null || uri.getHost() == null || uri.getUserInfo() != null) {
            return Optional.of("it is no URL of the form https://host/path");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("only https is read");
        }
        if (isListed(limits.privateHosts, uri)) {
            return Optional.empty();
        }
        if (http) {
            return Optional.of("only https is read");
        }
        return isListed(limits.hosts, uri)
                ? Optional.empty()
                : Optional.of("an administrator can allow the host '" + authority(uri) + "' in " + SETTING);
    }

    private static URI parse(String location) {
        try {
            return URI.create(location);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String authority(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        return port < 0 || port == HTTPS_PORT ? host : host + ":" + port;
    }

    private static boolean isListed(List<String> hosts, URI uri) {
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        String authority = plain && uri.getPort() < 0 ? authority(uri) + ":" + HTTP_PORT : authority(uri);
        return hosts.stream().anyMatch(host -> host.strip().toLowerCase(Locale.ROOT).equals(authority));
    }

    @Override
    public InputStream open(String location, QueryContext context) {
        URI uri = parse(location);
        try {
            Duration timeout = limits.timeout.compareTo(context.remaining()) < 0
                    ? limits.timeout
                    : context.remaining();
            return Unpacked.of(uri.getPath(), body(uri, timeout, context), limits.bytes);
        } catch (IOException failure) {
            context.check();
            throw failed(uri, failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryFailure.Cancelled();
        }
    }

    private InputStream body(URI first, Duration timeout, QueryContext context)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        URI uri = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            checkAddress(uri);
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(until(deadline)).GET().build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            InputStream body = response.body();
            if (response.statusCode() == 200) {
                context.onCancel(() -> close(body));
                CompletableFuture.delayedExecutor(until(deadline).toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> close(body));
                return body;
            }
            close(body);
            Optional<String> next = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || next.isEmpty()) {
                throw failed(uri, "it answered with the status " + response.statusCode());
            }
            URI target = uri.resolve(next.get());
            boolean same = target.getHost() != null && authority(target).equals(authority(uri))
                    && uri.getScheme().equalsIgnoreCase(target.getScheme()) && target.getUserInfo() == null;
            if (!same) {
                throw failed(uri, "it redirects to another host, which is not followed");
            }
            uri = target;
        }
        throw failed(first, "it redirects too often");
    }

    /** At least a millisecond: a request takes no timeout of zero. */
    private static Duration until(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private void checkAddress(URI uri) throws UnknownHostException {
        boolean listedAsPrivate = isListed(limits.privateHosts, uri);
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
            if (plain && !address.isLoopbackAddress()) {
                throw failed(uri, "plain HTTP is for loopback addresses only");
            }
            if (!listedAsPrivate && isPrivate(address)) {
                throw failed(uri, "its address is private; harrier.query.external-data.private-hosts would allow it");
            }
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean shared = bytes.length == 4 && (first == 100 && second >= 64 && second < 128 || first == 0
                || first >= 240 || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xFE) == 18);
        boolean unique = bytes.length == 16 && (first & 0xFE) == 0xFC;
        boolean translated = bytes.length == 16
                && (first == 0 || first == 0x64 && second == 0xFF || first == 0x20 && second == 0x02);
        return shared || unique || translated || address.isAnyLocalAddress() || address.isLoopbackAddress()
                || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress();
    }

    private static QueryFailure.StorageFailed failed(URI uri, String why) {
        return new QueryFailure.StorageFailed("the external data at " + uri.getHost() + " could not be read: " + why,
                null);
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException ignored) {
            // Nothing more is read from it.
        }
    }
}
