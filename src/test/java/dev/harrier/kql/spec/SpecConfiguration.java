package dev.harrier.kql.spec;

/** One way to run every case; all ways must give the same answer. */
public record SpecConfiguration(SpecStorage storage, int pageSize, boolean pushdown) {

    @Override
    public String toString() {
        return storage.name() + ", pages of " + pageSize + (pushdown ? "" : ", pushdown off");
    }
}
