package dev.harrier.access;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Which part of a long list a caller wants. Every list asks with {@code pageSize} and {@code cursor}, and answers with
 * {@code nextCursor} and a {@code Link}.
 *
 * @param size the most entries, from 1 to {@value #MOST}
 * @param after the entry that the page begins after, in the list's own numbering; empty for the first page
 */
public record PageRequest(int size, OptionalLong after) {
    /** What a caller gets who does not say. */
    public static final String DEFAULT_SIZE = "100";
    /** The longest page; who asks for more gets this. */
    public static final int MOST = 1000;

    /**
     * @param pageSize as in the request
     * @param cursor as in the request, or {@code null}
     * @throws RequestProblem if either makes no sense
     */
    public static PageRequest of(String pageSize, String cursor) {
        return new PageRequest(size(pageSize), cursor == null ? OptionalLong.empty() : position(cursor));
    }

    private static int size(String text) {
        // Longer than any int: still a number, and so too many rather than nonsense.
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) == 0) {
            throw RequestProblem.badRequest("invalid-parameter", "pageSize is a number from 1 to " + MOST);
        }
        return (int) Math.min(MOST, Long.parseLong(text));
    }

    private static OptionalLong position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return OptionalLong.of(Long.parseLong(text));
        } catch (IllegalArgumentException malformed) {
            throw RequestProblem.badRequest("invalid-parameter", "cursor is none that this service gave");
        }
    }

    /** The cursor of the page after the entry of this number. */
    public static String cursorAfter(long position) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    /** An answer with a page, and with {@code Link} to the next one unless {@code nextCursor} is {@code null}. */
    public static <T> RestResponse<T> answer(T page, String nextCursor, UriInfo request) {
        ResponseBuilder<T> answer = ResponseBuilder.ok(page);
        if (nextCursor != null) {
            String next = request.getRequestUriBuilder().replaceQueryParam("cursor", nextCursor).build().toString();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
