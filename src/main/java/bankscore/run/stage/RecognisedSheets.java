package bankscore.run.stage;

import bankscore.run.take.Recognition;
import bankscore.run.take.RunContext;
import bankscore.store.SheetStore;
import bankscore.store.Stores;

/** Stores what is known before any row is read: the sheets, the register, the configuration and what they brought up. */
public final class RecognisedSheets {

    private static final String RECEPTION = "reception";

    private RecognisedSheets() {}

    /** Writes it anew. */
    public static void store(RunContext<?> run, long instance) {
        Recognition recognition = run.recognition();
        Stores stores = run.stores();
        stores.staging()
                .instances()
                .begin(instance, run.about().series(), run.about().period());
        SheetStore staging = stores.staging().sheets();
        staging.saveSheets(instance, recognition.headers());
        staging.saveRoster(instance, recognition.roster());
        stores.staging().parties().save(instance, recognition.registers(), recognition.roster());
        staging.saveSources(instance, run.configuration().files());
        staging.forgetCells(instance, SheetStore.BEFORE_ROWS);
        staging.addCells(instance, SheetStore.BEFORE_ROWS, recognition.cellsSeen());
        stores.findings().replace(instance, RECEPTION, recognition.findings());
    }
}
