package bankscore.paper.browser;

/** The page of three banks. */
class FewBanksPageTest extends AssessmentPage {

    FewBanksPageTest() {
        super("3");
    }
}
