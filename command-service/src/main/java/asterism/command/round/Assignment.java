package asterism.command.round;

import asterism.events.ApplicationId;
import asterism.events.AssignmentPlan.Panel;
import asterism.events.AssignmentPlan.Whole;
import asterism.events.AssignmentPlan;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.RoundId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes who assesses what. Whoever is tied to a branch, or judged its application before, is left out; loads are kept even;
 * each panel has somebody who knows the kind of branch, where there is one, and people of several bodies, where there are; and
 * panels overlap, so that everybody's marks can be compared with everybody's. The same circumstances give the same proposal.
 *
 * @param needs      applications without assessors
 * @param candidates whoever holds the post of an assessor
 * @param panels     those that stand already
 * @param size       of a panel, 1 or more
 * @param most       applications that one person may have
 */
record Assignment(RoundId round, List<Need> needs, List<Candidate> candidates, List<Set<PersonId>> panels, int size, int most) {

    Assignment {
        needs = needs.stream().sorted(Comparator.comparing(need -> need.application().toString())).toList();
        candidates = candidates.stream().sorted(Comparator.comparing(candidate -> candidate.person().value())).toList();
    }

    /**
     * An application without assessors.
     *
     * @param kind   of its branch in the scheme
     * @param barred who must not assess it
     */
    record Need(ApplicationId application, String kind, Set<PersonId> barred) {
    }

    /** @param fields what they are able to judge, by the codes of the scheme */
    record Candidate(PersonId person, BodyId body, Set<String> fields) {
    }

    AssignmentPlan propose() {
        Course course = new Course(panels);
        List<Panel> proposed = needs.stream().map(need -> panel(need, course)).toList();
        return new AssignmentPlan(new Whole(round, course.connected(), load(course, Comparator.naturalOrder()),
                load(course, Comparator.reverseOrder())), proposed);
    }

    private int load(Course course, Comparator<Integer> order) {
        return candidates.stream().map(candidate -> course.load(candidate.person())).min(order).orElse(0);
    }

    private Panel panel(Need need, Course course) {
        List<Candidate> chosen = new ArrayList<>();
        while (chosen.size() < size) {
            Optional<Candidate> next = candidates.stream()
                    .filter(one -> !chosen.contains(one) && !need.barred().contains(one.person()) && course.load(one.person()) < most)
                    .min(order(need, chosen, course));
            if (next.isEmpty()) {
                return new Panel(need.application(), List.of(), null, "too-few-free");
            }
            chosen.add(next.get());
        }
        List<PersonId> people = chosen.stream().map(Candidate::person).toList();
        course.sits(Set.copyOf(people));
        PersonId lead = chosen.stream().filter(one -> one.fields().contains(need.kind())).map(Candidate::person).findFirst()
                .orElse(people.getFirst());
        return new Panel(need.application(), people, lead, null);
    }

    /**
     * The first links the panel to those before, the second whatever stands apart still; then somebody who knows, then whoever has
     * least.
     */
    private Comparator<Candidate> order(Need need, List<Candidate> chosen, Course course) {
        Comparator<Candidate> byPlace = Comparator.comparing(one -> (chosen.isEmpty() && size > 1) ? !course.linked(one.person())
                : chosen.size() == 1 && !course.apart(one.person()));
        boolean known = chosen.stream().anyMatch(one -> one.fields().contains(need.kind()));
        return byPlace.thenComparing(one -> !known && !one.fields().contains(need.kind()))
                .thenComparingInt(one -> course.load(one.person()))
                .thenComparing(one -> chosen.stream().anyMatch(other -> other.body().equals(one.body())));
    }

    /** Who sits on how many panels so far, and who is linked to whom by sharing one. */
    private static final class Course {
        private final Map<PersonId, Integer> loads = new HashMap<>();
        private final Map<PersonId, PersonId> links = new HashMap<>();
        private @Nullable PersonId main;

        Course(List<Set<PersonId>> panels) {
            panels.forEach(this::sits);
            Map<PersonId, Integer> sizes = new HashMap<>();
            loads.keySet().forEach(person -> sizes.merge(root(person), 1, Integer::sum));
            main = sizes.entrySet().stream().max(Map.Entry.<PersonId, Integer>comparingByValue()
                    .thenComparing(size -> size.getKey().value())).map(Map.Entry::getKey).orElse(null);
        }

        int load(PersonId person) {
            return loads.getOrDefault(person, 0);
        }

        boolean linked(PersonId person) {
            return main != null && load(person) > 0 && root(person).equals(root(main));
        }

        boolean apart(PersonId person) {
            return load(person) > 0 && !linked(person);
        }

        boolean connected() {
            return loads.keySet().stream().map(this::root).distinct().count() <= 1;
        }

        void sits(Set<PersonId> panel) {
            panel.forEach(person -> loads.merge(person, 1, Integer::sum));
            PersonId first = Collections.min(panel, Comparator.comparing(PersonId::value));
            panel.forEach(person -> links.put(root(person), root(first)));
            main = main == null ? first : main;
        }

        private PersonId root(PersonId person) {
            PersonId above = links.getOrDefault(person, person);
            if (above.equals(person)) {
                return person;
            }
            PersonId root = root(above);
            links.put(person, root);
            return root;
        }
    }
}
