package com.heyi.complaints.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.complaints.CompensateComplaint;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.GivePoints;
import com.heyi.complaints.RedressKind;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.TakeBackRedress;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.mall.GrantView;
import com.heyi.mall.PointsGifts;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Gives complainants money and points within the authority of who gives, and takes them back. What
 * is weighed for a second person is all that was given in the case, and what its maker gave alone
 * in others, so that nobody gets round a threshold in parts.
 */
@ApplicationScoped
public class RedressDesk {
  private Pyramid pyramid;
  private CaseFile file;
  private AccountDirectory accounts;
  private CustomerDirectory customers;
  private Payments payments;
  private PointsGifts gifts;

  protected RedressDesk() {}

  @Inject
  public RedressDesk(
      Pyramid pyramid,
      CaseFile file,
      AccountDirectory accounts,
      CustomerDirectory customers,
      Payments payments,
      PointsGifts gifts) {
    this.pyramid = pyramid;
    this.file = file;
    this.accounts = accounts;
    this.customers = customers;
    this.payments = payments;
    this.gifts = gifts;
  }

  /** Pays money; what it answers names what was given. */
  public UUID pay(Complaint complaint, CompensateComplaint command, Actor actor) {
    requireForm(complaint, command.remedy());
    Money money = command.money();
    if (!money.currency().equals(Money.CNY) || money.isNegative() || money.isZero()) {
      throw CommonError.invalid("money", ComplaintError.REDRESS_AMOUNT);
    }
    UUID[] given = new UUID[1];
    complaint.redress(
        command,
        ComplaintStep.COMPENSATE,
        actor,
        () -> {
          Money before = file.moneyGiven(complaint.id(), command.remedy());
          pyramid.authority(actor.level(), command.remedy()).require(before, money);
          ChangeLog.weigh(money.smallestUnits(), allMoney(complaint).smallestUnits());
          AccountRef account = account(complaint, command.account());
          MovementView movement =
              payments.payRedress(account.id(), money, memo(complaint, command.remedy()));
          Redress redress =
              Redress.ofMoney(
                  complaint,
                  command.remedy(),
                  money,
                  account.id(),
                  movement.movementId(),
                  command.reason(),
                  actor);
          file.add(redress);
          given[0] = redress.id();
          return detail(command.remedy(), command.reason())
              .with("money", money.amount().toPlainString());
        });
    return given[0];
  }

  /** Gives points; what it answers names what was given. */
  public UUID give(Complaint complaint, GivePoints command, Actor actor) {
    requireForm(complaint, command.remedy());
    UUID[] given = new UUID[1];
    complaint.redress(
        command,
        ComplaintStep.COMPENSATE,
        actor,
        () -> {
          Points before = file.pointsGiven(complaint.id(), command.remedy());
          pyramid.authority(actor.level(), command.remedy()).require(before, command.points());
          ChangeLog.weigh(command.points().amount(), allPoints(complaint).amount());
          GrantView grant = gifts.give(complaint.customerId(), command.points(), command.reason());
          Redress redress =
              Redress.ofPoints(
                  complaint,
                  command.remedy(),
                  command.points(),
                  grant.entryId(),
                  command.reason(),
                  actor);
          file.add(redress);
          given[0] = redress.id();
          return detail(command.remedy(), command.reason())
              .with("points", command.points().amount());
        });
    return given[0];
  }

  /** Takes back what was given. */
  public void takeBack(Complaint complaint, TakeBackRedress command, Actor actor) {
    Redress redress = file.redress(complaint.id(), command.redressId());
    complaint.redress(
        command,
        ComplaintStep.TAKE_BACK,
        actor,
        () -> {
          redress.takeBack(command.reason(), actor);
          StepDetail said = detail(redress.remedy(), command.reason());
          if (redress.kind() == RedressKind.MONEY) {
            payments.takeRedressBack(redress.accountId(), redress.payment(), command.reason());
            return said.with("money", redress.money().amount().toPlainString());
          }
          gifts.takeBack(redress.customerId(), redress.payment(), command.reason());
          return said.with("points", redress.points().amount());
        });
  }

  private Money allMoney(Complaint complaint) {
    return file.moneyGiven(complaint.id(), Remedy.COMPENSATION)
        .plus(file.moneyGiven(complaint.id(), Remedy.EX_GRATIA));
  }

  private Points allPoints(Complaint complaint) {
    return file.pointsGiven(complaint.id(), Remedy.COMPENSATION)
        .plus(file.pointsGiven(complaint.id(), Remedy.EX_GRATIA));
  }

  /** An account of the customer, under whichever of his records. */
  private AccountRef account(Complaint complaint, String number) {
    Set<UUID> his = customers.recordsOf(customers.whoIs(complaint.customerId()));
    return accounts
        .findByNumber(number.strip())
        .filter(account -> his.contains(account.customerId()))
        .orElseThrow(() -> new HeyiException(ComplaintError.NOT_HIS_ACCOUNT, number));
  }

  private static void requireForm(Complaint complaint, Remedy remedy) {
    if (!remedy.hasAmount()) {
      throw CommonError.invalid("remedy", ComplaintError.REDRESS_REMEDY);
    }
    if (complaint.customerId() == null) {
      throw new HeyiException(ComplaintError.NO_CUSTOMER);
    }
  }

  /** What the statement says: the case's number tells the customer what it is for. */
  private static String memo(Complaint complaint, Remedy remedy) {
    return (remedy == Remedy.EX_GRATIA ? "投诉关怀款 " : "投诉补偿 ") + complaint.number();
  }

  private static StepDetail detail(Remedy remedy, String reason) {
    return StepDetail.none().with("remedy", remedy).with("reason", reason);
  }
}
