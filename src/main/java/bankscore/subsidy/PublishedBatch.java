package bankscore.subsidy;

import bankscore.facts.register.PartyRegister;
import bankscore.office.Revision;
import bankscore.run.take.Configuration;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.Map;

/**
 * A published batch, brought back; its lines can be read until it is closed.
 *
 * @param latest whether no later revision of the period is published
 */
record PublishedBatch(
        Revision revision,
        Report report,
        Configuration<SubsidyScheme> configuration,
        Map<String, PartyRegister> registers,
        boolean latest,
        FileRoom room)
        implements AutoCloseable {

    @Override
    public void close() {
        room.close();
    }
}
