package dev.harrier.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;

/**
 * Runs one OpenSearch node in a process of its own, without the server's bootstrap, so that it starts as any user.
 * Arguments are settings in the form {@code -Ename=value}. The process ends when its standard input is closed, that is
 * also when the service that started it was killed.
 */
public final class OpenSearchLauncher {

    private OpenSearchLauncher() {
    }

    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().name("watch-parent").start(OpenSearchLauncher::endWithParent);
        Path home = Path.of(System.getProperty("opensearch.path.home"));
        Path configuration = Path.of(System.getProperty("opensearch.path.conf"));
        Map<String, String> settings = settings(arguments);
        settings.put("path.home", home.toString());
        String name = settings.get("node.name");

        LogConfigurator.registerErrorListener();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(Settings.EMPTY, settings, configuration,
                () -> name);
        LogConfigurator.setNodeName(name);
        LogConfigurator.configure(environment);

        Node node = new Node(environment);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped), "stop-node"));
        node.start();
        stopped.await();
    }

    private static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring("-E".length(), equals), argument.substring(equals + 1));
        }
        return settings;
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent never writes: only the end of the stream says something.
            }
        } catch (IOException broken) {
            // A broken pipe means the same as its end.
        }
        System.exit(0);
    }

    private static void close(Node node, CountDownLatch stopped) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException failure) {
            failure.printStackTrace();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
