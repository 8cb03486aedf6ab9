package bankscore.paper.browser;

/** The page of more banks than a drawing has. */
class ManyBanksPageTest extends AssessmentPage {

    ManyBanksPageTest() {
        super("60");
    }
}
