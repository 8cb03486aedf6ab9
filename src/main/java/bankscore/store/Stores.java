package bankscore.store;

import bankscore.intake.table.Earlier;
import javax.sql.DataSource;

/** The database's rooms, for one jurisdiction. */
public record Stores(
        Staging staging,
        FindingStore findings,
        ResultStore results,
        BlockStore blocks,
        RevisionStore revisions,
        FileArchive archive,
        HistoryStore history,
        ApprovalStore approvals,
        Durability durability) {

    /** What was read for a job instance. */
    public record Staging(
            InstanceStore instances, SheetStore sheets, FactStore facts, ReceivedStore received, StoredRows rows) {

        /** What is staged for the published revision of an earlier period, read when it is asked for. */
        public Earlier.Stored earlier(long instance) {
            return new StoredPeriod(instance, sheets, facts);
        }
    }

    public static Stores of(DataSource dataSource, String jurisdiction) {
        return new Stores(
                new Staging(
                        new InstanceStore(dataSource),
                        new SheetStore(dataSource),
                        new FactStore(dataSource),
                        new ReceivedStore(dataSource),
                        new StoredRows(dataSource)),
                new FindingStore(dataSource),
                new ResultStore(dataSource),
                new BlockStore(dataSource),
                new RevisionStore(dataSource, jurisdiction),
                new FileArchive(dataSource, jurisdiction),
                new HistoryStore(dataSource),
                new ApprovalStore(dataSource, jurisdiction),
                new Durability(dataSource));
    }
}
