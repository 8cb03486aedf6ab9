package bankscore.contribution.say;

import bankscore.contribution.scheme.Grouping;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is in which of the groups that the rule makes, and within which banks are ranked. */
public record GroupSentence(Words words) {

    /** A sentence for each grouping, and one for the ranks; none where the rule makes no groups. */
    public List<String> all(Assessment assessment) {
        Scheme.Groups groups = assessment.scheme().scoring().groups();
        List<String> sentences = new ArrayList<>();
        for (Grouping grouping : groups.made().values()) {
            List<String> each = new ArrayList<>();
            for (String name : grouping.names()) {
                each.add(group(name, banks(assessment, grouping, Optional.of(name))));
            }
            List<String> none = banks(assessment, grouping, Optional.empty());
            if (!none.isEmpty()) {
                each.add(group(words.text("group.none"), none));
            }
            sentences.add(words.text(
                    "group.banks",
                    "grouping",
                    grouping.name(),
                    "groups",
                    String.join(words.text("placed.join"), each)));
        }
        groups.ranksWithin()
                .ifPresent(grouping -> sentences.add(words.text(
                        "group.ranks", "grouping", assessment.scheme().groupName(grouping))));
        return sentences;
    }

    private String group(String name, List<String> banks) {
        return words.text(
                banks.isEmpty() ? "group.empty" : "group.one",
                "group",
                name,
                "count",
                banks.size(),
                "banks",
                banks.stream().collect(Collectors.joining(words.text("letter.join"))));
    }

    private static List<String> banks(Assessment assessment, Grouping grouping, Optional<String> name) {
        return assessment.cards().stream()
                .map(ScoreCard::bank)
                .filter(bank -> assessment.groups().of(grouping.id(), bank).equals(name))
                .map(Subject::label)
                .toList();
    }

    /** The groups of one bank, such as 规模：大型; empty if the rule makes none. */
    public String of(Assessment assessment, Subject bank) {
        return assessment.scheme().scoring().groups().made().values().stream()
                .map(grouping -> words.text(
                        "group.own",
                        "grouping",
                        grouping.name(),
                        "group",
                        assessment.groups().of(grouping.id(), bank).orElseGet(() -> words.text("group.none"))))
                .collect(Collectors.joining(words.text("placed.join")));
    }
}
