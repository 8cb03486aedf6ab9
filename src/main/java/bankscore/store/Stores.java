package bankscore.store;

import bankscore.intake.table.staged.Earlier;
import bankscore.office.Series;
import javax.sql.DataSource;

/** The database's rooms, for one series of revisions. */
public record Stores(
        Staging staging,
        FindingStore findings,
        ResultStore results,
        BlockStore blocks,
        SeriesStore series,
        RevisionStore revisions,
        FileArchive archive,
        HistoryStore history,
        ApprovalStore approvals,
        DecisionStore decisions,
        Durability durability) {

    /** What was read for a job instance. */
    public record Staging(
            InstanceStore instances,
            SheetStore sheets,
            PartyStore parties,
            FactStore facts,
            ClaimStore claims,
            ReceivedStore received,
            StoredRows rows) {

        /** What is staged for the published revision of an earlier period, read when it is asked for. */
        public Earlier.Stored earlier(long instance) {
            return new StoredPeriod(instance, sheets, parties, facts, claims);
        }
    }

    public static Stores of(DataSource dataSource, Series series) {
        return new Stores(
                new Staging(
                        new InstanceStore(dataSource),
                        new SheetStore(dataSource),
                        new PartyStore(dataSource),
                        new FactStore(dataSource),
                        new ClaimStore(dataSource),
                        new ReceivedStore(dataSource),
                        new StoredRows(dataSource)),
                new FindingStore(dataSource),
                new ResultStore(dataSource),
                new BlockStore(dataSource),
                new SeriesStore(dataSource, series.jurisdiction()),
                new RevisionStore(dataSource, series),
                new FileArchive(dataSource, series),
                new HistoryStore(dataSource),
                new ApprovalStore(dataSource, series),
                new DecisionStore(dataSource, series),
                new Durability(dataSource));
    }
}
