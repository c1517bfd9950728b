package dev.harrier.search;

import dev.harrier.HarrierConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Makes the client of the configured OpenSearch cluster. */
@ApplicationScoped
public class OpenSearchClients {

    @Produces
    @Singleton
    OpenSearchClient client(HarrierConfig config) {
        HarrierConfig.OpenSearch settings = config.opensearch();
        if (settings.urls().isEmpty()) {
            throw new IllegalStateException("harrier.opensearch.urls is not set and no OpenSearch was started");
        }
        return open(settings.urls(), settings);
    }

    private static OpenSearchClient open(List<URI> urls, HarrierConfig.OpenSearch settings) {
        HttpHost[] hosts = urls.stream().map(HttpHost::create).toArray(HttpHost[]::new);
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        settings.username().ifPresent(name -> credentials.setCredentials(new AuthScope(null, -1),
                new UsernamePasswordCredentials(name, settings.password().orElse("").toCharArray())));
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JacksonJsonpMapper())
                .setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(credentials));
        return new OpenSearchClient(builder.build());
    }

    void close(@Disposes OpenSearchClient client) throws IOException {
        OpenSearchTransport transport = client._transport();
        transport.close();
    }
}
