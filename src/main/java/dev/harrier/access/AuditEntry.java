package dev.harrier.access;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param action method and path
 * @param status the HTTP status that answered it
 * @param detail what was asked, for example the query's text; may be {@code null}
 */
public record AuditEntry(long id, Instant at, String caller, String address, String workspace, String action,
        int status, String detail) {}
