package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code config/county-roles.yaml} of a province: as which role of the database server each of its counties works, a line a
 * county, {@code 德兴市: dexing}. What is a county's lies in the schema that is called like its role. It belongs to no rule.
 */
public final class CountyRoles {

    /** The file's name below the configuration. */
    public static final String NAME = "county-roles.yaml";

    /** What a server takes for a name without quotes, in ASCII and as long as it keeps them. */
    static final String ROLE = "[a-z_][a-z0-9_]{0,62}";

    private static final Pattern IS_ROLE = Pattern.compile(ROLE);

    private final Optional<Map<String, String>> byCounty;

    private CountyRoles(Optional<Map<String, String>> byCounty) {
        this.byCounty = byCounty;
    }

    /**
     * Loads the file of a province's configuration; where there is none, one role is everybody's.
     *
     * @throws ConfigException with every problem of the file
     */
    public static CountyRoles load(Path config) throws ConfigException {
        Path path = config.resolve(NAME);
        return new CountyRoles(
                Files.exists(path)
                        ? Optional.of(of(YamlFile.read(path, ConfigFiles.FOLDER + NAME)))
                        : Optional.empty());
    }

    private static Map<String, String> of(YamlFile file) throws ConfigException {
        Map<String, String> byCounty = new LinkedHashMap<>();
        Map<String, String> counties = new HashMap<>();
        file.root().map(root -> root.anyFields().all()).orElse(Map.of()).forEach((county, node) -> {
            Optional<String> role = node.text();
            if (role.isPresent() && !IS_ROLE.matcher(role.get()).matches()) {
                node.refuse("not_a_role");
                return;
            }
            role.ifPresent(name -> {
                String other = counties.putIfAbsent(name, county);
                if (other != null) {
                    node.refuse("role_of_two", "other", other);
                }
                byCounty.put(county, name);
            });
        });
        file.throwIfRefused();
        return byCounty;
    }

    /**
     * The role of a county, by the name of its folder; absent: one role is everybody's.
     *
     * @throws ConfigException if other counties have one and this one has none
     */
    public Optional<String> of(String county) throws ConfigException {
        if (byCounty.isEmpty()) {
            return Optional.empty();
        }
        String role = byCounty.get().get(county);
        if (role == null) {
            throw new ConfigException(
                    List.of(new ConfigProblem(ConfigFiles.FOLDER + NAME, 0, county, "county_without_role", Map.of())));
        }
        return Optional.of(role);
    }
}
