package dev.harrier.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.kql.page.QueryFailure;
import java.io.IOException;
import java.util.List;

/** Reads the wanted values of one hit that is at hand as a tree. */
final class HitValues {
    private HitValues() {}

    static Object[] of(JsonNode hit, List<RowRequest.Read> reads) {
        Object[] values = new Object[reads.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(hit, reads.get(i));
            }
        } catch (IOException e) {
            throw new QueryFailure.StorageFailed("an answer of OpenSearch cannot be read", e);
        }
        return values;
    }

    private static Object value(JsonNode hit, RowRequest.Read read) throws IOException {
        JsonNode node = read.isStored()
                ? hit.path("_source").path(read.column().source().column())
                : hit.path("fields").path(read.target().get().field()).path(0);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try (JsonParser parser = node.traverse()) {
            parser.nextToken();
            return read.isStored()
                    ? SourceCell.read(parser).as(read.column().source())
                    : CellReader.docValue(parser, read.column().source().type());
        }
    }
}
