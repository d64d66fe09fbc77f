package com.heyi.mall.internal;

import static com.heyi.mall.internal.CheckoutsTest.assertRefused;
import static com.heyi.mall.internal.MallFixture.back;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.AnswerReview;
import com.heyi.mall.DecideReview;
import com.heyi.mall.ItemReviews;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PendingReviews;
import com.heyi.mall.ReportReview;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReviewStatus;
import com.heyi.mall.ReviewView;
import com.heyi.mall.WriteReview;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Who has received and kept a thing says something about it, once; others read it when published.
 */
class ReviewsTest {
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final ItemView cup = mall.item(5, 100);

  @Test
  void whatWasDeliveredAndKeptWaitsForAReviewUntilItHasOne() {
    UUID buyer = buyer();
    OrderView order = mall.order(buyer, line(cup, 2), line(mall.item(3, 5), 1));
    assertThat(pending(buyer)).as("not delivered yet").isEmpty();
    mall.deliver(order);
    assertThat(pending(buyer)).hasSize(2);

    write(buyer, order, 5, "很好用");
    assertThat(pending(buyer))
        .extracting(PendingReviews.Line::orderLineId)
        .containsExactly(order.lines().get(1).id());
    assertRefused(() -> write(buyer, order, 4, "再说一次"), MallError.REVIEW_TWICE);
  }

  @Test
  void onlyTheBuyerReviewsAndOnlyWhatHeHas() {
    UUID buyer = buyer();
    OrderView order = mall.order(buyer, line(cup, 1));
    assertRefused(() -> write(buyer, order, 5, "好"), MallError.REVIEW_NOT_DELIVERED);
    OrderView delivered = mall.deliver(order);
    assertRefused(() -> write(newCustomer(), order, 5, "好"), MallError.REVIEW_NOT_BUYER);

    mall.takeAll(
        mall.requestReturn(delivered, back(delivered, 1, 1)),
        ReturnStep.APPROVE,
        ReturnStep.RECEIVE,
        ReturnStep.INSPECT,
        ReturnStep.REFUND);
    assertThat(pending(buyer)).isEmpty();
    assertRefused(() -> write(buyer, order, 5, "好"), MallError.REVIEW_NOT_DELIVERED);
  }

  @Test
  void whoKeptOneOfTwoPiecesMayReview() {
    UUID buyer = buyer();
    OrderView order = mall.deliver(mall.order(buyer, line(cup, 2)));
    mall.takeAll(
        mall.requestReturn(order, back(order, 1, 1)),
        ReturnStep.APPROVE,
        ReturnStep.RECEIVE,
        ReturnStep.INSPECT,
        ReturnStep.REFUND);
    assertThat(write(buyer, order, 3, "还行").status()).isEqualTo(ReviewStatus.PENDING);
  }

  @Test
  void identifiersInTheWordsAreMaskedBeforeAnythingIsKept() {
    ReviewView review = reviewed(5, "客服电话 13812345678，邮箱 wang@example.com");
    assertThat(review.words()).contains("5678").doesNotContain("13812345678", "wang@example");
  }

  @Test
  void onlyWhatIsPublishedCountsAndTheAverageIsRoundedHalfUp() {
    decide(reviewed(5, "好"), ReviewStatus.PUBLISHED, null);
    decide(reviewed(4, "好"), ReviewStatus.PUBLISHED, null);
    decide(reviewed(4, "好"), ReviewStatus.PUBLISHED, null);
    decide(reviewed(4, "好"), ReviewStatus.PUBLISHED, null);
    decide(reviewed(1, "骂人的话"), ReviewStatus.REFUSED, "用语不当");
    reviewed(1, "待审");
    ItemReviews about = about();
    assertThat(about.average()).as("17 of 4").isEqualTo(new BigDecimal("4.3"));
    assertThat(about.count()).isEqualTo(4);
    assertThat(about.byStars()).containsExactly(0L, 0L, 0L, 3L, 1L);
    assertThat(about.latest()).hasSize(4);
  }

  @Test
  void anItemWithoutReviewsHasNoAverage() {
    assertThat(about().average()).isNull();
    assertThat(about().count()).isZero();
  }

  @Test
  void aReviewIsDecidedOnceAndRefusedForAReason() {
    ReviewView review = reviewed(2, "一般");
    assertRefused(() -> decide(review, ReviewStatus.REFUSED, " "), MallError.REVIEW_REASON);
    ReviewView published = decide(review, ReviewStatus.PUBLISHED, null);
    assertThat(published.decidedBy()).isEqualTo("tester");
    assertRefused(() -> decide(published, ReviewStatus.REFUSED, "后悔"), MallError.REVIEW_DECIDED);
    ReviewView other = reviewed(2, "一般");
    assertRefused(
        () ->
            mall.in(
                m -> {
                  m.reviews().decide(new DecideReview(other.id(), 9, null), ReviewStatus.PUBLISHED);
                  return null;
                }),
        CommonError.VERSION_MOVED);
  }

  @Test
  void theQueueShowsWhatWaits() {
    ReviewView waiting = reviewed(2, "待审");
    decide(reviewed(3, "好"), ReviewStatus.PUBLISHED, null);
    List<ReviewView> queue =
        mall.in(
                m ->
                    m.reviews()
                        .page(
                            PageRequest.after(
                                null,
                                50,
                                null,
                                Map.of("status", "PENDING", "itemId", cup.id().toString()))))
            .items();
    assertThat(queue).extracting(ReviewView::id).containsExactly(waiting.id());
    assertThat(queue.get(0).sku()).isEqualTo(cup.sku());
  }

