package bankscore.province;

import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.office.CountyState.Kept;
import bankscore.office.CountyState.Work;
import bankscore.office.Holder;
import bankscore.office.Revision;
import bankscore.run.request.RunOutcome;
import bankscore.store.Stores;
import java.util.List;
import java.util.Optional;

/** What a county's run came to; who else works on it leaves it running, and it says who that is. */
record CountyEnd(CountyState county, Period period, String series, Stores stores, Words words)
        implements RunOutcome.Reader<CountyState> {

    @Override
    public CountyState published(RunOutcome.Published end) {
        return standing(End.PUBLISHED, end.looked());
    }

    @Override
    public CountyState nothingNew(RunOutcome.NothingNew end) {
        return standing(End.NOTHING_NEW, end.looked());
    }

    @Override
    public CountyState restored(RunOutcome.Restored end) {
        return standing(End.NOTHING_NEW, end.looked());
    }

    @Override
    public CountyState clean(RunOutcome.Clean end) {
        throw new IllegalStateException("a county is run, not checked");
    }

    /** What stops it is kept under an instance of its own, or with the revision that had the same input. */
    @Override
    public CountyState stopped(RunOutcome.Stopped end) {
        List<Long> unpublished = stores.staging().instances().unpublished(county.series(series), period);
        Optional<Revision> latest = stores.revisions().latest(period);
        long instance = unpublished.isEmpty()
                ? latest.map(Revision::instance).orElse(0L)
                : unpublished.get(unpublished.size() - 1);
        return county.with(
                End.FINDINGS,
                new Kept(series, end.revision(), instance, end.looked().files()));
    }

    @Override
    public CountyState locked(RunOutcome.Locked end) {
        return held(end.holder());
    }

    @Override
    public CountyState lost(RunOutcome.Lost end) {
        return held(end.holder());
    }

    private CountyState standing(End end, RunOutcome.Looked looked) {
        Revision latest = stores.revisions().latest(period).orElseThrow();
        return county.with(end, new Kept(series, latest.number(), latest.instance(), looked.files()));
    }

    private CountyState held(Optional<Holder> holder) {
        Work work = county.work();
        String who = holder.map(each -> words.text(
                        "province.held",
                        "user",
                        each.user(),
                        "machine",
                        each.machine(),
                        "process",
                        each.process(),
                        "since",
                        each.since()))
                .orElse("");
        return county.to(End.RUNNING, new Work(work.where(), work.since(), 0, who));
    }
}
