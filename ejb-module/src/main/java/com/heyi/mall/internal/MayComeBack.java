package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rule of how long delivered goods may be asked to come back: {@code heyi.mall.return.days}
 * days after the day of delivery, the last one included. Seven unless set, as the law on consumers'
 * rights (消费者权益保护法, art. 25) grants for goods sold at a distance.
 */
@ApplicationScoped
public class MayComeBack {
  @Inject
  @ConfigProperty(name = "heyi.mall.return.days", defaultValue = "7")
  private int days;

  protected MayComeBack() {}

  MayComeBack(int days) {
    this.days = days;
  }

  /** The last day on which goods delivered on a day may be asked to come back. */
  LocalDate until(LocalDate deliveredOn) {
    return deliveredOn.plusDays(days);
  }

  /**
   * @throws HeyiException {@link MallError#RETURN_TOO_LATE}
   */
  void require(String orderNumber, LocalDate deliveredOn, LocalDate today) {
    if (today.isAfter(until(deliveredOn))) {
      throw new HeyiException(MallError.RETURN_TOO_LATE, orderNumber, until(deliveredOn));
    }
  }
}
