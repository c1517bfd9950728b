package dev.harrier.access;

import dev.harrier.HarrierConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether callers need no key. Only evaluation mode may be open, and only towards this machine; anything else does not
 * start.
 */
@Startup
@ApplicationScoped
public class OpenAccess {
    private static final Logger LOG = Logger.getLogger(OpenAccess.class);

    @Inject
    HarrierConfig config;

    @ConfigProperty(name = "harrier.access.open")
    Optional<Boolean> configured;

    @ConfigProperty(name = "quarkus.http.host")
    String host;

    private boolean open;

    void start(@Observes StartupEvent event) {
        boolean evaluation = config.mode() == HarrierConfig.Mode.EVALUATION;
        open = configured.orElse(evaluation);
        if (open && !evaluation) {
            throw new IllegalStateException("harrier.access.open=true is for evaluation mode: in production mode every "
                    + "caller needs an API key (java -jar quarkus-run.jar create-key ...)");
        }
        if (open && !isLoopback(host)) {
            throw new IllegalStateException("access is open, so the service listens on this machine only: set "
                    + "quarkus.http.host to 127.0.0.1, or harrier.access.open=false and use API keys");
        }
        if (open) {
            LOG.info("Access is open: evaluation mode, callers on this machine only");
        }
    }

    boolean isOpen() {
        return open;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
