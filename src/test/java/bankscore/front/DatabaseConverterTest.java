package bankscore.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.load.WordsLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** An address of a database can tell where it is, and nothing that this machine would do. */
class DatabaseConverterTest {

    private final DatabaseConverter converter = new DatabaseConverter(WordsLoader.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/bankscore",
                "jdbc:postgresql://one:5432,two/bankscore?targetServerType=primary&sslmode=verify-full",
                "jdbc:postgresql:bankscore?currentSchema=guangxin",
                "jdbc:h2:file:/srv/bankscore"
            })
    void an_address_that_only_says_where_is_taken_as_it_is(String address) {
        assertThat(converter.convert(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:x;INIT=RUNSCRIPT FROM 'http://a/b'",
                "jdbc:h2:file:x;TRACE_LEVEL_FILE=4",
                "jdbc:h2:file:x;\\INIT=SELECT 1",
                "jdbc:h2:file:x;AUTO_SERVER=TRUE",
                "jdbc:h2:tcp://host/x",
                "jdbc:h2:mem:x",
                "jdbc:postgresql://host/x?socketFactory=org.example.Runs&socketFactoryArg=x",
                "jdbc:postgresql://host/x?sslmode=require&sslfactory=org.example.Runs",
                "jdbc:postgresql://host/x?loggerFile=/etc/cron.d/x&loggerLevel=TRACE",
                "jdbc:postgresql://host/x?%73ocketFactory=org.example.Runs",
                "jdbc:postgresql://host/x?ssl=true?socketFactory=org.example.Runs",
                "jdbc:mysql://host/x"
            })
    void an_address_that_says_more_is_refused(String address) {
        assertThatThrownBy(() -> converter.convert(address))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("不是可以使用的数据库地址");
    }
}
