package com.heyi.web.mall;

import com.heyi.mall.PendingReviews;
import com.heyi.mall.ReviewsFacade;
import com.heyi.mall.WriteReview;
import com.heyi.shared.value.Ids;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a customer has received and not reviewed yet, to take down what he says. */
@PageAt(value = "/mall/pending-reviews.xhtml", facade = ReviewsFacade.class, needs = "pending")
@Named
@ViewScoped
public class PendingReviewsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_STARS = 5;

  @Inject private ReviewsFacade reviews;

  private final FormKey key = new FormKey();
  private String id;
  private transient PendingReviews pending;
  private String line;
  private String stars = "5";
  private String words;

  /** Reads what waits. */
  public void load() {
    pending = reviews.pending(Param.id(id));
  }

  /** Takes down the review of the form. */
  public String write() {
    UUID orderLine = line == null || line.isBlank() ? null : Ids.parse(line);
    WriteReview command = new WriteReview(Param.id(id), orderLine, Integer.parseInt(stars), words);
    return Commands.run(key, () -> reviews.write(command))
        .map(done -> Go.saying("page.mall.review.written").again("id", id))
        .orElse(Go.STAY);
  }

  public List<PendingReviews.Line> getLines() {
    if (pending == null) {
      load();
    }
    return pending.lines();
  }

  /** The lines to choose from. */
  public List<SelectItem> getChoices() {
    return getLines().stream()
        .map(
            each ->
                new SelectItem(
                    each.orderLineId().toString(), each.name() + " · " + each.orderNumber()))
        .toList();
  }

  /** Five stars to one. */
  public List<SelectItem> getStarChoices() {
    return IntStream.iterate(MOST_STARS, each -> each > 0, each -> each - 1)
        .mapToObj(each -> new SelectItem(String.valueOf(each), "★".repeat(each)))
        .toList();
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getLine() {
    return line;
  }

  public void setLine(String line) {
    this.line = line;
  }

  public String getStars() {
    return stars;
  }

  public void setStars(String stars) {
    this.stars = stars;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
