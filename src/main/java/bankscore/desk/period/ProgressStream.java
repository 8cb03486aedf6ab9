package bankscore.desk.period;

import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a page how far its check or run is, as it goes on; first of all where it is now. */
@Controller
class ProgressStream {

    private static final long LONGEST = 3_600_000;

    private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private final Workplace workplace;
    private final Rules rules;
    private final Works works;
    private final Set<Follower> open = ConcurrentHashMap.newKeySet();

    ProgressStream(Workplace workplace, Rules rules, Works works) {
        this.workplace = workplace;
        this.rules = rules;
        this.works = works;
    }

    @GetMapping("/period/{period}/progress")
    SseEmitter follow(@PathVariable("period") String period, @RequestParam("rule") String rule) {
        Topic topic = rules.topic(period, rule);
        Optional<Work> latest = works.latest(topic);
        if (latest.isEmpty()) {
            SseEmitter nothing = new SseEmitter();
            nothing.complete();
            return nothing;
        }
        Follower follower = new Follower(latest.get());
        open.add(follower);
        follower.onCompletion(() -> leave(follower));
        follower.work.listen(follower);
        follower.run();
        return follower;
    }

    private synchronized void tell(Follower follower) {
        if (!open.contains(follower)) {
            return;
        }
        Work.State state = follower.work.state();
        try {
            follower.send(SseEmitter.event().name("progress").data(said(state)));
            if (state.ended()) {
                follower.send(SseEmitter.event().name("end").data(""));
                leave(follower);
                follower.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // Nobody reads it any more.
            leave(follower);
        }
    }

    private void leave(Follower follower) {
        open.remove(follower);
        follower.work.leave(follower);
    }

    private String said(Work.State state) {
        return workplace
                .words()
                .text(
                        "desk.period.progress",
                        "stage",
                        workplace.words().text("cli.stage." + state.stage().name()),
                        "percent",
                        state.percent(),
                        "rows",
                        state.rows());
    }

    /** Whoever listens must not keep the desk from ending. */
    @EventListener
    void end(ContextClosedEvent event) {
        open.forEach(SseEmitter::complete);
        open.clear();
    }

    /** Who follows a work. Events in Chinese: without a charset of their own they would be written in none that has it. */
    private final class Follower extends SseEmitter implements Runnable {

        private final Work work;

        Follower(Work work) {
            super(LONGEST);
            this.work = work;
        }

        @Override
        public void run() {
            tell(this);
        }

        @Override
        protected void extendResponse(ServerHttpResponse response) {
            super.extendResponse(response);
            response.getHeaders().setContentType(EVENTS);
        }
    }
}
