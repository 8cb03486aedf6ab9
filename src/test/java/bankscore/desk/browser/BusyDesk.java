package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.FolderCopy;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The desk of an office that has worked for a while: two quarters of banks, a batch of subsidies, a notice, counties,
 * people, a review.
 */
record BusyDesk(OpenDesk desk) implements Closeable {

    static final String RULE = "shangrao";

    /** Publishes the sample in a folder and opens the desk there. */
    static BusyDesk in(Path folder) throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        for (String period : List.of("2022Q1", "2022Q3", "2022Q4", "2024Q4")) {
            FolderCopy.of(Path.of("input", period), folder.resolve("input").resolve(period));
        }
        OpenDesk.publish(folder, config, "2022Q3", "--rule", RULE);
        OpenDesk.publish(folder, config, "2022Q4", "--rule", RULE);
        OpenDesk.publish(folder, config, "2024Q4", "--rule", "jinhua-insurance");
        OpenDesk.publish(folder, config, "2022Q4", "--rule", "shangrao-watch");
        for (String county : List.of("广丰区", "信州区")) {
            FolderCopy.of(
                    Path.of("input", "2022Q4"),
                    folder.resolve("counties").resolve(county).resolve("input/2022Q4"));
        }
        Files.createDirectories(folder.resolve("counties/横峰县/input/2022Q4"));
        assertThat(new CommandsInProcess(folder.resolve("output"))
                        .type(
                                "province",
                                "2022Q4",
                                "--quiet",
                                "--config",
                                config.toString(),
                                "--counties",
                                folder.resolve("counties").toString())
                        .code())
                .isEqualTo(3);
        return new BusyDesk(OpenDesk.unentered(folder, config));
    }

    /** Comes in, checks a quarter, sets up people, and one of them reviews it; the clerk is who ran it. */
    Clerk enter(Tab tab, Tab another) {
        Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry()));
        clerk.reads("2022年第四季度").register("周八", "管理员", "");
        clerk.register("王五", "复核", "").register("赵六", "负责人", "").register("李四", "经办", System.getProperty("user.name"));
        new Clerk(another).signIn(desk.address(), "王五").review();
        clerk.signIn(desk.address(), "李四");
        tab.go(desk.address(), "period/2022Q4?rule=" + RULE);
        return clerk.press("检查").reads("检查完毕：");
    }

    @Override
    public void close() {
        desk.close();
    }
}
