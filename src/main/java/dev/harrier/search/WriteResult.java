package dev.harrier.search;

/** What became of one document. */
public sealed interface WriteResult {
    /** It was written and survives a crash. */
    record Created() implements WriteResult {}

    /** A document of this id was there before; it stays as it was. */
    record Duplicate() implements WriteResult {}

    /** OpenSearch will never take it. */
    record Refused(String reason) implements WriteResult {}

    WriteResult CREATED = new Created();
    WriteResult DUPLICATE = new Duplicate();
}
