package bankscore.watch;

import bankscore.office.Revision;
import bankscore.run.take.Configuration;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;

/**
 * A published notice, brought back.
 *
 * @param latest whether no later revision of the period is published
 */
record PublishedNotice(Revision revision, Report report, Configuration<WatchScheme> configuration, boolean latest) {}
