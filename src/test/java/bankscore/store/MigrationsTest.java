package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @Test
    void the_scripts_are_those_of_the_folder() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
        }
    }

    @Test
    void what_flyway_wrote_is_recognised_until_a_letter_of_it_changes(@TempDir Path folder) throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        try (Connection connection = DriverManager.getConnection(Schema.url(database));
                Statement change = connection.createStatement()) {
            assertThat(Migrations.areApplied(connection)).isTrue();
            change.execute("UPDATE \"flyway_schema_history\" SET \"checksum\" = 7 WHERE \"version\" = '2'");
            assertThat(Migrations.areApplied(connection)).isFalse();
        }
    }

    @Test
    void a_database_without_a_history_is_left_to_flyway(@TempDir Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(Schema.url(folder.resolve("empty")))) {
            assertThat(Migrations.areApplied(connection)).isFalse();
        }
    }
}
