package bankscore.office;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a published revision has come ({@code operations.md#two-people}). Every method takes the standing and gives the
 * next one, or says by its name why there is none. Who did the step before is part of the standing, so that nobody who asks
 * can forget that it must have been another one.
 */
public sealed interface Standing extends Step {

    /**
     * Somebody's attempt to decide.
     *
     * @param by who signs; absent: nobody does
     * @param at when, ISO time with offset
     * @param day on which his right to sign is asked
     * @param words why it is returned; of an approval the document's number and date
     * @param people by whose rules
     */
    record Act(Optional<Signer> by, String at, LocalDate day, String words, People people) {

        /** How many characters the words of a return may have. */
        private static final int LONGEST = 500;

        private Optional<Refusal> unfit(Role role) {
            if (by.isEmpty()) {
                return Optional.of(Refusal.NOT_SIGNED);
            }
            if (!by.get().isValid(day)) {
                return Optional.of(Refusal.NOT_VALID);
            }
            return by.get().roles().contains(role) ? Optional.empty() : Optional.of(Refusal.ROLE);
        }

        /** A review is another one's than the run, and of somebody who signs. */
        private Optional<Refusal> unfitToReview(String runner) {
            Optional<Refusal> unfit = unfit(Role.REVIEWER);
            if (unfit.isPresent()) {
                return unfit;
            }
            if (by.orElseThrow().is(runner)
                    || people.ofUser(runner).contains(by.orElseThrow().name())) {
                return Optional.of(Refusal.RAN_IT);
            }
            return people.ofUser(runner).isEmpty() ? Optional.of(Refusal.RUNNER_UNKNOWN) : Optional.empty();
        }

        /** Where nobody is set up, the system's user approves. */
        private Optional<Refusal> unfitToApprove() {
            return by.isEmpty() && !people.sign() ? Optional.empty() : unfit(Role.LEADER);
        }

        private Step reviewed(String runner) {
            return unfitToReview(runner).<Step>map(refusal -> refusal).orElseGet(() -> new Reviewed(runner, this));
        }

        private Step returned(String runner) {
            return unfitToReview(runner)
                    .<Step>map(refusal -> refusal)
                    .orElseGet(() -> words.isBlank() || words.length() > LONGEST
                            ? Refusal.NO_WORDS
                            : new Returned(runner, this));
        }
    }

    /** It is as it should be. */
    Step review(Act act);

    /** It has to be mended. */
    Step giveBack(Act act);

    /** The government approved it. */
    Step approve(Act act);

    /** A later revision of the period is there; what was approved stands all the same. */
    default Standing superseded(int later) {
        return new Superseded(this, later);
    }

    /**
     * 已生成: published, and nothing decided of it.
     *
     * @param runner who ran it, as the history names him
     */
    record Generated(String runner) implements Standing {

        @Override
        public Step review(Act act) {
            return act.reviewed(runner);
        }

        @Override
        public Step giveBack(Act act) {
            return act.returned(runner);
        }

        @Override
        public Step approve(Act act) {
            Optional<Refusal> unfit = act.unfitToApprove();
            if (unfit.isPresent()) {
                return unfit.get();
            }
            return act.people().review() ? Refusal.NOT_REVIEWED : new Approved(this, act);
        }
    }

    /** 复核通过: another one than who ran it looked it through. */
    record Reviewed(String runner, Act act) implements Standing {

        @Override
        public Step review(Act again) {
            Step step = again.reviewed(runner);
            return step instanceof Refusal ? step : Refusal.ALREADY_REVIEWED;
        }

        @Override
        public Step giveBack(Act returning) {
            return returning.returned(runner);
        }

        @Override
        public Step approve(Act approving) {
            Optional<Refusal> unfit = approving.unfitToApprove();
            if (unfit.isPresent()) {
                return unfit.get();
            }
            boolean same = approving.by().map(Signer::name).equals(act.by().map(Signer::name));
            return same && !approving.people().sameApproves() ? Refusal.REVIEWED_IT : new Approved(this, approving);
        }
    }

    /** 退回: to be mended, or to be explained and reviewed again. */
    record Returned(String runner, Act act) implements Standing {

        @Override
        public Step review(Act again) {
            return again.reviewed(runner);
        }

        @Override
        public Step giveBack(Act again) {
            return again.returned(runner);
        }

        @Override
        public Step approve(Act approving) {
            return approving.unfitToApprove().<Step>map(refusal -> refusal).orElse(Refusal.RETURNED);
        }
    }

    /**
     * 已批准.
     *
     * @param before what it was before
     */
    record Approved(Standing before, Act act) implements Standing {

        @Override
        public Step review(Act late) {
            return Refusal.APPROVED;
        }

        @Override
        public Step giveBack(Act late) {
            return Refusal.APPROVED;
        }

        /** A record that is corrected. */
        @Override
        public Step approve(Act again) {
            return before.approve(again);
        }

        @Override
        public Standing superseded(int later) {
            return this;
        }

        /** Another revision of the period was approved in its place. */
        public Standing withdrawn(int other) {
            return new Withdrawn(this, other);
        }
    }

    /**
     * Its place is taken by a later revision, which is what is reviewed now. The government may have approved it before it
     * was replaced, so that an approval is recorded as before.
     */
    record Superseded(Standing was, int later) implements Standing {

        @Override
        public Step review(Act act) {
            return Refusal.SUPERSEDED;
        }

        @Override
        public Step giveBack(Act act) {
            return Refusal.SUPERSEDED;
        }

        @Override
        public Step approve(Act act) {
            return was.approve(act);
        }
    }

    /** It was approved, and another revision of the period has been since. */
    record Withdrawn(Approved was, int other) implements Standing {

        @Override
        public Step review(Act act) {
            return Refusal.WITHDRAWN;
        }

        @Override
        public Step giveBack(Act act) {
            return Refusal.WITHDRAWN;
        }

        @Override
        public Step approve(Act act) {
            return was.approve(act);
        }

        @Override
        public Standing superseded(int later) {
            return this;
        }
    }
}
