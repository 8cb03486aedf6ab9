package bankscore.store;

import bankscore.domain.Fraction;
import bankscore.domain.Money;
import bankscore.domain.Rounding;
import bankscore.domain.allocate.FundPlan;
import bankscore.domain.allocate.Plan;
import bankscore.domain.allocate.PlanRow;
import bankscore.domain.score.Assessment;
import bankscore.domain.score.ScoreCard;
import bankscore.domain.score.ScoreLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
                    wan(row.atMaturity())
                });
            }
        }
        jdbc.batchUpdate("INSERT INTO plan_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private static BigDecimal wan(Money money) {
        return new BigDecimal(money.fen(), 6);
    }
}
