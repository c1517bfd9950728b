package dev.harrier.kql;

import dev.harrier.kql.exec.OperatorStatistics;
import java.time.Duration;
import java.util.List;

/**
 * What a run cost.
 *
 * @param elapsed since it was started
 * @param peakMemoryBytes the most that was charged at one time
 * @param rowsFetched rows that storages handed over
 * @param bytesFetched their size, estimated
 * @param operators one per operator that was started, inputs before what reads them
 */
public record QueryStatistics(Duration elapsed, long peakMemoryBytes, long rowsFetched, long bytesFetched,
        List<OperatorStatistics> operators) {

    public QueryStatistics {
        operators = List.copyOf(operators);
    }
}
