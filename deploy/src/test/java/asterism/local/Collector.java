package asterism.local;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A collector of traces, as operators have one: it takes spans over OTLP and says which there are. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Set<String>> spans = new ConcurrentHashMap<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                keep(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** The spans of a trace, each as {@code service: name}. */
    Set<String> of(String trace) {
        return spans.getOrDefault(trace, Set.of());
    }

    private void keep(ExportTraceServiceRequest request) {
        request.getResourceSpansList().forEach(from -> from.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span ->
                spans.computeIfAbsent(HexFormat.of().formatHex(span.getTraceId().toByteArray()), _ -> ConcurrentHashMap.newKeySet())
                        .add(service(from.getResource().getAttributesList()) + ": " + span.getName()))));
    }

    private static String service(List<KeyValue> attributes) {
        return attributes.stream().filter(each -> each.getKey().equals("service.name")).map(each -> each.getValue().getStringValue())
                .findFirst().orElse("nobody");
    }

    /** All it was told, for when something is missing. */
    @Override
    public String toString() {
        Set<String> all = new TreeSet<>();
        spans.forEach((trace, names) -> names.forEach(name -> all.add(trace + " " + name)));
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
