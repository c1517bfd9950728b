package dev.harrier.query;

import dev.harrier.kql.page.QueryFailure;
import dev.harrier.operation.Operation;
import dev.harrier.operation.OperationView;
import dev.harrier.operation.Operations;
import dev.harrier.query.format.JsonFormat;
import dev.harrier.query.format.ResultFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Runs queries whose callers do not wait. */
@ApplicationScoped
class QueryOperations {
    private static final Logger LOG = Logger.getLogger(QueryOperations.class);
    private static final ResultFormat FORMAT = new JsonFormat();

    @Inject
    Operations operations;

    /** Takes a query over; its answer becomes the operation's result. */
    OperationView start(QueryRun run) {
        Operation operation = operations.begin(run.workspace(), "query", run::cancel,
                () -> run.execution().statistics().rowsFetched() + " rows fetched");
        Thread.ofVirtual().name("query-" + run.id()).start(() -> answer(run, operation));
        return operation.view();
    }

    private static void answer(QueryRun run, Operation operation) {
        try (run) {
            QueryAnswer answer = QueryAnswer.of(run, FORMAT);
            if (!operation.succeed(answer.file(), FORMAT.mediaType())) {
                answer.close();
            }
        } catch (QueryFailure failure) {
            operation.fail(failure.code() + ": " + failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "Query %s ended by a bug", run.id());
            operation.fail("an internal error; the log has it under " + run.id());
        }
    }
}
