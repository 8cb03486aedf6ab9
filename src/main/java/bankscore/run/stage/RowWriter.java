package bankscore.run.stage;

import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.read.file.InputFile;
import bankscore.run.request.Progress;
import bankscore.run.request.StepLog;
import bankscore.run.take.Recognition;
import bankscore.run.take.RunContext;
import bankscore.store.FindingStore;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stages what rows gave, in the transaction of their chunk. */
public final class RowWriter implements ItemWriter<StagedRows>, StepExecutionListener {

    public static final String STEP = "stage";

    private final Stores.Staging staging;
    private final FindingStore findings;
    private final Recognition recognition;
    private final ReasonFiles files;
    private final StagedPeriod quarters;
    private final RunLock lock;
    private final Progress progress;
    private final StepLog log;
    private final long instance;
    private long rows;

    public RowWriter(RunContext<?> run, long instance, StepLog log) {
        this.staging = run.stores().staging();
        this.findings = run.stores().findings();
        this.recognition = run.recognition();
        this.files = new ReasonFiles(
                run.taken().files().stream().map(InputFile::name).toList());
        this.quarters = StagedPeriod.of(run);
        this.lock = run.lock();
        this.progress = run.progress();
        this.instance = instance;
        this.log = log;
    }

    @Override
    public void beforeStep(StepExecution step) {
        quarters.stagingBegins(instance);
    }

    /** What is read and written at once is a portion; the history of executions counts the rows in them. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        step.setReadCount(rows);
        step.setWriteCount(rows);
        return step.getExitStatus();
    }

    @Override
    public void write(Chunk<? extends StagedRows> chunk) {
        lock.hold();
        List<OnSheet<Fact>> figures = new ArrayList<>();
        List<OnSheet<Fact>> records = new ArrayList<>();
        List<SaidClaim> claims = new ArrayList<>();
        List<OnSheet<ControlTotal>> totals = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        Map<Integer, Long> cells = new TreeMap<>();
        for (StagedRows lines : chunk) {
            int sheet = lines.sheet();
            List<OnSheet<Fact>> own = isRecord(sheet) ? records : figures;
            lines.figures().forEach(figure -> own.add(new OnSheet<>(sheet, figure)));
            List<SaidClaim> said = lines.claims().stream()
                    .map(claim -> SaidClaim.of(new OnSheet<>(sheet, claim)))
                    .toList();
            claims.addAll(said);
            lines.totals().forEach(total -> totals.add(new OnSheet<>(sheet, total)));
            lines.reasons()
                    .forEach((row, reason) -> staging.facts().saveReason(instance, sheet, row, files.named(reason)));
            found.addAll(lines.findings());
            cells.merge(sheet, lines.cells(), Long::sum);
            quarters.staged(lines, said);
            rows += lines.rows();
        }
        log.count(rows + " rows staged");
        staging.facts().saveFigures(instance, figures);
        staging.facts().saveRecords(instance, records);
        staging.claims().save(instance, claims);
        staging.facts().saveTotals(instance, totals);
        cells.forEach((sheet, count) -> staging.sheets().addCells(instance, sheet, count));
        findings.add(instance, STEP, found);
        if (!chunk.isEmpty()) {
            int last = chunk.getItems().get(chunk.size() - 1).sheet();
            progress.reached(rows, recognition.permilleBefore(last));
        }
    }

    private boolean isRecord(int sheet) {
        return recognition.header(sheet).dataset().rows() == Dataset.Rows.RECORD;
    }
}
