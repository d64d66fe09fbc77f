package com.heyi.web.mall;

import com.heyi.mall.AnswerReview;
import com.heyi.mall.DecideReview;
import com.heyi.mall.ReviewStatus;
import com.heyi.mall.ReviewView;
import com.heyi.mall.ReviewsFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What buyers say, to publish or to refuse it. */
@PageAt(value = "/mall/reviews.xhtml", facade = ReviewsFacade.class, needs = "list")
@Named
@ViewScoped
public class ReviewListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ReviewsFacade reviews;

  private final FormKey publishKey = new FormKey();
  private final FormKey refuseKey = new FormKey();
  private final FormKey keepKey = new FormKey();
  private final FormKey hideKey = new FormKey();
  private final FormKey answerKey = new FormKey();
  private LazyList<ReviewView> list;
  private String chosen;
  private long version;
  private String reason;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(reviews::list, "status", "itemId");
  }

  /** Lets everybody read a review. */
  public String publish(String id, long seen) {
    return Commands.run(
            publishKey, () -> reviews.publish(new DecideReview(Ids.parse(id), seen, null)))
        .map(
            done ->
                Go.saying("page.mall.review.published").to("/mall/reviews", "status", "PENDING"))
        .orElse(Go.STAY);
  }

  /** Remembers which review the dialog is about. */
  public void choose(String id, long seen) {
    chosen = id;
    version = seen;
  }

  /** Keeps a review that was reported without ground. */
  public String keep(String id, long seen) {
    return Commands.run(keepKey, () -> reviews.keep(new DecideReview(Ids.parse(id), seen, null)))
        .map(done -> Go.saying("page.mall.review.keep.done").to("/mall/reviews"))
        .orElse(Go.STAY);
  }

  /** Lets nobody read the chosen review any more. */
  public String hide() {
    return Commands.run(
            hideKey, () -> reviews.hide(new DecideReview(Ids.parse(chosen), version, reason)))
        .map(done -> Go.saying("page.mall.review.hide.done").to("/mall/reviews"))
        .orElse(Go.STAY);
  }

  /** Answers the chosen review for all who read it. */
  public String answer() {
    return Commands.run(
            answerKey, () -> reviews.answer(new AnswerReview(Ids.parse(chosen), version, reason)))
        .map(done -> Go.saying("page.mall.review.answer.done").to("/mall/reviews"))
        .orElse(Go.STAY);
  }

  /** Lets nobody read the chosen review. */
  public String refuse() {
    return Commands.run(
            refuseKey, () -> reviews.refuse(new DecideReview(Ids.parse(chosen), version, reason)))
        .map(done -> Go.saying("page.mall.review.refused").to("/mall/reviews", "status", "PENDING"))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may decide. */
  public boolean isDecider() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  public LazyList<ReviewView> getList() {
    return list;
  }

  public ReviewStatus[] getStatuses() {
    return ReviewStatus.values();
  }

  public FormKey getPublishKey() {
    return publishKey;
  }

  public FormKey getRefuseKey() {
    return refuseKey;
  }

  public FormKey getKeepKey() {
    return keepKey;
  }

  public FormKey getHideKey() {
    return hideKey;
  }

  public FormKey getAnswerKey() {
    return answerKey;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
