package bankscore.desk.browser;

import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What offices send for a quarter, in a folder outside the desk's: a spoilt file among it, and the mended one. */
record Papers(List<Path> received, Path mended) {

    /** What stands in the spoilt cell, B4 of 税收. */
    static final String SPOILT = "约两千六";

    /** The tax of the first bank, once it is mended: in ten thousand yuan, from the first to the fourth quarter. */
    private static final double TAX = 2602;

    static Papers write(Path folder) throws Exception {
        quarter().write(folder.resolve("mended"));
        quarter().set(SmallQuarter.TAX, "税收", "B4", SPOILT).write(folder.resolve("spoilt"));
        try (Stream<Path> all = Files.walk(folder.resolve("spoilt"))) {
            return new Papers(
                    all.filter(Files::isRegularFile).sorted().toList(),
                    folder.resolve("mended/2022Q4").resolve(SmallQuarter.TAX));
        }
    }

    /** A bank that does not take part holds money, which is to be verified. */
    private static SmallQuarter quarter() throws IOException {
        return new SmallQuarter(new Period(2022, 4))
                .set(SmallQuarter.TAX, "税收", "B4", TAX)
                .set("财政局/资金.xlsx", "财政存款", "A5", "专户资金")
                .set("财政局/资金.xlsx", "财政存款", "B5", "农发行")
                .set("财政局/资金.xlsx", "财政存款", "C5", 500);
    }
}
