package bankscore.province;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.load.CountyRoles;
import bankscore.run.Applications;
import bankscore.run.Office;
import bankscore.run.Prepared;
import bankscore.run.request.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The counties of a province: every folder in a folder, by name, but those whose names begin with a point.
 *
 * @param province the office that they are counties of
 */
public record Counties(Path folder, Office province, List<County> all) {

    /** What else lies in the output, and one letter more is a period. */
    private static final Pattern TAKEN = Pattern.compile("log|compare|bankscore\\..*|[0-9]{4}(?:q[1-4]|h[12])?");

    private static final int LONGEST = 60;

    public Counties {
        all = List.copyOf(all);
    }

    /**
     * Finds them, and reads whose they are.
     *
     * @throws ConfigException with every problem: a county's settings or the roles are refused, two counties are one
     *     jurisdiction, a county is called like the province, has a name that no folder of results can have, or has no role
     *     where others have, or there is none
     */
    public static Counties of(Path folder, Office province) throws ConfigException, IOException {
        List<County> counties = new ArrayList<>();
        Set<ConfigProblem> problems = new LinkedHashSet<>();
        Map<String, String> known = new HashMap<>();
        Optional<CountyRoles> roles = roles(province, problems);
        for (String name : names(folder)) {
            try {
                Office office = Office.of(province.folders().ofCounty(folder, name), false);
                problem(folder, province, name, office, known).ifPresent(problems::add);
                counties.add(new County(name, office, role(name, roles, problems)));
            } catch (ConfigException e) {
                problems.addAll(of(province, name, folder, e.problems()));
            }
        }
        if (counties.isEmpty() && problems.isEmpty()) {
            problems.add(new ConfigProblem(folder.toString(), 0, "", "no_counties", Map.of()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(List.copyOf(problems));
        }
        return new Counties(folder, province, counties);
    }

    private static Optional<CountyRoles> roles(Office province, Set<ConfigProblem> problems) {
        try {
            return Optional.of(CountyRoles.load(province.config()));
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** What is wrong with the file of the roles is said of it alone, and not of each county. */
    private static Optional<String> role(String name, Optional<CountyRoles> roles, Set<ConfigProblem> problems) {
        try {
            return roles.isEmpty() ? Optional.empty() : roles.get().of(name);
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<ConfigProblem> problem(
            Path folder, Office province, String name, Office office, Map<String, String> known) {
        String file = folder.resolve(name).toString();
        String jurisdiction = office.jurisdiction();
        if (!FileNames.isOfOneFolder(name)
                || name.length() > LONGEST
                || TAKEN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(new ConfigProblem(file, 0, name, "county_name", Map.of()));
        }
        if (name.equals(province.jurisdiction()) || jurisdiction.equals(province.jurisdiction())) {
            return Optional.of(new ConfigProblem(file, 0, jurisdiction, "county_is_province", Map.of()));
        }
        String other = known.putIfAbsent(jurisdiction, name);
        return other == null
                ? Optional.empty()
                : Optional.of(
                        new ConfigProblem(file, 0, jurisdiction, "county_of_one_jurisdiction", Map.of("other", other)));
    }

    /**
     * What was read of the configurations that counties use.
     *
     * @param digests the digest of each, by the county's name
     * @param unused what is wrong with rule files beside them that nobody uses in the period
     */
    public record Read(Map<String, String> digests, List<ConfigProblem> unused) {
        public Read {
            digests = Map.copyOf(digests);
            unused = List.copyOf(unused);
        }
    }

    /**
     * Reads all configurations that a period needs, and proves the worked cases of the rules in force, so that none is
     * refused once the work has begun.
     *
     * @param rule absent: the one that each county's settings name
     * @throws ConfigException with every problem of every county
     */
    public Read prepare(Applications applications, Period period, Optional<String> rule, Words words)
            throws ConfigException {
        Set<ConfigProblem> problems = new LinkedHashSet<>();
        Set<ConfigProblem> unused = new LinkedHashSet<>();
        Map<String, String> digests = new HashMap<>();
        Proofs proofs = new Proofs(applications, words);
        for (County county : all) {
            try {
                Prepared<?> prepared = prepared(county.office(), applications, period, rule);
                proofs.of(county.office().folders().config(), prepared.id());
                digests.put(county.name(), prepared.digest());
                unused.addAll(of(province, county.name(), folder, prepared.unused()));
            } catch (ConfigException e) {
                problems.addAll(of(province, county.name(), folder, e.problems()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(List.copyOf(problems));
        }
        return new Read(digests, List.copyOf(unused));
    }

    /** A county's period with its configuration. */
    static Prepared<?> prepared(Office county, Applications applications, Period period, Optional<String> rule)
            throws ConfigException {
        return Prepared.of(applications.of(county, rule), county, period, rule, Optional.empty());
    }

    /** What is wrong with a county's configuration, by its own files; with the province's, as it is said for all of them. */
    private static List<ConfigProblem> of(Office province, String name, Path folder, List<ConfigProblem> problems) {
        boolean own = province.folders().ofCounty(folder, name).jurisdiction().isEmpty();
        return problems.stream()
                .map(each -> own
                        ? new ConfigProblem(
                                name + "/" + each.file(), each.line(), each.text(), each.code(), each.details())
                        : each)
                .toList();
    }
}
