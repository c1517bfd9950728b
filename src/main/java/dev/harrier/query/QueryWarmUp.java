package dev.harrier.query;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Explains one typical hunt in the background when the service starts: the first parse builds the grammar's tables and
 * loads a thousand classes, which takes seconds that otherwise the first person asking would wait.
 */
@ApplicationScoped
class QueryWarmUp {
    private static final Logger LOG = Logger.getLogger(QueryWarmUp.class);
    private static final String WORKSPACE = "default";
    private static final String HUNT = """
            let threshold = 5;
            let failed = SigninLogs
                | where TimeGenerated > ago(1d) and ResultType in ("50126", "50053") and isnotempty(IPAddress)
                | extend City = tostring(LocationDetails.city), Device = tolower(tostring(DeviceDetail["browser"]))
                | summarize Failures = countif(ResultType != "0"), First = min(TimeGenerated), Names = make_set(Device, 10)
                    by UserPrincipalName, IPAddress, bin(TimeGenerated, 1h)
                | where Failures >= threshold;
            union isfuzzy=true AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs
            | where UserPrincipalName has "admin" or AppDisplayName matches regex "(?i)^azure"
            | project TimeGenerated, UserPrincipalName, IPAddress, Parts = split(UserPrincipalName, "@")
            | join kind=inner failed on UserPrincipalName, IPAddress
            | mv-expand Part = Parts to typeof(string)
            | project-away TimeGenerated1
            | sort by Failures desc
            | take 10""";

    @Inject
    QueryService queries;

    @ConfigProperty(name = "harrier.query.warm-up")
    boolean wanted;

    void start(@Observes StartupEvent event) {
        if (wanted) {
            Thread.ofPlatform().daemon().name("query-warm-up").start(this::explain);
        }
    }

    private void explain() {
        long begin = System.nanoTime();
        try {
            queries.explain(WORKSPACE, new QueryRequest(HUNT, null, null));
            LOG.debugf("The first query was prepared in %d ms", Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "The first query cannot be prepared; it will only take longer");
        }
    }
}
