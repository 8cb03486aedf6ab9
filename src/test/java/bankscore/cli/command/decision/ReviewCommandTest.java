package bankscore.cli.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A quarter from the run to the approval, by three people on the command line, passwords in a pipe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewCommandTest {

    private static final String PASSWORD = "饶州古城2022";

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    void publish() throws Exception {
        FolderCopy.of(Path.of("config"), folder.resolve("config"));
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        Files.writeString(folder.resolve("config/bankscore.yaml"), "\nreview: required\n", StandardOpenOption.APPEND);
        assertThat(type("run 2022Q4 --quiet").code()).isZero();
    }

    @Test
    void nobody_reviews_who_is_not_set_up_and_then_one_runs_another_reviews_and_a_third_approves() throws Exception {
        assertThat(type("review 2022Q4 r1 --accept"))
                .isEqualTo(new Said(2, "还没有登记签字人，不能复核。请各人先用 bankscore sign 生成密钥，再由管理员登记到 config/signers.yaml。\n"));
        assertThat(type("approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10")
                        .code())
                .isEqualTo(2);

        List<String> lines = new ArrayList<>();
        for (String person : List.of("张三 --role 经办 --role 复核", "王五", "赵六 --role 负责人")) {
            Said made = type("sign " + person, PASSWORD, PASSWORD);
            assertThat(made.code()).as(made.text()).isZero();
            lines.add(made.text()
                    .lines()
                    .filter(line -> line.startsWith("- {"))
                    .findFirst()
                    .orElseThrow());
        }
        lines.set(0, lines.get(0).replace("from:", "user: " + System.getProperty("user.name") + ", from:"));
        Files.write(folder.resolve("config/signers.yaml"), lines);
        assertThat(lines.get(2)).matches("- \\{name: 赵六, key: [A-Za-z0-9+/]{59}=, roles: \\[负责人], from: 2023-01-12}");

        // The person of the system's user is asked where no name is typed; he ran it.
        assertThat(type("review 2022Q4 r1 --accept", PASSWORD)).isEqualTo(new Said(2, "经办这一版的人不能复核，没有登记。请由另一个人复核。\n"));
        assertThat(type("review 2022Q4 r1 --accept --person 王五", "饶州古城2023"))
                .isEqualTo(new Said(2, "密码不对，或者密钥文件被改动过。\n"));
        assertThat(type("review 2022Q4 r1 --accept --person 孙七"))
                .isEqualTo(new Said(2, "config/signers.yaml 里没有“孙七”。\n"));
        assertThat(type("review 2022Q4 r1 --accept --person 赵六", PASSWORD).text())
                .isEqualTo("签字人没有这个角色，没有登记。\n");
        assertThat(type("review 2022Q4 r1 --accept --return 缺表").code()).isEqualTo(2);
        assertThat(type("review 2022Q4 r1").code()).isEqualTo(2);
        assertThat(type("review 2022Q4 r3 --accept --person 王五", PASSWORD).text())
                .startsWith("2022Q4 没有第 3 版");
        assertThat(type("approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10 --person 赵六", PASSWORD))
                .isEqualTo(new Said(2, "这一版还没有复核通过，不能登记批准。\n"));

        assertThat(type("review 2022Q4 r1 --return 税收表 --person 王五", PASSWORD))
                .isEqualTo(new Said(
                        0, "2022Q4 第 1 版：退回（王五，2023-01-12 10:00）：税收表\n签批单在 OUTPUT/2022Q4/signed/r1-签批单.docx\n"));
        assertThat(type("review 2022Q4 r1 --accept --person 王五", PASSWORD).text())
                .startsWith("2022Q4 第 1 版：复核通过（王五，2023-01-12 10:00）\n");
        assertThat(type("approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10 --person 王五", PASSWORD)
                        .text())
                .isEqualTo("签字人没有这个角色，没有登记。\n");
        assertThat(type("approve 2022Q4 r1 --document 饶府字〔2023〕1号 --date 2023-01-10 --person 赵六", PASSWORD)
                        .text())
                .startsWith("已登记：2022Q4 第 1 版经 饶府字〔2023〕1号（2023-01-10）批准。\n");

        Said verified = type("verify 2022Q4");
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(verified.text())
                .containsSubsequence(
                        "2022Q4 第 1 版：已批准（饶府字〔2023〕1号 2023-01-10；赵六 登记于 2023-01-12 10:00）\n",
                        "签名有效：复核 王五，2023-01-12 10:00，公钥指纹 ",
                        "签名有效：负责人 赵六，2023-01-12 10:00，公钥指纹 ",
                        "核对一致");
        assertThat(type("history").text())
                .containsSubsequence("退回 王五：税收表", "复核通过 王五", "已批准 饶府字〔2023〕1号 2023-01-10 赵六")
                .contains("2022Q4 第 1 版：已批准（");
        // A run goes by the same configuration as before there were people.
        assertThat(type("run 2022Q4 --quiet").text()).startsWith("2022Q4 没有变化");

        assertThat(type("sign 王五 --change", PASSWORD, "新的密码2023", "新的密码2023"))
                .isEqualTo(new Said(0, "王五 的密码已更改，公钥不变。\n"));
        assertThat(type("review 2022Q4 r1 --accept --person 王五", "新的密码2023").text())
                .isEqualTo("这一版已经批准，不再复核。\n");
        Files.writeString(
                folder.resolve("config/signers.yaml"),
                Files.readString(folder.resolve("config/signers.yaml")).replace("name: 赵六", "name: 赵七"));
        Said changed = type("verify 2022Q4");
        assertThat(changed.code()).isEqualTo(7);
        assertThat(changed.text()).contains("2022Q4 r1 负责人 赵六 签名所用的公钥不在 config/signers.yaml 里");
    }

    @Test
    void what_is_no_name_no_role_or_not_twice_the_same_makes_no_key() {
        assertThat(type("sign ../王五", PASSWORD, PASSWORD).code()).isEqualTo(2);
        assertThat(type("sign 孙七 --role 审批", PASSWORD, PASSWORD).text()).startsWith("没有“审批”这个角色");
        assertThat(type("sign 孙七", PASSWORD, PASSWORD + "x")).isEqualTo(new Said(2, "两次输入的密码不同，没有改动。\n"));
        assertThat(type("sign 孙七", "1234567", "1234567")).isEqualTo(new Said(2, "新密码须为 8 至 128 个字，没有改动。\n"));
        assertThat(folder.resolve("keys/孙七.key")).doesNotExist();
    }

    private static Said type(String words, String... passwords) {
        InputStream before = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream((String.join("\n", passwords) + "\n").getBytes(StandardCharsets.UTF_8)));
            List<String> all = new ArrayList<>(List.of(words.split(" ")));
            all.addAll(List.of("--config", folder.resolve("config").toString()));
            if (!words.startsWith("sign")) {
                all.addAll(List.of("--input", folder.resolve("input").toString()));
            }
            return new CommandsInProcess(folder.resolve("output")).type(all.toArray(new String[0]));
        } finally {
            System.setIn(before);
        }
    }
}
