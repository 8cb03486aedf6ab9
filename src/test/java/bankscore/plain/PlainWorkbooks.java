package bankscore.plain;

import bankscore.plain.PlainQuarter.Adjustment;
import bankscore.plain.PlainQuarter.Bank;
import bankscore.plain.PlainQuarter.Credit;
import bankscore.plain.PlainQuarter.Fault;
import bankscore.plain.PlainQuarter.Holding;
import bankscore.plain.PlainQuarter.Pool;
import bankscore.plain.PlainQuarter.Rating;
import bankscore.plain.PlainQuarter.Risk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A quarter as the offices' workbooks, and such workbooks as a quarter.
 *
 * <p>Reading is plain and trusting: it takes what is right and throws on what it does not understand. It reports no
 * findings.
 */
public final class PlainWorkbooks {

    /** The identifying headings of every dataset, the roster last: it yields where a sheet could be either. */
    private static final Map<String, List<String>> IDENTIFYING = identifying();

    private static final Set<String> NUMERIC = Set.of(
            "存款余额",
            "贷款余额",
            "年初贷款余额",
            "年初小微贷款余额",
            "小微贷款余额",
            "年初工业贷款余额",
            "工业贷款余额",
            "上缴税收",
            "平台放款金额",
            "未到期定期",
            "次年调配总额",
            "调整金额",
            "评分",
            "扣分",
            "数值");

    private static final Set<String> NOT_MONEY = Set.of("评分", "扣分", "数值");

    /** 万元 in each unit of money. */
    private static final Map<String, BigDecimal> MONEY = Map.of(
            "元", new BigDecimal("0.0001"),
            "千元", new BigDecimal("0.1"),
            "万元", BigDecimal.ONE,
            "百万元", new BigDecimal("100"),
            "亿元", new BigDecimal("10000"));

    private static final Set<String> OTHER_UNITS = Set.of("%", "分", "笔", "个", "户");
    private static final Set<String> MISSING = Set.of("", "—", "-", "/", "无");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?([eE][+-]?\\d+)?|[+-]?\\.\\d+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern UNIT_LINE = Pattern.compile("^(?:金额)?单位:([^\\s;,)]+)");
    private static final Pattern BRACKET = Pattern.compile("(.+)\\(([^()]+)\\)");

    private PlainWorkbooks() {}

