package dev.harrier.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do in a workspace. Roles do not include one another, but {@link #ADMIN} includes all. */
public enum Role {
    /** Runs queries and reads everything but keys and the audit. */
    READER,
    /** Sends events in. */
    INGESTOR,
    /** Changes tables, rules, hunts, watchlists and workbooks; also reads. */
    CONTRIBUTOR,
    /** Works on incidents; also reads. */
    RESPONDER,
    /** Does everything, keys and audit included. */
    ADMIN;

    /** Whether who has this role may do what the other one is needed for. */
    public boolean includes(Role needed) {
        return switch (this) {
            case ADMIN -> true;
            case CONTRIBUTOR, RESPONDER -> needed == this || needed == READER;
            case READER, INGESTOR -> needed == this;
        };
    }

    /** The role's name in requests and answers. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By keyword. */
    public static Optional<Role> named(String keyword) {
        return Stream.of(values()).filter(role -> role.keyword().equals(keyword)).findFirst();
    }
}
