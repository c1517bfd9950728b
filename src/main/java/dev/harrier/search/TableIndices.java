package dev.harrier.search;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.harrier.catalog.TableChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets the indices of custom tables follow their descriptors. */
@ApplicationScoped
class TableIndices {
    private final Indices indices;

    @Inject
    TableIndices(Indices indices) {
        this.indices = indices;
    }

    void follow(@Observes TableChanged change) {
        try {
            if (change.deleted()) {
                indices.delete(change.workspace().slug(), change.table().slug());
            } else {
                indices.extend(change.workspace().slug(), change.table());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change the indices of " + change.table().name(), e);
        }
    }
}
