package bankscore.province.report;

import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.office.CountyState;
import bankscore.run.questions.CountyFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the report says of a county.
 *
 * @param published its revision; absent: what its offices sent is not published, and no figure of it is added up
 * @param findings how many of each code
 * @param missing the names of the tables that were not found
 */
record CountyRow(CountyState state, Optional<Published> published, Map<Code, Integer> findings, List<String> missing) {

    CountyRow {
        findings = new TreeMap<>(findings);
        missing = List.copyOf(missing);
    }

    /**
     * A published revision.
     *
     * @param code its verification code
     * @param scheme the id of the rule's version
     * @param schemeDigest SHA-256 of the rule's file
     */
    record Published(int revision, String code, String scheme, String schemeDigest, CountyFigures figures) {}

    int count(Level level) {
        return findings.entrySet().stream()
                .filter(each -> each.getKey().level() == level)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Whether anything came from its offices. */
    boolean hasSent() {
        return state.kept().files() > 0;
    }
}
