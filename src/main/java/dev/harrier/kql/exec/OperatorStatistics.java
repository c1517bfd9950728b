package dev.harrier.kql.exec;

import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.type.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * What one operator of a run did.
 *
 * @param operator as a reader of the query knows it, the table's name for a scan
 * @param rowsIn rows read from its inputs
 * @param rowsOut rows handed on; for a scan, the rows fetched
 * @param bytesOut bytes handed on, estimated
 * @param time spent in it and its inputs
 * @param request what a scan asked its storage
 */
public record OperatorStatistics(String operator, SourceSpan span, long rowsIn, long rowsOut, long bytesOut,
        Duration time, Optional<ScanRequest> request) {}
