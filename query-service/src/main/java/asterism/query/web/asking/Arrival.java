package asterism.query.web.asking;

import asterism.query.applications.FactsQuestion;
import asterism.query.reading.NotYet;
import asterism.query.web.asking.CommandApi.Outcome;
import asterism.query.worklist.WorklistQuestion;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Waits until the pages show what somebody has just recorded, but not for long. */
@Component
class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private final FactsQuestion facts;
    private final WorklistQuestion worklist;
    private final Duration patience;

    Arrival(FactsQuestion facts, WorklistQuestion worklist, @Value("${asterism.reading.wait:5s}") Duration patience) {
        this.facts = facts;
        this.worklist = worklist;
        this.patience = patience;
    }

    /** Leads to a page, once it shows what was recorded; where that takes long, at once. */
    String at(String page, Outcome.Recorded recorded) {
        await(recorded.last());
        return "redirect:" + page + "?recorded=" + recorded.first();
    }

    void await(long position) {
        try {
            facts.await(position, patience);
            worklist.await(position, patience);
        } catch (NotYet _) {
            LOG.debug("Fact {} is not shown yet", position);
        }
    }
}
