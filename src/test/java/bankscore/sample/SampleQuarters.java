package bankscore.sample;

import bankscore.sample.OfficeBook.House;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the sample input, a folder per quarter, a sub-folder per sending office.
 *
 * <p>Run {@code main} with the folder to write to; without one it is {@code input} in the working folder. Files of the
 * same names are replaced. Names of files are Chinese: the system's encoding of file names must know them (UTF-8).
 */
public final class SampleQuarters {
    private final Path folder;
    private final SampleQuarter quarter;

    private SampleQuarters(Path folder, SampleQuarter quarter) {
        this.folder = folder.resolve(quarter.period());
        this.quarter = quarter;
    }

    /** The folders of the periods that have a sample: contributions and claims of one quarter lie together. */
    static final List<String> PERIODS = Stream.concat(
                    Stream.of(SampleQuarter.values()).map(SampleQuarter::period),
                    Stream.of("2017Q4", "2021Q4", "2023Q4", "2024Q4", "2025Q1"))
            .toList();

    /** Writes all quarters. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args.length == 0 ? "input" : args[0]));
    }

    static void write(Path folder) throws IOException {
        for (SampleQuarter quarter : SampleQuarter.values()) {
            new SampleQuarters(folder, quarter).write();
        }
        JinhuaForms.write(folder);
        CropForms.write(folder);
        LishuiForms.write(folder);
        WatchForms.write(folder);
        TargetForms.write(folder);
    }

    private void write() throws IOException {
        String year = quarter.year();
        String when = year + quarter.inWords();
        String months = year + quarter.months();
        file("财政局/银行名录.xlsx", House.FINANCE_BUREAU, book -> BankForms.roster(book, quarter));
        file("人民银行/" + when + "存贷款统计表.xlsx", House.CENTRAL_BANK, book -> {
            BankForms.credit(book, quarter);
            if (quarter == SampleQuarter.THIRD || quarter.annual()) {
                BankForms.published(book, quarter);
            }
        });
        file("税务局/银行业上缴税收情况表（" + months + "）.xlsx", House.TAX_BUREAU, book -> {
            BankForms.tax(book, quarter);
            if (quarter.annual()) {
                BankForms.taxNotes(book);
            }
        });
        file("大数据局/饶企云平台放款统计（" + months + "）.xlsx", House.DATA_BUREAU, book -> BankForms.platform(book, quarter));
        file("国库支付中心/日常服务登记台账.xlsx", House.TREASURY_CENTRE, book -> ServiceForms.faults(book, quarter));
        file("金融监管/" + when + "风险提示名单.xlsx", House.REGULATOR, book -> BankForms.risk(book, quarter));
        survey(when);
        if (quarter != SampleQuarter.FIRST) {
            String name = quarter.annual() ? "财政局/财政存款及2023年资金池.xlsx" : "财政局/财政存款及资金池（测算）.xlsx";
            file(name, House.FINANCE_BUREAU, book -> {
                FundForms.holdings(book, quarter);
                FundForms.pools(book, quarter);
            });
        }
    }

    /** One sheet in the monitoring quarters; at the year's end the districts send theirs apart. */
    private void survey(String when) throws IOException {
        if (!quarter.annual()) {
            file("财政局/" + when + "满意度调查.xlsx", House.FINANCE_BUREAU, book -> survey(book, "满意度", BudgetaryUnits.ALL));
            return;
        }
        file("财政局/2022年度满意度调查（市直单位）.xlsx", House.FINANCE_BUREAU, book -> {
            survey(book, "市直机关", BudgetaryUnits.OFFICES);
            survey(book, "市直事业单位", BudgetaryUnits.INSTITUTIONS);
        });
        file(
                "财政局/2022年度满意度调查（各区）.xlsx",
                House.TREASURY_CENTRE,
                book -> ServiceForms.survey(book, "各区汇总", quarter, BudgetaryUnits.DISTRICTS, SampleBank::firstAlias));
    }

    private void survey(OfficeBook book, String sheetName, List<String> units) {
        ServiceForms.survey(book, sheetName, quarter, units, SampleBank::shortName);
    }

    private void file(String name, House house, Consumer<OfficeBook> content) throws IOException {
        OfficeBook.write(folder.resolve(name), house, quarter.filled(), content);
    }
}
