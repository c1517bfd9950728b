package dev.harrier.kql.table;

import dev.harrier.kql.page.QueryContext;
import java.io.InputStream;
import java.util.Optional;

/** Reads what {@code externaldata} names. Whoever implements it decides what may be read at all. */
public interface ExternalData {

    /** Why a location is not read, with the setting that would allow it; empty if it may be. Sends nothing. */
    Optional<String> refusal(String location);

    /**
     * Its bytes, unpacked if its name says that they are packed.
     *
     * @throws dev.harrier.kql.page.QueryFailure if it cannot be read; the stream throws the same, also when it is
     *             longer than it may be
     */
    InputStream open(String location, QueryContext context);

    /** Nothing is read from anywhere. */
    ExternalData NONE = new ExternalData() {
        @Override
        public Optional<String> refusal(String location) {
            return Optional.of("there is no access to external data here");
        }

        @Override
        public InputStream open(String location, QueryContext context) {
            throw new IllegalStateException("refused before");
        }
    };
}
