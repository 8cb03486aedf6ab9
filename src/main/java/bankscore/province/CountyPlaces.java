package bankscore.province;

import bankscore.finding.Words;
import bankscore.office.Revision;
import bankscore.run.Engine;
import bankscore.store.Stores;
import bankscore.store.database.RoleCheck;
import bankscore.store.province.ProvinceStore;
import bankscore.store.province.ProvinceStore.Stood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where what is a county's lies in the database: in the schema of its role, or with the province's own. It is asked for
 * before anything is begun whether each place is ready, and whether a county that has published did so there: elsewhere it
 * would begin with an empty history, and nothing would be held against its earlier quarters.
 */
public record CountyPlaces(Engine engine, Words words) {

    /** What is in the way, a sentence each with what is to be done; empty: nothing. */
    public List<String> obstacles(Counties counties) {
        List<String> lacking = lacking(counties);
        return lacking.isEmpty() ? moved(counties) : lacking;
    }

    private List<String> lacking(Counties counties) {
        List<String> said = new ArrayList<>();
        if (!engine.hasRoles()) {
            return said;
        }
        RoleCheck roles = engine.roles();
        for (County county : counties.all()) {
            county.role()
                    .ifPresent(role -> roles.of(role).ifPresent(lack -> {
                        said.add(words.text(
                                "province.lack." + lack.name(),
                                "county",
                                county.name(),
                                "role",
                                role,
                                "login",
                                roles.login(),
                                "database",
                                roles.database()));
                    }));
        }
        if (!said.isEmpty()) {
            said.add(0, words.text("province.not_ready"));
        }
        return said;
    }

    private List<String> moved(Counties counties) {
        List<String> said = new ArrayList<>();
        Map<String, Stood> stood =
                ProvinceStore.stood(engine.dataSource(), counties.province().jurisdiction());
        for (County county : counties.all()) {
            Optional.ofNullable(stood.get(county.office().jurisdiction()))
                    .filter(last -> isGone(county, last))
                    .ifPresent(last -> said.add(words.text(
                            "province.moved",
                            "county",
                            county.name(),
                            "period",
                            last.period(),
                            "revision",
                            last.revision())));
        }
        return said;
    }

    private boolean isGone(County county, Stood last) {
        return Stores.of(engine.dataSource(county.role()), last.series()).revisions().all().stream()
                .filter(Revision::published)
                .noneMatch(revision -> revision.period().equals(last.period()) && revision.number() == last.revision());
    }
}
