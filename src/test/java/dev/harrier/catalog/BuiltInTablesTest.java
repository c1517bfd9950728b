package dev.harrier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.harrier.kql.type.ScalarType;

class BuiltInTablesTest {
    private final TableCatalog catalog = TableCatalog.builtIn();

    @Test
    void everyTableIsThereWithItsTimeColumn() {
        assertThat(catalog.tables()).hasSize(36).allSatisfy(table -> {
            assertThat(table.builtIn()).isTrue();
            assertThat(table.schema().find(table.timeColumn()).orElseThrow().type()).isEqualTo(ScalarType.DATETIME);
            assertThat(table.description()).isNotBlank();
        });
    }

    @Test
    void theSameNameMayBeDynamicInOneTableAndTextInAnother() {
        assertThat(field("SigninLogs", "DeviceDetail").type()).isEqualTo(ScalarType.DYNAMIC);
        assertThat(field("AADNonInteractiveUserSignInLogs", "DeviceDetail").type()).isEqualTo(ScalarType.STRING);
        assertThat(field("AADNonInteractiveUserSignInLogs", "DeviceDetail").jsonText()).isTrue();
    }

    @Test
    void streamsAreToldWhateverTheCase() {
        assertThat(catalog.byCategory("signinlogs").orElseThrow().name()).isEqualTo("SigninLogs");
        assertThat(catalog.bySignInEventType("managedIdentity").orElseThrow().name())
                .isEqualTo("AADManagedIdentitySignInLogs");
        assertThat(catalog.find("signinlogs")).isEmpty();
    }

    @Test
    void fieldsSayWhatIsIndexed() {
        ColumnField name = field("SigninLogs", "UserPrincipalName");
        assertThat(name.lowerCase()).contains("UserPrincipalName.lc");
        assertThat(name.terms()).contains("UserPrincipalName.h");
        assertThat(field("SigninLogs", "IPAddress").address()).contains("IPAddress.ip");
        ColumnField policies = field("SigninLogs", "ConditionalAccessPolicies");
        assertThat(policies.isIndexed()).isFalse();
        PromotedPath result = policies.promoted(List.of("result")).orElseThrow();
        assertThat(result.each()).isTrue();
        assertThat(result.field("ConditionalAccessPolicies")).isEqualTo("_p.ConditionalAccessPolicies.result");
    }

    @Test
    void aDescriptorReadsBackAsItWasWritten() {
        for (TableDescriptor table : catalog.tables()) {
            TableDescriptor copy = DescriptorJson.read(DescriptorJson.write(table), true);
            assertThat(copy.columns()).isEqualTo(table.columns());
            assertThat(copy.identity()).isEqualTo(table.identity());
            assertThat(copy.categories()).isEqualTo(table.categories());
        }
    }

    private ColumnField field(String table, String column) {
        return catalog.find(table).orElseThrow().field(column).orElseThrow();
    }
}
