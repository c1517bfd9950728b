package dev.harrier.catalog;

import java.util.Set;

/** Names and limits of a stored document, shared by those who write documents and those who read them. */
public final class StoredFields {
    /** Time at which the event was taken in, {@code date_nanos}; what {@code ingestion_time()} answers. */
    public static final String INGESTED = "_ingested";
    /** Object with the promoted paths of JSON columns. */
    public static final String PROMOTED = "_p";
    /**
     * Names of the fields that, in this document, are not what the language would compute from the value: the column's
     * own field where the value itself is not indexed, a sub-field, or a promoted path.
     */
    public static final String ODD = "_odd";
    /** What the source sent and no column took; not indexed. */
    public static final String EXTRA = "_extra";

    /** The column with a row's own id, and the one with the time at which it was taken in: in queries that name them. */
    public static final String ITEM_ID = "_ItemId";
    public static final String TIME_RECEIVED = "_TimeReceived";

    /** Longest string, in UTF-16 units, that a keyword field indexes. */
    public static final int IGNORE_ABOVE = 8191;

    /** Sub-fields of string columns. */
    public static final String LOWER_CASE = "lc";
    public static final String TERMS = "h";
    public static final String ADDRESS = "ip";
    public static final String WILDCARD = "w";

    /** Names that no column may have: ours and those that OpenSearch keeps for itself. */
    public static final Set<String> RESERVED = Set.of(INGESTED, PROMOTED, ODD, EXTRA, ITEM_ID, TIME_RECEIVED,
            "_id", "_index", "_source",
            "_routing", "_field_names", "_ignored", "_nested_path", "_seq_no", "_version", "_doc_count", "_type",
            "_primary_term", "_data_stream_timestamp", "_score");

    private StoredFields() {}
}
