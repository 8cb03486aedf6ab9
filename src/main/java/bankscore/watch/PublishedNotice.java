package bankscore.watch;

import bankscore.office.Revision;
import bankscore.run.take.Configuration;
import bankscore.watch.scheme.WatchScheme;
import bankscore.watch.say.Report;

/**
 * A published notice, brought back.
 *
 * @param latest whether no later revision of the period is published
 */
record PublishedNotice(Revision revision, Report report, Configuration<WatchScheme> configuration, boolean latest) {}
