package dev.harrier.kql.spec;

import dev.harrier.kql.table.Tables;
import java.util.List;

/** A storage that specs run on. Bring one by subclassing {@link SpecSuite}. */
public interface SpecStorage extends AutoCloseable {

    /** As it is shown in the name of a failing configuration. */
    String name();

    /** The tables of one spec file, holding these rows and no others. Called once per file, before its cases. */
    Tables load(String file, List<SpecTable> tables);

    @Override
    default void close() {}
}
