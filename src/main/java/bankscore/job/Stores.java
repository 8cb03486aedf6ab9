package bankscore.job;

import bankscore.store.ApprovalStore;
import bankscore.store.Durability;
import bankscore.store.FileArchive;
import bankscore.store.FindingStore;
import bankscore.store.HistoryStore;
import bankscore.store.ResultStore;
import bankscore.store.RevisionStore;
import bankscore.store.StagingStore;
import bankscore.store.StoredRows;
import javax.sql.DataSource;

/** The database's rooms, for one jurisdiction. */
record Stores(
        StagingStore staging,
        FindingStore findings,
        ResultStore results,
        RevisionStore revisions,
        FileArchive archive,
        StoredRows stored,
        HistoryStore history,
        ApprovalStore approvals,
        Durability durability) {

    static Stores of(DataSource dataSource, String jurisdiction) {
        return new Stores(
                new StagingStore(dataSource),
                new FindingStore(dataSource),
                new ResultStore(dataSource),
                new RevisionStore(dataSource, jurisdiction),
                new FileArchive(dataSource, jurisdiction),
                new StoredRows(dataSource),
                new HistoryStore(dataSource),
                new ApprovalStore(dataSource, jurisdiction),
                new Durability(dataSource));
    }
}
