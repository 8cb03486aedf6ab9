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
        for (String grouping : assessment.groups().byBank().keySet()) {
            List<String> each = new ArrayList<>();
            for (String name : names(assessment, grouping)) {
                each.add(group(name, banks(assessment, grouping, Optional.of(name))));
            }
            List<String> none = banks(assessment, grouping, Optional.empty());
            if (!none.isEmpty()) {
                each.add(group(words.text("group.none"), none));
            }
            sentences.add(words.text(
                    "group.banks",
                    "grouping",
                    assessment.scheme().groupName(grouping),
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

    /** The groups that the rule makes, or the words that the banks have, in the order of the register. */
    private static List<String> names(Assessment assessment, String grouping) {
        return Optional.ofNullable(assessment.scheme().scoring().groups().made().get(grouping))
                .map(Grouping::names)
                .orElseGet(() -> assessment.cards().stream()
                        .flatMap(card -> assessment.groups().of(grouping, card.bank()).stream())
                        .distinct()
                        .toList());
    }

    private static List<String> banks(Assessment assessment, String grouping, Optional<String> name) {
        return assessment.cards().stream()
                .map(ScoreCard::bank)
                .filter(bank -> assessment.groups().of(grouping, bank).equals(name))
                .map(Subject::label)
                .toList();
    }

    /** The groups of one bank, such as 规模：大型; empty if the rule makes none. */
    public String of(Assessment assessment, Subject bank) {
        return assessment.groups().byBank().keySet().stream()
                .map(grouping -> words.text(
                        "group.own",
                        "grouping",
                        assessment.scheme().groupName(grouping),
                        "group",
                        assessment.groups().of(grouping, bank).orElseGet(() -> words.text("group.none"))))
                .collect(Collectors.joining(words.text("placed.join")));
    }
}
