package bankscore.province.remote;

import bankscore.store.database.Database;
import java.util.Optional;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A message for each county that waits for a worker, in the database.
 *
 * <p>It is taken in a transaction that lasts as long as the county's work, on a connection that does nothing else: when its
 * worker dies, the database gives the message back at once, and another worker that asks has it. Somebody who only waited
 * to be notified would not learn of that, for what is given back notifies nobody.
 */
final class CountyMessages implements AutoCloseable {

    private static final String CHANNEL = "counties";
    private static final String REGION = "bankscore";

    /** What a message may be made of; whoever can write the table could have anything else made by the workers. */
    private static final String[] ALLOWED = {
        "org.springframework.batch.integration.partition.StepExecutionRequest",
        "org.springframework.messaging.support.GenericMessage",
        "org.springframework.messaging.MessageHeaders",
        "java.util.*",
        "java.lang.*"
    };

    private final Database messages;
    private final JdbcChannelMessageStore store;
    private final TransactionTemplate transaction;

    /** @param messages connections of their own; it is closed with this */
    CountyMessages(Database messages) {
        this.messages = messages;
        this.store = new JdbcChannelMessageStore(messages.source());
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.setRegion(REGION);
        store.addAllowedPatterns(ALLOWED);
        store.afterPropertiesSet();
        this.transaction = new TransactionTemplate(messages.transactions());
    }

    /** What is done with a county. */
    interface Work {

        /**
         * Does it, or finds that it is done.
         *
         * @param step the number of the partition's execution
         * @return whether the message is done with; otherwise it is given back for others
         */
        boolean on(long step) throws InterruptedException;
    }

    /** Sends a message for each county, and waits until the database says that all have ended. */
    PartitionHandler handler(JobRepository repository, String step, int counties, long pollMillis) {
        MessagingTemplate template = new MessagingTemplate(new QueueChannel(new MessageGroupQueue(store, CHANNEL)));
        MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
        handler.setMessagingOperations(template);
        handler.setJobRepository(repository);
        handler.setStepName(step);
        handler.setGridSize(counties);
        handler.setPollInterval(pollMillis);
        try {
            handler.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return handler;
    }

    /** What came of asking for a county. */
    enum Taken {
        /** There was none. */
        NONE,
        DONE,
        /** It is not for this worker. */
        GIVEN_BACK,
        /** Something was in the way; the message is back. */
        UNKNOWN
    }

    /** Takes a county that nobody works on, if there is one. */
    Taken take(Work work) {
        return Optional.ofNullable(transaction.execute(open -> {
                    Message<?> message = store.pollMessageFromGroup(CHANNEL);
                    if (message == null) {
                        return Taken.NONE;
                    }
                    if (done(message, work)) {
                        return Taken.DONE;
                    }
                    open.setRollbackOnly();
                    return Taken.GIVEN_BACK;
                }))
                .orElse(Taken.NONE);
    }

    private static boolean done(Message<?> message, Work work) {
        try {
            return work.on(((StepExecutionRequest) message.getPayload()).getStepExecutionId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes back all that nobody works on, and waits for those that somebody does. */
    void withdraw() {
        store.removeMessageGroup(CHANNEL);
    }

    @Override
    public void close() {
        messages.close();
    }
}
