package bankscore.subsidy.load;
import org.junit.jupiter.api.Test;
import bankscore.finding.*;
import bankscore.load.*;
import java.nio.file.*;
class TmpTest {
  @Test void t() throws Exception {
    Words w = WordsLoader.load();
    for (String id : new String[]{"jinhua-2024","shangrao-agri-2022","shangrao-incentive-2022","lishui-2017"}) {
      try {
        var r = SubsidyLoader.load(YamlFile.read(Path.of("config/schemes/"+id+".yaml"), id), SubsidyFiles.datasets());
        System.out.println(id+" ok "+r.reads()+ " " + bankscore.subsidy.scheme.SubsidyNotes.of(r));
      } catch (ConfigException e) { e.problems().forEach(p -> System.out.println(p.file()+":"+p.line()+" "+p.text()+" "+p.code()+" "+p.details())); }
    }
  }
}
