package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.type.Schema;

/** A storage's answer; asked for when it is first read, so that what another operator makes needless is not asked. */
final class ScanSource implements PageSource {

    private final Scan scan;
    private final QueryContext context;
    private PageSource opened;

    ScanSource(Scan scan, QueryContext context) {
        this.scan = scan;
        this.context = context;
    }

    @Override
    public Schema schema() {
        return scan.schema();
    }

    @Override
    public Page next() {
        if (opened == null) {
            opened = scan.request().table().storage().open(scan.request(), context);
        }
        return opened.next();
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
