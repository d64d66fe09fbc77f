package com.heyi.menu.internal;

import com.heyi.menu.AnswerHelp;
import com.heyi.menu.FunctionUse;
import com.heyi.menu.HelpAnswer;
import com.heyi.menu.HelpStatus;
import com.heyi.menu.HelpView;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Help offered to a customer who got stuck in a journey. */
@Entity
@WithoutHistory("It changes once, from offered to its end; the row itself tells both")
@Table(schema = "menu", name = "help")
public class Help {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "journey_id", updatable = false)
  private UUID journeyId;

  @Column(name = "function_code", updatable = false)
  private String functionCode;

  @Column(updatable = false)
  private String step;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private MenuChannel channel;

  @Column(updatable = false)
  private int failures;

  @Enumerated(EnumType.STRING)
  private HelpStatus status;

  @Column(name = "offered_at", updatable = false)
  private Instant offeredAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private String endedBy;

  protected Help() {}

  static Help offered(UUID customerId, FunctionUse failed, int failures, Instant now) {
    Help help = new Help();
    help.id = Ids.next();
    help.customerId = customerId;
    help.journeyId = failed.journey();
    help.functionCode = failed.function();
    help.step = failed.step();
    help.channel = failed.channel();
    help.failures = failures;
    help.status = HelpStatus.OFFERED;
    help.offeredAt = now;
    return help;
  }

  /**
   * Ends it with what came of it.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link MenuError#HELP_ENDED}
   */
  void answer(AnswerHelp command, String by, Instant now) {
    SeenVersion.require(command.expectedVersion(), version);
    if (status != HelpStatus.OFFERED) {
      throw new HeyiException(MenuError.HELP_ENDED, status);
    }
    status = command.answer() == HelpAnswer.HANDLED ? HelpStatus.HANDLED : HelpStatus.DECLINED;
    endedAt = now;
    endedBy = by;
  }

  /** Ends it because he got through after all. */
  void solve(Instant now) {
    status = HelpStatus.SOLVED;
    endedAt = now;
  }

  UUID customerId() {
    return customerId;
  }

  UUID journeyId() {
    return journeyId;
  }

  String step() {
    return step;
  }

  HelpView view() {
    return new HelpView(
        id,
        version,
        customerId,
        journeyId,
        functionCode,
        step,
        channel,
        failures,
        status,
        offeredAt,
        endedAt,
        endedBy);
  }
}
