package bankscore.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.front.ProgramVersion;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes to a terminal. */
class ScreenTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final PrintStream screen = Screen.over(terminal);

    private String seen() {
        return terminal.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Bell, going back, escape, delete, one of the C1 set, marks of direction, separators, a soft hyphen, a byte order mark. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F,
                0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0041
            })
    void what_a_terminal_would_obey_or_hide_is_shown_as_one_plain_sign(int character) {
        screen.println("工" + Character.toString(character) + "[31m行");

        assertThat(seen()).isEqualTo("工\uFFFD[31m行\n");
    }

    @Test
    void half_of_a_pair_is_a_plain_sign_too() {
        screen.print("工\uD840行");

        assertThat(seen()).isEqualTo("工?行");
    }

    @Test
    void text_ends_of_lines_and_tabs_pass_as_they_are() {
        screen.print("𠮷银行\t—“é”\n\r\n第二行");

        assertThat(seen()).isEqualTo("𠮷银行\t—“é”\n\n第二行");
    }

    @Test
    void what_is_named_in_an_answer_begins_no_line_of_its_own() {
        Terminal said =
                new Terminal(Installation.of(Clock.systemUTC(), ProgramVersion.read()), screen, screen, Map.of());
        said.show(new Answer.Piece.Line("税收\n【错误】假.xlsx"));
        said.show(new Answer.Piece.Table(List.of("表"), List.of(List.of("税收\n【错误】假.xlsx"))));

        assertThat(seen().lines()).hasSize(4).noneMatch(line -> line.strip().startsWith("【错误】"));
    }

    @Test
    void a_character_whose_bytes_come_one_by_one_is_still_one() {
        for (byte each : "a𠮷\u202E银".getBytes(StandardCharsets.UTF_8)) {
            screen.write(each);
        }
        screen.flush();

        assertThat(seen()).isEqualTo("a𠮷\uFFFD银");
    }

    @Test
    void what_a_writer_above_it_cuts_into_pieces_is_whole_again() {
        PrintWriter writer = new PrintWriter(screen, true, StandardCharsets.UTF_8);
        String text = "x" + "银\u001B".repeat(20_000);

        writer.println(text);

        assertThat(seen()).isEqualTo(text.replace('\u001B', '\uFFFD') + "\n");
    }
}
