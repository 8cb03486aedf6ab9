package bankscore.watch.papers;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.run.publish.PaperFile;
import bankscore.run.request.FileNames;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One notice for each named subject, by its name in the folder of its kind; none of a rule from which nothing follows. */
public final class Notices {

    private Notices() {}

    /** Those of a report, in the order of the rule and its registers. */
    public static List<PaperFile> of(Report report, Letterhead head, Words words) {
        List<PaperFile> notices = new ArrayList<>();
        if (report.rule().degrees().isEmpty()) {
            return notices;
        }
        Map<String, FileNames> folders = new HashMap<>();
        for (JudgedGroup judged : report.judgement().groups()) {
            String folder = words.text(NoticeLetter.key(judged.group(), words) + "name");
            for (Watched subject : judged.subjects()) {
                if (!subject.hits().isEmpty()) {
                    String file = folders.computeIfAbsent(folder, name -> new FileNames())
                            .distinct(FileNames.part(subject.subject().name()) + ".docx");
                    notices.add(new PaperFile(
                            folder + "/" + file,
                            to -> NoticeLetter.write(report, judged.group(), subject, head, words, to)));
                }
            }
        }
        return notices;
    }
}
