package bankscore.desk.home;

import bankscore.desk.layout.Workplace;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is published, of every rule and period. */
@Controller
class HomePage {

    private final Workplace workplace;

    HomePage(Workplace workplace) {
        this.workplace = workplace;
    }

    @GetMapping("/")
    String page(Model model) {
        model.addAttribute(
                "lines",
                workplace.<List<?>>ask(faces -> faces.history().lines().stream()
                        .filter(line -> line.outcome().equals("published"))
                        .toList()));
        return "home/home";
    }
}
