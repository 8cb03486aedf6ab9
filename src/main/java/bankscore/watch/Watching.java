package bankscore.watch;

import bankscore.run.questions.Questions;

/** What the watching of subjects answers about what it has published. */
final class Watching implements Questions {}