  @Test
  void theDatabaseKeepsWhatIsDecidedAndWhatWasSaid() {
    ReviewView published = decide(reviewed(2, "一般"), ReviewStatus.PUBLISHED, null);
    assertThatThrownBy(
            () -> sql("update mall.review set status = 'REFUSED', reason = 'x'", published))
        .hasStackTraceContaining("is decided");
    assertThatThrownBy(() -> sql("update mall.review set words = 'x'", published))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aReportedReviewIsReadUntilItIsHiddenForAReasonAndDoesNotComeBack() {
    ReviewView waiting = reviewed(1, "假货");
    assertRefused(() -> report(waiting, "广告"), MallError.REVIEW_NOT_SHOWN);
    ReviewView shown = decide(waiting, ReviewStatus.PUBLISHED, null);
    ReviewView reported = report(shown, "泄露电话 13812345678");
    assertThat(reported.status()).isEqualTo(ReviewStatus.REPORTED);
    assertThat(reported.reportReason()).doesNotContain("13812345678");
    assertThat(about().count()).isEqualTo(1);
    assertRefused(() -> report(reported, "再次举报"), MallError.REVIEW_REPORTED);
    assertRefused(() -> hide(shown, "旧版本"), CommonError.VERSION_MOVED);
    assertRefused(() -> hide(reported, " "), MallError.REVIEW_REASON);

    ReviewView hidden = hide(reported, "泄露他人信息");
    assertThat(hidden.status()).isEqualTo(ReviewStatus.HIDDEN);
    assertThat(hidden.reason()).isEqualTo("泄露他人信息");
    assertThat(about().count()).isZero();
    assertRefused(() -> hide(hidden, "再隐藏"), MallError.REVIEW_NOT_SHOWN);
    assertThatThrownBy(() -> sql("update mall.review set status = 'PUBLISHED'", hidden))
        .hasStackTraceContaining("is decided");
  }

  @Test
  void whatIsReportedWithoutGroundIsKept() {
    ReviewView shown = decide(reviewed(1, "一般"), ReviewStatus.PUBLISHED, null);
    assertRefused(() -> keep(shown), MallError.REVIEW_NOT_REPORTED);
    assertThat(keep(report(shown, "不喜欢")).status()).isEqualTo(ReviewStatus.PUBLISHED);
    assertThat(about().count()).isEqualTo(1);
  }

  @Test
  void aReviewIsAnsweredOnceForAllWhoReadIt() {
    ReviewView waiting = reviewed(2, "杯盖松了");
    assertRefused(() -> answer(waiting, "抱歉"), MallError.REVIEW_NOT_SHOWN);
    ReviewView shown = decide(waiting, ReviewStatus.PUBLISHED, null);
    ReviewView answered = answer(shown, "抱歉，可换货，请致电 13812345678");
    assertThat(answered.answer()).contains("可换货").doesNotContain("13812345678");
    assertThat(about().latest()).extracting(ItemReviews.Said::answer).contains(answered.answer());
    assertRefused(() -> answer(answered, "再答"), MallError.REVIEW_ANSWERED);
    assertThatThrownBy(() -> sql("update mall.review set answer = 'x'", answered))
        .hasStackTraceContaining("is answered");
  }

  private ReviewView report(ReviewView review, String reason) {
    return after(review, m -> m.reviews().report(new ReportReview(review.id(), reason)));
  }

  private ReviewView keep(ReviewView review) {
    return after(
        review, m -> m.reviews().keep(new DecideReview(review.id(), review.version(), null)));
  }

  private ReviewView hide(ReviewView review, String reason) {
    return after(
        review, m -> m.reviews().hide(new DecideReview(review.id(), review.version(), reason)));
  }

  private ReviewView answer(ReviewView review, String answer) {
    return after(
        review, m -> m.reviews().answer(new AnswerReview(review.id(), review.version(), answer)));
  }

  private ReviewView after(ReviewView review, Consumer<MallFixture.Mall> step) {
    return mall.in(
        m -> {
          step.accept(m);
          return m.reviews().require(review.id());
        });
  }

  private static void sql(String update, ReviewView review) {
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(update + " where id = :id")
                    .setParameter("id", review.id())
                    .executeUpdate());
  }

  private UUID buyer() {
    UUID buyer = newCustomer();
    mall.grant(buyer, 100, null);
    return buyer;
  }

  private ReviewView reviewed(int stars, String words) {
    UUID buyer = buyer();
    return write(buyer, mall.deliver(mall.order(buyer, line(cup, 1))), stars, words);
  }

  private ReviewView write(UUID customer, OrderView order, int stars, String words) {
    return mall.in(
        m ->
            m.reviews()
                .require(
                    m.reviews()
                        .write(
                            new WriteReview(customer, order.lines().get(0).id(), stars, words))));
  }

  private ReviewView decide(ReviewView review, ReviewStatus to, String reason) {
    return mall.in(
        m -> {
          m.reviews().decide(new DecideReview(review.id(), review.version(), reason), to);
          return m.reviews().require(review.id());
        });
  }

  private List<PendingReviews.Line> pending(UUID customer) {
    return mall.in(m -> m.reviews().pending(customer)).lines();
  }

  private ItemReviews about() {
    return mall.in(m -> m.reviews().ofItem(cup.id()));
  }
}
