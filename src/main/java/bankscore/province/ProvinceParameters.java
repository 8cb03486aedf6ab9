package bankscore.province;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.CountyRoles;
import bankscore.office.Caller;
import bankscore.run.Office;
import bankscore.run.request.Installation;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunFolders;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What a start is about, as parameters of its job. Province, period, rule, digest and round tell one from another; the rest
 * says where, how and for whom. A county is found by these and its name alone, in whatever process.
 *
 * @param province its jurisdiction
 * @param rule what the states of its counties are kept under
 * @param digest of the list of counties and of what each goes by
 * @param round how often that very list was begun anew, from 1
 * @param folders the province's own
 * @param counties the folder with a folder for each county
 */
public record ProvinceParameters(
        String province,
        String rule,
        String digest,
        int round,
        ProvinceRequest request,
        RunFolders folders,
        Path counties) {

    private static final String PROVINCE = "province";
    private static final String PERIOD = "period";
    private static final String RULE = "rule";
    private static final String DIGEST = "counties";
    private static final String ROUND = "round";
    private static final String ASKED = "asked";
    private static final String STRICT = "strict";
    private static final String AT_ONCE = "at_once";
    private static final String BY_PATH = "by_path";
    private static final String CONFIG = "config";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String FOLDER = "folder";
    private static final String USER = "user";
    private static final String MACHINE = "machine";
    private static final String ARGUMENTS = "arguments";
    private static final String AT = "at";

    /** Of a job that was started or is started again. */
    static ProvinceParameters of(JobParameters parameters, Installation installation) {
        return new ProvinceParameters(
                required(parameters, PROVINCE),
                required(parameters, RULE),
                required(parameters, DIGEST),
                Integer.parseInt(required(parameters, ROUND)),
                new ProvinceRequest(
                        Period.parse(required(parameters, PERIOD))
                                .orElseThrow(() -> new IllegalArgumentException("no period: " + parameters)),
                        Optional.ofNullable(parameters.getString(ASKED)),
                        "true".equals(parameters.getString(STRICT)),
                        Integer.parseInt(required(parameters, AT_ONCE)),
                        "true".equals(parameters.getString(BY_PATH)),
                        new Caller(
                                text(parameters, USER),
                                text(parameters, MACHINE),
                                text(parameters, ARGUMENTS),
                                Optional.ofNullable(parameters.getString(AT))
                                        .map(ZonedDateTime::parse)
                                        .orElseGet(installation::now))),
                new RunFolders(
                        Path.of(required(parameters, CONFIG)),
                        Path.of(required(parameters, INPUT)),
                        Path.of(required(parameters, OUTPUT))),
                Path.of(required(parameters, FOLDER)));
    }

    /** Whether a job with such parameters works on the same province, period and rule. */
    boolean isOf(JobParameters parameters) {
        return province.equals(parameters.getString(PROVINCE))
                && rule.equals(parameters.getString(RULE))
                && request.period().toString().equals(parameters.getString(PERIOD));
    }

    /** The same, begun anew. */
    ProvinceParameters again() {
        return new ProvinceParameters(province, rule, digest, round + 1, request, folders, counties);
    }

    /** What tells this start from every other, those before it that went by other things among them. */
    public String start() {
        return String.join("\n", province, rule, request.period().toString(), digest, Integer.toString(round));
    }

    /** The same for a worker on a machine of its own, whose folders are others. */
    public ProvinceParameters elsewhere(String machine, RunFolders there, Path countiesThere) {
        Caller caller = request.caller();
        return new ProvinceParameters(
                province,
                rule,
                digest,
                round,
                new ProvinceRequest(
                        request.period(),
                        request.rule(),
                        request.strict(),
                        request.atOnce(),
                        request.byPath(),
                        new Caller(caller.user(), machine, caller.arguments(), caller.at())),
                there,
                countiesThere);
    }

    JobParameters asJobParameters() {
        Caller caller = request.caller();
        JobParametersBuilder builder = new JobParametersBuilder()
                .addString(PROVINCE, province)
                .addString(PERIOD, request.period().toString())
                .addString(RULE, rule)
                .addString(DIGEST, digest)
                .addString(ROUND, Integer.toString(round))
                .addString(STRICT, Boolean.toString(request.strict()), false)
                .addString(AT_ONCE, Integer.toString(request.atOnce()), false)
                .addString(BY_PATH, Boolean.toString(request.byPath()), false)
                .addString(CONFIG, absolute(folders.config()), false)
                .addString(INPUT, absolute(folders.input()), false)
                .addString(OUTPUT, absolute(folders.output()), false)
                .addString(FOLDER, absolute(counties), false)
                .addString(USER, caller.user(), false)
                .addString(MACHINE, caller.machine(), false)
                .addString(ARGUMENTS, caller.arguments(), false)
                .addString(AT, caller.at().toString(), false);
        request.rule().ifPresent(asked -> builder.addString(ASKED, asked, false));
        return builder.toJobParameters();
    }

    /**
     * The county of a name.
     *
     * @throws ConfigException if its settings or its role are refused
     */
    County county(String name) throws ConfigException {
        return new County(
                name,
                Office.of(folders.ofCounty(counties, name), false),
                CountyRoles.load(folders.config()).of(name));
    }

    /** Where the report lies: in a folder of the province's name beside those of its counties. */
    PeriodFolder reported(String rule) {
        return new PeriodFolder(folders.output().resolve(province), request.period(), rule);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    private static String required(JobParameters parameters, String name) {
        String value = parameters.getString(name);
        if (value == null) {
            throw new IllegalArgumentException("the job needs a parameter: " + name);
        }
        return value;
    }

    private static String text(JobParameters parameters, String name) {
        return Optional.ofNullable(parameters.getString(name)).orElse("");
    }
}
