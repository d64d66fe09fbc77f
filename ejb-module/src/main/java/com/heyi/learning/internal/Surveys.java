package com.heyi.learning.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintProgressed;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.learning.AnswerSurvey;
import com.heyi.learning.EnterSurvey;
import com.heyi.learning.LearningError;
import com.heyi.learning.SurveyView;
import com.heyi.messages.MessageSent;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks complainants how it was when their case is closed. Only the hash of the token is kept here;
 * the token itself is in the link that he is sent.
 */
@ApplicationScoped
public class Surveys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 24;
  private static final String KEY = "survey:";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CaseDirectory cases;
  @Inject private Outbox outbox;

  /** The bank's own page that takes the answer and posts it; the token follows the sharp sign. */
  @Inject
  @ConfigProperty(
      name = "heyi.learning.survey-url",
      defaultValue = "https://www.example.com/survey")
  private String address;

  @Inject
  @ConfigProperty(name = "heyi.learning.survey-days", defaultValue = "14")
  private int days;

  protected Surveys() {}

  public Surveys(
      EntityManager em, Clock clock, CaseDirectory cases, Outbox outbox, String address, int days) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
    this.outbox = outbox;
    this.address = address;
    this.days = days;
  }

  void closed(@Observes ComplaintProgressed event) {
    if (event.step() == ComplaintStep.CLOSE) {
      cases.find(event.complaintId()).ifPresent(this::ask);
    }
  }

  private void ask(CaseRef about) {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    Survey survey = new Survey(about, hash(token), now, now.plus(Duration.ofDays(days)));
    em.persist(survey);
    outbox.queue(
        new NewMessage(
            KEY + survey.id(),
            cases.recipient(about.id()),
            "survey.asked",
            List.of(about.number(), address + "#" + token, String.valueOf(days)),
            "complaint:" + about.id(),
            cases.channel(about.id())));
  }

  /**
   * The question was handed over. The survey is locked, for whoever answers at this moment must not
   * have it sent twice.
   */
  void sent(@Observes MessageSent event) {
    if (event.key().startsWith(KEY)) {
      UUID id = UUID.fromString(event.key().substring(KEY.length()));
      Optional.ofNullable(em.find(Survey.class, id, LockModeType.PESSIMISTIC_WRITE))
          .ifPresent(Survey::handedOver);
    }
  }

  /** Takes the answer of whoever holds the link. */
  public void answer(AnswerSurvey command) {
    Survey survey =
        em.createQuery("from Survey s where s.tokenHash = :hash", Survey.class)
            .setParameter("hash", hash(command.token().strip()))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new HeyiException(LearningError.SURVEY_UNKNOWN));
    survey.answer(
        command.satisfaction(), command.effort(), command.remark(), null, clock.instant());
  }

  /**
   * Takes down what he said to somebody of the staff, for the latest closing of the case. Nobody
   * grades himself, and nobody a case in which he has an interest.
   */
  public SurveyView enter(EnterSurvey command) {
    if (cases.hasAPartIn(command.complaintId())) {
      throw new HeyiException(LearningError.GRADES_HIMSELF);
    }
    Survey survey =
        em.createQuery(
                "from Survey s where s.complaintId = :complaint order by s.askedAt desc, s.id desc",
                Survey.class)
            .setParameter("complaint", command.complaintId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new HeyiException(LearningError.SURVEY_UNKNOWN));
    survey.answer(
        command.satisfaction(),
        command.effort(),
        command.remark(),
        CallContext.current().user(),
        clock.instant());
    em.flush();
    return survey.view();
  }

  /** A part of the surveys; see the facade for its filters. */
  public Page<SurveyView> page(PageRequest request) {
    return Listing.of(Survey.class, Sort.descending("askedAt"))
        .sort("askedAt", "askedAt")
        .filter("complaint", Filter.id("complaintId"))
        .filter("branch", stated(Filter.equal("branch")))
        .filter("product", stated(Filter.equal("product")))
        .filter("channel", stated(Filter.oneOf("channel", ComplaintChannel.class)))
        .filter("level", stated(Filter.oneOf("level", AuthorityLevel.class)))
        .filter("cause", stated(Filter.oneOf("cause", ComplaintCause.class)))
        .filter("business", stated(Filter.equal("business")))
        .filter("from", Filter.fromDay("askedAt", clock.getZone()))
        .filter("to", Filter.toDay("askedAt", clock.getZone()))
        .filter("satisfaction", Surveys::graded)
        .filter("reached", yesNo((cb, root) -> cb.isTrue(root.get("reached"))))
        .filter("answered", yesNo((cb, root) -> cb.isNotNull(root.get("answeredAt"))))
        .page(
            em,
            request,
            survey -> {
              ChangeLog.noteShown(survey.customerId());
              return survey.view();
            });
  }

  /** The same, where {@link ReportFilter#NOT_STATED} finds those that do not say. */
  private static Filter<Survey> stated(Filter<Survey> said) {
    return (cb, root, name, text) ->
        ReportFilter.NOT_STATED.equals(text)
            ? cb.isNull(root.get(name))
            : said.on(cb, root, name, text);
  }

  private static Filter<Survey> yesNo(
      BiFunction<CriteriaBuilder, Root<Survey>, Predicate> whether) {
    return (cb, root, name, text) ->
        switch (text) {
          case "yes" -> whether.apply(cb, root);
          case "no" -> cb.not(whether.apply(cb, root));
          default -> throw new HeyiException(PagingError.FILTER_VALUE, name, text, "yes, no");
        };
  }

  private static Predicate graded(CriteriaBuilder cb, Root<Survey> root, String name, String text) {
    if (!text.matches("[1-5](,[1-5])*")) {
      throw new HeyiException(PagingError.FILTER_VALUE, name, text, "1, 2, 3, 4, 5");
    }
    return root.get(name).in(Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(Sha256.digest().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
