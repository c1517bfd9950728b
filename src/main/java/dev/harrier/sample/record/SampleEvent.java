package dev.harrier.sample.record;

/** Anything that happens at a time in some table. */
public sealed interface SampleEvent permits SignIn, DirectoryChange, CompanionRow {
    /** When, in {@link dev.harrier.sample.world.Ticks}. */
    long ticks();

    /** The table it ends up in. */
    String table();

    /** Its id as a query sees it; empty where the table has no id column. */
    String id();
}
