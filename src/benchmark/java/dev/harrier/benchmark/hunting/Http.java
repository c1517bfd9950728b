package dev.harrier.benchmark.hunting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests over kept connections, the same way to the service as to OpenSearch. */
final class Http {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int ERROR_FROM = 400;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Http(URI base) {
        this.base = base;
    }

    /** A status and the whole body. */
    record Reply(int status, byte[] body) {
        byte[] orFail() {
            if (status >= ERROR_FROM) {
                throw new IllegalStateException("status " + status + ": " + text());
            }
            return body;
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Reply send(String method, String path, String contentType, byte[] body) {
        try {
            HttpResponse<byte[]> response = client.send(request(method, path, contentType, body),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The body as it comes in, to be closed. */
    InputStream stream(String path, byte[] body) {
        try {
            HttpResponse<InputStream> response = client.send(request("POST", path, "application/json", body),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= ERROR_FROM) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return response.body();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (body.length > 0) {
            request.header("Content-Type", contentType);
        }
        return request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }
}