    private static Map<String, List<String>> identifying() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        result.put("credit", List.of("银行名称", "存款余额", "贷款余额"));
        result.put("tax", List.of("银行名称", "上缴税收"));
        result.put("platform", List.of("银行名称", "平台放款金额"));
        result.put("survey", List.of("预算单位", "银行名称", "评分"));
        result.put("service", List.of("日期", "银行名称", "事项"));
        result.put("holdings", List.of("资金类别", "银行名称", "存款余额"));
        result.put("pools", List.of("资金类别", "次年调配总额"));
        result.put("adjustments", List.of("资金类别", "银行名称", "调整金额"));
        result.put("risk", List.of("银行名称", "风险类型", "处置"));
        result.put("parameters", List.of("项目", "数值"));
        result.put("reasons", List.of("代码", "文件", "单元格", "原因"));
        result.put("roster", List.of("银行编码", "银行名称"));
        return result;
    }

    // ================================================================ reading

    /** Reads every .xlsx, .xls and .csv below the folder, in the order of their paths. */
    public static PlainQuarter read(Path folder, int year, int quarter) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("~$")
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        Map<String, List<Map<String, Value>>> datasets = new HashMap<>();
        Set<ByteBuffer> seen = new HashSet<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (!seen.add(ByteBuffer.wrap(bytes))) {
                continue; // the same file twice counts once
            }
            if (name.endsWith(".csv")) {
                collect(datasets, csv(bytes));
            } else if (name.endsWith(".xlsx") || name.endsWith(".xls")) {
                try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
                    for (Sheet sheet : workbook) {
                        collect(datasets, grid(sheet));
                    }
                }
            }
        }
        return quarter(datasets, year, quarter);
    }

    private static PlainQuarter quarter(Map<String, List<Map<String, Value>>> datasets, int year, int quarter) {
        List<Bank> banks = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        for (Map<String, Value> row : datasets.getOrDefault("roster", List.of())) {
            if (filled(row, "银行编码", "银行名称") < 2) {
                continue;
            }
            List<String> aliases = new ArrayList<>();
            for (String alias : text(row, "别名").split("[、;]", -1)) {
                if (!alias.isBlank()) {
                    aliases.add(alias.strip());
                }
            }
            Bank bank = new Bank(
                    text(row, "银行编码"),
                    text(row, "银行名称"),
                    text(row, "简称"),
                    aliases,
                    text(row, "机构类型"),
                    date(row, "开业日期"),
                    !text(row, "是否考核").equals("否"));
            banks.add(bank);
            codes.put(bank.code(), bank.code());
            codes.put(bank.name(), bank.code());
            if (!bank.shortName().isEmpty()) {
                codes.put(bank.shortName(), bank.code());
            }
            aliases.forEach(alias -> codes.put(alias, bank.code()));
        }

        Map<String, Credit> credit = new LinkedHashMap<>();
        for (Map<String, Value> row : rows(datasets, "credit", codes)) {
            credit.put(
                    bank(row, codes),
                    new Credit(
                            number(row, "存款余额"),
                            number(row, "年初贷款余额"),
                            number(row, "贷款余额"),
                            number(row, "年初小微贷款余额"),
                            number(row, "小微贷款余额"),
                            number(row, "年初工业贷款余额"),
                            number(row, "工业贷款余额")));
        }

        List<Rating> ratings = new ArrayList<>();
        for (Map<String, Value> row : rows(datasets, "survey", codes)) {
            ratings.add(new Rating(bank(row, codes), number(row, "评分").orElseThrow(), text(row, "预算单位")));
        }

        List<Fault> faults = new ArrayList<>();
        for (Map<String, Value> row : datasets.getOrDefault("service", List.of())) {
            if (filled(row, "日期", "银行名称", "事项") >= 2) {
                faults.add(
                        new Fault(bank(row, codes), date(row, "日期").orElseThrow(), text(row, "事项"), number(row, "扣分")));
            }
        }

        List<Holding> holdings = new ArrayList<>();
        for (Map<String, Value> row : rows(datasets, "holdings", codes)) {
            holdings.add(new Holding(
                    text(row, "资金类别"),
                    bank(row, codes),
                    number(row, "存款余额").orElseThrow(),
                    number(row, "未到期定期").orElse(BigDecimal.ZERO),
                    date(row, "到期日")));
        }

        List<Pool> pools = new ArrayList<>();
        for (Map<String, Value> row : rows(datasets, "pools", codes)) {
            pools.add(new Pool(text(row, "资金类别"), number(row, "次年调配总额").orElseThrow()));
        }

        List<Risk> risks = new ArrayList<>();
        for (Map<String, Value> row : datasets.getOrDefault("risk", List.of())) {
            if (filled(row, "银行名称", "风险类型", "处置") >= 2) {
                risks.add(new Risk(bank(row, codes), text(row, "处置")));
            }
        }

        List<Adjustment> adjustments = new ArrayList<>();
        for (Map<String, Value> row : rows(datasets, "adjustments", codes)) {
            adjustments.add(new Adjustment(
                    text(row, "资金类别"), bank(row, codes), number(row, "调整金额").orElseThrow()));
        }

        Optional<BigDecimal> published = Optional.empty();
        for (Map<String, Value> row : rows(datasets, "parameters", codes)) {
            if (text(row, "项目").equals("全市存贷比")) {
                published = number(row, "数值");
            }
        }

        return new PlainQuarter(
                year,
                quarter,
                banks,
                credit,
                perBank(datasets, "tax", "上缴税收", codes),
                present(datasets, "platform", perBank(datasets, "platform", "平台放款金额", codes)),
                present(datasets, "survey", ratings),
                present(datasets, "service", faults),
                present(datasets, "holdings", holdings),
                present(datasets, "pools", pools),
                risks,
                present(datasets, "adjustments", adjustments),
                published);
    }

    private static <T> Optional<T> present(
            Map<String, List<Map<String, Value>>> datasets, String dataset, T whatWasRead) {
        return datasets.containsKey(dataset) ? Optional.of(whatWasRead) : Optional.empty();
    }

    private static Map<String, BigDecimal> perBank(
            Map<String, List<Map<String, Value>>> datasets, String dataset, String heading, Map<String, String> codes) {
        Map<String, BigDecimal> result = new LinkedHashMap<>();
        for (Map<String, Value> row : rows(datasets, dataset, codes)) {
            number(row, heading).ifPresent(figure -> result.put(bank(row, codes), figure));
        }
        return result;
    }

    /** Rows of a dataset with figures, without the lines that are no data: no figure at all, and nobody's name. */
    private static List<Map<String, Value>> rows(
            Map<String, List<Map<String, Value>>> datasets, String dataset, Map<String, String> codes) {
        List<Map<String, Value>> result = new ArrayList<>();
        for (Map<String, Value> row : datasets.getOrDefault(dataset, List.of())) {
            boolean anyNumber = false;
            for (String heading : NUMERIC) {
                anyNumber |= number(row, heading).isPresent();
            }
            if (anyNumber || codes.containsKey(text(row, "银行名称"))) {
                result.add(row);
            }
        }
        return result;
    }

    private static String bank(Map<String, Value> row, Map<String, String> codes) {
        String name = text(row, "银行名称");
        String code = codes.get(name);
        if (code == null) {
            throw new IllegalArgumentException("No bank of the roster is called " + name);
        }
        return code;
    }

    private static int filled(Map<String, Value> row, String... headings) {
        int count = 0;
        for (String heading : headings) {
            count += text(row, heading).isEmpty() ? 0 : 1;
        }
        return count;
    }

    private static String text(Map<String, Value> row, String heading) {
        Value value = row.get(heading);
        return value == null || MISSING.contains(value.text) ? "" : value.text;
    }

    private static Optional<BigDecimal> number(Map<String, Value> row, String heading) {
        Value value = row.get(heading);
        return value == null || !NUMERIC.contains(heading) ? Optional.empty() : value.asNumber();
    }

    private static Optional<LocalDate> date(Map<String, Value> row, String heading) {
        Value value = row.get(heading);
        if (value == null || MISSING.contains(value.text)) {
            return Optional.empty();
        }
        if (value.date != null) {
            return Optional.of(value.date);
        }
        Matcher matcher = DATE.matcher(value.text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a date: " + value.text);
        }
        return Optional.of(LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
    }

    // ---------------------------------------------------------------- from a grid to rows under headings

    /** Recognises the sheet by its headings and adds its rows, money in 万元, without total rows. */
    private static void collect(Map<String, List<Map<String, Value>>> datasets, Grid grid) {
        for (int header = 0; header < grid.cells.size(); header++) {
            String dataset = null;
            List<String> headings = grid.headings(header);
            for (Map.Entry<String, List<String>> candidate : IDENTIFYING.entrySet()) {
                boolean better = dataset == null
                        || (candidate.getValue().size()
                                        > IDENTIFYING
                                                .getOrDefault(dataset, List.of())
                                                .size()
                                && !candidate.getKey().equals("roster"));
                if (better && headings.containsAll(candidate.getValue())) {
                    dataset = candidate.getKey();
                }
            }
            if (dataset != null) {
                List<Map<String, Value>> rows = datasets.computeIfAbsent(dataset, key -> new ArrayList<>());
                rows.addAll(rowsBelow(grid, header, dataset));
                return;
            }
        }
    }

    private static List<Map<String, Value>> rowsBelow(Grid grid, int header, String dataset) {
        int lastHeader = grid.lastRowOfHeader(header);
        String unitAbove = unitAbove(grid, header);
        int width = grid.headings(header).size();
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<String, BigDecimal> factors = new HashMap<>();
        for (int at = header; at <= lastHeader; at++) {
            List<Value> cells = grid.expanded(at);
            for (int column = 0; column < Math.min(width, cells.size()); column++) {
                String whole = squeezed(cells.get(column).text);
                String heading = heading(whole);
                if (!heading.isEmpty() && columns.putIfAbsent(heading, column) == null) {
                    String unit = heading.equals(whole)
                            ? unitAbove
                            : whole.substring(heading.length() + 1, whole.length() - 1);
                    factors.put(
                            heading,
                            NOT_MONEY.contains(heading) ? BigDecimal.ONE : MONEY.getOrDefault(unit, BigDecimal.ONE));
                }
            }
        }
        int key = columns.getOrDefault("项目", 0);
        for (String name : List.of("资金类别", "银行名称")) {
            key = Math.max(key, columns.getOrDefault(name, 0));
        }

        List<Map<String, Value>> rows = new ArrayList<>();
        for (List<Value> cells : grid.cells.subList(lastHeader + 1, grid.cells.size())) {
            boolean total = false;
            for (int column = 0; column <= Math.min(key, cells.size() - 1); column++) {
                String text = squeezed(cells.get(column).text);
                total |= text.startsWith("合计")
                        || text.startsWith("总计")
                        || text.startsWith("小计")
                        || text.startsWith("其中");
            }
            if (total && !dataset.equals("roster")) {
                continue;
            }
            Map<String, Value> row = new LinkedHashMap<>();
            boolean anything = false;
            for (Map.Entry<String, Integer> column : columns.entrySet()) {
                if (column.getValue() < cells.size()) {
                    Value value = cells.get(column.getValue());
                    anything |= !value.text.isEmpty();
                    BigDecimal factor = factors.getOrDefault(column.getKey(), BigDecimal.ONE);
                    row.put(column.getKey(), NUMERIC.contains(column.getKey()) ? value.times(factor) : value);
                }
            }
            if (anything) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The unit of the nearest line above that states one, or an empty text. */
    private static String unitAbove(Grid grid, int header) {
        for (int above = header - 1; above >= 0; above--) {
            for (Value value : grid.cells.get(above)) {
                Matcher matcher = UNIT_LINE.matcher(squeezed(value.text));
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
        }
        return "";
    }

    /** Without the unit in brackets at its end, if there is one. */
    private static String heading(String squeezed) {
        Matcher matcher = BRACKET.matcher(squeezed);
        if (matcher.matches() && (MONEY.containsKey(matcher.group(2)) || OTHER_UNITS.contains(matcher.group(2)))) {
            return matcher.group(1);
        }
        return squeezed;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String squeezed(String text) {
        return normal(text).replaceAll("\\s+", "");
    }

    // ---------------------------------------------------------------- from a file to a grid

    /** What a cell says. */
    private record Value(
            String text,
            @Nullable BigDecimal number,
            @Nullable LocalDate date) {

        static final Value EMPTY = new Value("", null, null);

        static Value of(String text) {
            return new Value(normal(text), null, null);
        }

        Optional<BigDecimal> asNumber() {
            if (number != null) {
                return Optional.of(number);
            }
            if (MISSING.contains(text)) {
                return Optional.empty();
            }
            String digits =
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
            if (!NUMBER.matcher(digits).matches()) {
                throw new IllegalArgumentException("Not a number: " + text);
            }
            return Optional.of(new BigDecimal(digits.replace(",", "")));
        }

        /** The same in another unit; what is not a number stays what it is. */
        Value times(BigDecimal factor) {
            boolean isNumber = number != null || NUMBER.matcher(text).matches();
            return isNumber && factor.compareTo(BigDecimal.ONE) != 0
                    ? new Value(text, asNumber().orElseThrow().multiply(factor), date)
                    : this;
        }
    }

    /** A sheet as it stands, and its merged cells. */
    private record Grid(List<List<Value>> cells, List<CellRangeAddress> merged) {

        /** A row with each merged cell's content in all the places it covers. */
        List<Value> expanded(int row) {
            List<Value> result = new ArrayList<>(cells.get(row));
            for (CellRangeAddress range : merged) {
                if (range.getFirstRow() <= row && row <= range.getLastRow() && range.getFirstRow() < cells.size()) {
                    List<Value> top = cells.get(range.getFirstRow());
                    Value content = range.getFirstColumn() < top.size() ? top.get(range.getFirstColumn()) : Value.EMPTY;
                    for (int column = range.getFirstColumn(); column <= range.getLastColumn(); column++) {
                        while (result.size() <= column) {
                            result.add(Value.EMPTY);
                        }
                        result.set(column, content);
                    }
                }
            }
            return result;
        }

        List<String> headings(int row) {
            List<String> result = new ArrayList<>();
            for (Value value : expanded(row)) {
                result.add(heading(squeezed(value.text)));
            }
            return result;
        }

        /** Where a heading is merged downwards, the header ends with it. */
        int lastRowOfHeader(int row) {
            int last = row;
            for (CellRangeAddress range : merged) {
                if (range.getFirstRow() <= row && row <= range.getLastRow()) {
                    last = Math.max(last, Math.min(range.getLastRow(), cells.size() - 1));
                }
            }
            return last;
        }
    }

    private static Grid grid(Sheet sheet) {
        List<List<Value>> cells = new ArrayList<>();
        for (int at = 0; at <= sheet.getLastRowNum(); at++) {
            Row row = sheet.getRow(at);
            List<Value> values = new ArrayList<>();
            for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
                values.add(value(row.getCell(column)));
            }
            cells.add(values);
        }
        return new Grid(cells, List.copyOf(sheet.getMergedRegions()));
    }

    private static Value value(@Nullable Cell cell) {
        if (cell == null) {
            return Value.EMPTY;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Value.of(cell.getRichStringCellValue().getString());
            case BOOLEAN -> Value.of(Boolean.toString(cell.getBooleanCellValue()));
            case NUMERIC -> numeric(cell);
            case ERROR ->
                throw new IllegalArgumentException(
                        "Error value in " + cell.getSheet().getSheetName() + " " + cell.getAddress());
            default -> Value.EMPTY;
        };
    }

    private static Value numeric(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDate date = cell.getLocalDateTimeCellValue().toLocalDate();
            return new Value(date.toString(), null, date);
        }
        BigDecimal number = new BigDecimal(cell.getNumericCellValue(), new MathContext(15, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        if (cell.getCellStyle().getDataFormatString().contains("%")) {
            number = number.scaleByPowerOfTen(2);
        }
        return new Value(number.toPlainString(), number, null);
    }

    private static Grid csv(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<List<Value>> cells = new ArrayList<>();
        List<Value> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(Value.of(field.toString()));
                field.setLength(0);
                if (c == '\n') {
                    cells.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        row.add(Value.of(field.toString()));
        cells.add(row);
        return new Grid(cells, List.of());
    }

    // ================================================================ writing

    /** Writes the quarter in a layout that depends on the seed and nothing else; the folder is made if need be. */
    public static void write(PlainQuarter quarter, Path folder, long seed) throws IOException {
        new Writer(quarter, new Random(seed * 104729 + 5)).write(folder);
    }

    /** A sheet to be: a cell is a text, a number, a date or null; the key column takes the word for a total. */
    private record Table(String title, List<String> headings, List<List<@Nullable Object>> rows) {}

    private static final class Writer {
        private final PlainQuarter quarter;
        private final Random dice;
        private final Map<String, Bank> banks = new HashMap<>();

        Writer(PlainQuarter quarter, Random dice) {
            this.quarter = quarter;
            this.dice = dice;
            for (Bank bank : quarter.banks()) {
                banks.put(bank.code(), bank);
            }
        }

        void write(Path folder) throws IOException {
            List<Table> tables = new ArrayList<>();
            tables.add(roster());
            tables.addAll(halves(credit()));
            tables.addAll(halves(perBank("税收情况", "上缴税收", quarter.tax())));
            quarter.platform().ifPresent(amounts -> tables.addAll(halves(perBank("饶企云放款", "平台放款金额", amounts))));
            quarter.ratings().ifPresent(ratings -> tables.addAll(halves(survey(ratings))));
            quarter.faults().ifPresent(faults -> tables.addAll(halves(service(faults))));
            quarter.holdings().ifPresent(holdings -> tables.addAll(halves(holdings(holdings))));
            quarter.pools().ifPresent(pools -> tables.add(pools(pools)));
            // A plan that counts needs the list, be it empty.
            if (!quarter.risks().isEmpty() || quarter.quarter() == 4 || chance(50)) {
                tables.add(risks());
            }
            if (quarter.publishedLdr().isPresent()) {
                tables.add(parameters(quarter.publishedLdr().get()));
            }

            quarter.adjustments().ifPresent(adjustments -> tables.addAll(halves(adjustments(adjustments))));

            boolean oneFile = chance(25);
            int number = 1;
            Workbook workbook = new XSSFWorkbook();
            for (Table table : tables) {
                if (!oneFile && workbook.getNumberOfSheets() > 0 && chance(70)) {
                    save(workbook, folder, number++);
                    workbook = new XSSFWorkbook();
                }
                sheet(workbook, table);
            }
            save(workbook, folder, number);
        }

        private void save(Workbook workbook, Path folder, int number) throws IOException {
            String name = String.format("%02d 报表.xlsx", number);
            Path file = chance(30)
                    ? folder.resolve(String.format("%02d 报送", number)).resolve(name)
                    : folder.resolve(name);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (workbook;
                    OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }

        // ------------------------------------------------------------ tables

        private Table roster() {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Bank bank : quarter.banks()) {
                String flag = bank.assessed() ? (chance(70) ? "是" : "") : "否";
                rows.add(row(
                        bank.code(),
                        bank.name(),
                        bank.shortName(),
                        String.join(chance(50) ? "、" : ";", bank.aliases()),
                        bank.kind(),
                        bank.openingDate().map(this::date).orElse(null),
                        flag));
            }
            return new Table("银行名录", List.of("银行编码", "银行名称", "简称", "别名", "机构类型", "开业日期", "是否考核"), rows);
        }

        private Table credit() {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Bank bank : quarter.banks()) {
                Credit credit = quarter.credit().get(bank.code());
                if (credit != null) {
                    rows.add(row(
                            name(bank.code()),
                            credit.deposits().orElse(null),
                            credit.loansOpening().orElse(null),
                            credit.loans().orElse(null),
                            credit.smeLoansOpening().orElse(null),
                            credit.smeLoans().orElse(null),
                            credit.industrialLoansOpening().orElse(null),
                            credit.industrialLoans().orElse(null)));
                }
            }
            return new Table(
                    "金融机构存贷款情况",
                    List.of("银行名称", "存款余额", "年初贷款余额", "贷款余额", "年初小微贷款余额", "小微贷款余额", "年初工业贷款余额", "工业贷款余额"),
                    rows);
        }

        private Table perBank(String title, String heading, Map<String, BigDecimal> figures) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Bank bank : quarter.banks()) {
                BigDecimal figure = figures.get(bank.code());
                if (figure != null) {
                    rows.add(row(name(bank.code()), figure));
                }
            }
            return new Table(title, List.of("银行名称", heading), rows);
        }

        private Table survey(List<Rating> ratings) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Rating rating : ratings) {
                rows.add(row(rating.unit(), name(rating.bank()), rating.rating()));
            }
            return new Table("满意度调查", List.of("预算单位", "银行名称", "评分"), rows);
        }

        private Table service(List<Fault> faults) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Fault fault : faults) {
                rows.add(row(
                        date(fault.date()),
                        name(fault.bank()),
                        fault.kind(),
                        fault.points().orElse(null),
                        chance(30) ? "经办人反映" : null));
            }
            return new Table("服务记录", List.of("日期", "银行名称", "事项", "扣分", "说明"), rows);
        }

        private Table holdings(List<Holding> holdings) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Holding holding : holdings) {
                boolean empty = holding.unmatured().signum() == 0 && chance(50);
                rows.add(row(
                        holding.fund(),
                        name(holding.bank()),
                        holding.amount(),
                        empty ? null : holding.unmatured(),
                        holding.dueDate().map(this::date).orElse(null)));
            }
            return new Table("财政存款", List.of("资金类别", "银行名称", "存款余额", "未到期定期", "到期日"), rows);
        }

        private Table pools(List<Pool> pools) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Pool pool : pools) {
                rows.add(row(pool.fund(), pool.amount()));
            }
            return new Table("资金池", List.of("资金类别", "次年调配总额"), rows);
        }

        private Table risks() {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Risk risk : quarter.risks()) {
                rows.add(row(name(risk.bank()), chance(50) ? "流动性" : "内部控制", risk.disposal(), date(quarter.end())));
            }
            return new Table("风险认定", List.of("银行名称", "风险类型", "处置", "认定日期"), rows);
        }

        private Table adjustments(List<Adjustment> adjustments) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Adjustment adjustment : adjustments) {
                rows.add(row(adjustment.fund(), name(adjustment.bank()), adjustment.amount(), "支持重点项目", "市长"));
            }
            return new Table("调整", List.of("资金类别", "银行名称", "调整金额", "理由", "批准人"), rows);
        }

        private Table parameters(BigDecimal ratio) {
            return new Table("参数", List.of("项目", "数值", "来源"), List.of(row("全市存贷比", ratio, "人民银行")));
        }

        private static List<@Nullable Object> row(@Nullable Object... cells) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Object cell : cells) {
                row.add("".equals(cell) ? null : cell);
            }
            return row;
        }

        /** Sometimes an office sends its rows in two sheets. */
        private List<Table> halves(Table table) {
            int size = table.rows.size();
            if (size < 2 || chance(75)) {
                return List.of(table);
            }
            int cut = 1 + dice.nextInt(size - 1);
            return List.of(
                    new Table(table.title, table.headings, table.rows.subList(0, cut)),
                    new Table(table.title, table.headings, table.rows.subList(cut, size)));
        }

        // ------------------------------------------------------------ a sheet

        private void sheet(Workbook workbook, Table table) {
            Sheet sheet = workbook.createSheet("表" + (workbook.getNumberOfSheets() + 1));
            boolean money = table.headings.stream().anyMatch(this::isMoney);
            int at = 0;
            if (chance(70)) {
                // Pools are those of the next year.
                int year = quarter.year() + (table.title.equals("资金池") ? 1 : 0);
                sheet.createRow(at++).createCell(0).setCellValue(year + "年" + table.title + "表");
            }
            String unitLine = "";
            if (money && chance(50)) {
                unitLine = unit();
                sheet.createRow(at++)
                        .createCell(table.headings.size() - 1)
                        .setCellValue((chance(50) ? "单位：" : " 单位: ") + unitLine);
            }
            if (chance(20)) {
                at++;
            }

            List<BigDecimal> factors = new ArrayList<>();
            Row header = sheet.createRow(at++);
            for (String heading : table.headings) {
                String written = heading;
                String unit = unitLine;
                if (isMoney(heading) && chance(40)) {
                    // The line and the bracket must not disagree.
                    String other = unit();
                    unit = unitLine.isEmpty() ? other : unitLine;
                    written += (chance(50) ? "（" + unit + "）" : "\n(" + unit + ")");
                } else if (chance(15)) {
                    written = heading.substring(0, 2) + (chance(50) ? " " : "\n") + heading.substring(2);
                }
                header.createCell(factors.size()).setCellValue(written);
                factors.add(isMoney(heading) ? MONEY.getOrDefault(unit, BigDecimal.ONE) : BigDecimal.ONE);
            }

            List<BigDecimal> sums = new ArrayList<>();
            factors.forEach(factor -> sums.add(BigDecimal.ZERO));
            CellStyle dateStyle = workbook.createCellStyle();
            dateStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            for (List<@Nullable Object> cells : table.rows) {
                Row row = sheet.createRow(at++);
                for (int column = 0; column < cells.size(); column++) {
                    Object content = cells.get(column);
                    if (content instanceof BigDecimal number) {
                        sums.set(column, sums.get(column).add(number));
                        number(row, column, number, factors.get(column));
                    } else if (content instanceof LocalDate date) {
                        Cell cell = row.createCell(column);
                        cell.setCellValue(date);
                        cell.setCellStyle(dateStyle);
                    } else if (content != null) {
                        row.createCell(column).setCellValue(content.toString());
                    } else if (chance(10)) {
                        row.createCell(column).setCellValue("—");
                    }
                }
            }

            boolean many = table.headings.contains("事项") || table.headings.contains("评分");
            if (money && !many && !table.rows.isEmpty() && chance(50)) {
                Row row = sheet.createRow(at++);
                row.createCell(0).setCellValue(chance(50) ? "合计" : "总 计");
                for (int column = 0; column < sums.size(); column++) {
                    if (isMoney(table.headings.get(column))) {
                        number(row, column, sums.get(column), factors.get(column));
                    }
                }
            }
            if (chance(40)) {
                sheet.createRow(at + dice.nextInt(2)).createCell(0).setCellValue("制表人：张三");
            }
        }

        private static void number(Row row, int column, BigDecimal inWan, BigDecimal factor) {
            BigDecimal inUnit = inWan.divide(factor, MathContext.UNLIMITED).stripTrailingZeros();
            if (inUnit.precision() > 15) {
                throw new IllegalArgumentException("A cell does not hold " + inUnit.toPlainString());
            }
            row.createCell(column).setCellValue(inUnit.doubleValue());
        }

        private boolean isMoney(String heading) {
            return NUMERIC.contains(heading) && !NOT_MONEY.contains(heading);
        }

        private String unit() {
            return List.of("万元", "万元", "元", "千元", "百万元", "亿元").get(dice.nextInt(6));
        }

        /** A name the bank goes by, sometimes with what normalisation takes away. */
        private String name(String code) {
            Bank bank = banks.get(code);
            if (bank == null) {
                throw new IllegalArgumentException("Not in the roster: " + code);
            }
            List<String> names = new ArrayList<>(List.of(bank.code(), bank.name(), bank.name()));
            if (!bank.shortName().isEmpty()) {
                names.add(bank.shortName());
                names.add(bank.shortName());
            }
            names.addAll(bank.aliases());
            String name = names.get(dice.nextInt(names.size()));
            if (chance(10)) {
                name = " " + name + "\u00A0";
            }
            return chance(10) ? name.replace('B', 'Ｂ').replace('0', '０') : name;
        }

        /** A real date, or one of the ways people write it. */
        private Object date(LocalDate date) {
            int y = date.getYear();
            int m = date.getMonthValue();
            int d = date.getDayOfMonth();
            return switch (dice.nextInt(5)) {
                case 0 -> date.toString();
                case 1 -> y + "/" + m + "/" + d;
                case 2 -> y + "年" + m + "月" + d + "日";
                default -> date;
            };
        }

        private boolean chance(int percent) {
            return dice.nextInt(100) < percent;
        }
    }
}
