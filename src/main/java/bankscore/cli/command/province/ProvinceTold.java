package bankscore.cli.command.province;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.province.ProvinceOutcome;
import bankscore.province.ProvinceText;
import bankscore.run.Office;
import java.util.List;

/** Tells on the terminal how a province ended, and what the process ends with: one that failed goes before one with findings. */
record ProvinceTold(Terminal terminal, Office office, Period period) implements ProvinceOutcome.Reader<ExitCode> {

    @Override
    public ExitCode locked(ProvinceOutcome.Locked end) {
        terminal.complain("province.locked", "province", office.jurisdiction(), "period", period);
        end.holder().ifPresent(terminal::tell);
        return ExitCode.LOCKED;
    }

    @Override
    public ExitCode done(ProvinceOutcome.Done end) {
        if (end.recovered()) {
            terminal.say("cli.recovered");
        }
        List<CountyState> open = end.counties().stream()
                .filter(county -> !county.end().isPublished())
                .toList();
        for (CountyState county : open) {
            terminal.complain(
                    "province.county." + county.end().name(),
                    "county",
                    county.county(),
                    "folder",
                    office.folders().output().resolve(county.county()).resolve(period.toString()),
                    "detail",
                    county.work().detail());
        }
        terminal.line(new ProvinceText(terminal.words()).line(end.headway()));
        if (open.isEmpty()) {
            return ExitCode.DONE;
        }
        terminal.say("province.again");
        return open.stream().allMatch(county -> county.end() == End.FINDINGS) ? ExitCode.FINDINGS : ExitCode.DEFECT;
    }
}
