package bankscore.store;

import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scores and the plan of one job instance as rows, so that they can be asked for without the files. */
public final class ResultStore {

    private static final Rounding SHARE = Rounding.halfUp(15, "D8");

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    public ResultStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** One bank's result. */
    public record Score(String bank, Fraction total, int rank, Fraction share) {}

    /** The scores of a job instance, in roster order. */
    public List<Score> scores(long instance) {
        return client.sql("SELECT bank, total, place, share FROM bank_score WHERE instance = ? ORDER BY position")
                .param(instance)
                .query((row, number) -> new Score(
                        row.getString("bank"),
                        Fraction.of(row.getBigDecimal("total")),
                        row.getInt("place"),
                        Fraction.of(row.getBigDecimal("share"))))
                .list();
    }

    /** Writes the scores anew. */
    public void save(long instance, Assessment assessment) {
        client.sql("DELETE FROM bank_score WHERE instance = ?").param(instance).update();
        client.sql("DELETE FROM score_line WHERE instance = ?").param(instance).update();
        jdbc.batchUpdate("INSERT INTO bank_score VALUES (?, ?, ?, ?, ?, ?)", scores(instance, assessment));
        jdbc.batchUpdate("INSERT INTO score_line VALUES (?, ?, ?, ?)", lines(instance, assessment));
    }

    private static List<Object[]> scores(long instance, Assessment assessment) {
        List<Object[]> rows = new ArrayList<>();
        for (ScoreCard card : assessment.cards()) {
            rows.add(new Object[] {
                instance,
                card.bank().code(),
                rows.size() + 1,
                card.total().decimal().orElseThrow(),
                card.rank(),
                SHARE.decimal(card.share())
            });
        }
        return rows;
    }

    private static List<Object[]> lines(long instance, Assessment assessment) {
        List<Object[]> rows = new ArrayList<>();
        for (ScoreCard card : assessment.cards()) {
            for (ScoreLine line : card.lines()) {
                rows.add(new Object[] {
                    instance,
                    card.bank().code(),
                    line.item().id(),
                    line.points().decimal().orElseThrow()
                });
            }
        }
        return rows;
    }

    /** Writes the plan anew. */
    public void save(long instance, Plan plan) {
        client.sql("DELETE FROM plan_row WHERE instance = ?").param(instance).update();
        jdbc.batchUpdate("INSERT INTO plan_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows(instance, plan));
    }

    /** The tables whose rows are not those of this result. */
    public List<String> tablesOtherThan(long instance, Assessment assessment, Optional<Plan> plan) {
        Map<String, List<Object[]>> expected = new LinkedHashMap<>();
        expected.put("bank_score", scores(instance, assessment));
        expected.put("score_line", lines(instance, assessment));
        expected.put("plan_row", plan.map(placed -> rows(instance, placed)).orElse(List.of()));
        List<String> tables = new ArrayList<>();
        expected.forEach((table, rows) -> {
            List<String> stored = client.sql("SELECT * FROM " + table + " WHERE instance = ?")
                    .param(instance)
                    .query((row, number) -> {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            cells.add(text(row.getObject(i)));
                        }
                        return cells.toString();
                    })
                    .list();
            List<String> wanted = rows.stream()
                    .map(row ->
                            Arrays.stream(row).map(ResultStore::text).toList().toString())
                    .toList();
            if (!stored.stream()
                    .sorted()
                    .toList()
                    .equals(wanted.stream().sorted().toList())) {
                tables.add(table);
            }
        });
        return tables;
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal decimal
                ? decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString()
                : cell.toString();
    }

    private static List<Object[]> rows(long instance, Plan plan) {
        List<Object[]> rows = new ArrayList<>();
        for (FundPlan fund : plan.funds()) {
            for (PlanRow row : fund.rows()) {
                rows.add(new Object[] {
                    instance,
                    fund.pool().fund(),
                    rows.size() + 1,
                    row.bank().code(),
                    wan(row.current()),
                    wan(row.target()),
                    wan(row.now()),
                    wan(row.atMaturity()),
                    wan(row.adjustment())
                });
            }
        }
        return rows;
    }

    private static BigDecimal wan(Money money) {
        return new BigDecimal(money.fen(), 6);
    }
}
