package bankscore.store;

import bankscore.exact.Period;
import bankscore.office.Decision;
import bankscore.office.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decided and signed of the revisions of a series; nothing is ever changed or taken out. */
public final class DecisionStore {

    private final JdbcClient client;
    private final Series series;

    public DecisionStore(DataSource dataSource, Series series) {
        this.client = JdbcClient.create(dataSource);
        this.series = series;
    }

    /** All of a period in their order, whoever wrote them; a row that says no decision is empty. */
    public List<Optional<Decision.Signed>> all(Period period) {
        return client.sql("SELECT * FROM decision WHERE jurisdiction = ? AND rule = ? AND period = ? ORDER BY seq")
                .params(series.jurisdiction(), series.rule(), period.toString())
                .query((row, number) -> {
                    String verdict = row.getString("verdict");
                    Decision.Signed signed = new Decision.Signed(
                            new Decision(
                                    series,
                                    period,
                                    row.getInt("revision"),
                                    row.getString("manifest"),
                                    row.getString("chain_head"),
                                    row.getString("person"),
                                    verdict(verdict).orElse(Decision.Verdict.RETURNED),
                                    row.getString("words"),
                                    row.getString("decided_at")),
                            row.getString("public_key"),
                            row.getString("signature"));
                    return verdict(verdict).map(known -> signed);
                })
                .list();
    }

    /** Adds one; within the caller's transaction, with its entry of the history. */
    public void add(Decision.Signed signed) {
        Decision decision = signed.decision();
        client.sql(
                        "INSERT INTO decision (jurisdiction, rule, period, seq, revision, verdict, person, words, decided_at,"
                                + " manifest, chain_head, public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        series.jurisdiction(),
                        series.rule(),
                        decision.period().toString(),
                        all(decision.period()).size() + 1L,
                        decision.revision(),
                        decision.verdict().outcome(),
                        decision.person(),
                        decision.words(),
                        decision.at(),
                        decision.manifest(),
                        decision.head(),
                        signed.key(),
                        signed.signature())
                .update();
    }

    private static Optional<Decision.Verdict> verdict(String outcome) {
        return Arrays.stream(Decision.Verdict.values())
                .filter(each -> each.outcome().equals(outcome))
                .findFirst();
    }
}
