package dev.harrier;

import dev.harrier.engine.EngineFailure;
import dev.harrier.engine.EngineStart;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What the mode decides about settings of Quarkus, unless they are given. */
final class ModeDefaults {

    private static final String HOST = "quarkus.http.host";
    private static final String OPEN = "harrier.access.open";
    private static final String JSON_LOG = "quarkus.log.console.json.enabled";
    private static final String LOOPBACK = "127.0.0.1";

    private ModeDefaults() {}

    static void apply(EngineStart start) throws EngineFailure {
        switch (start.config().mode()) {
            case EVALUATION -> {
                requireLoopback(start.property(HOST).orElse(LOOPBACK));
                defaultTo(start, HOST, LOOPBACK);
                defaultTo(start, JSON_LOG, "false");
            }
            case PRODUCTION -> {
                requireKeys(start.property(OPEN).orElse("false"));
                defaultTo(start, JSON_LOG, "true");
            }
        }
    }

    /** Evaluation mode asks nobody who they are, so nobody else may reach it. */
    private static void requireLoopback(String host) throws EngineFailure {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            // Said below: a name that leads nowhere is not loopback either.
        }
        throw new EngineFailure("In evaluation mode access is open, so Harrier listens on loopback only, not on '"
                + host + "'. Remove " + HOST + ", or set harrier.mode=production.");
    }

    private static void requireKeys(String open) throws EngineFailure {
        if (Boolean.parseBoolean(open)) {
            throw new EngineFailure("In production mode every caller needs an API key, which the command create-key"
                    + " makes. Remove " + OPEN + "=true, or set harrier.mode=evaluation.");
        }
    }

    private static void defaultTo(EngineStart start, String property, String value) {
        if (start.property(property).isEmpty()) {
            System.setProperty(property, value);
        }
    }
}
