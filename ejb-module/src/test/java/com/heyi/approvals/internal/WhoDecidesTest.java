package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.RejectRequest;
import com.heyi.approvals.WithdrawRequest;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WithoutIdentifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoDecidesTest {
  private static final String MAKER = "admin.li";

  @ParameterizedTest
  @ValueSource(strings = {"admin.li", "ADMIN.LI", "Admin.Li", " admin.li "})
  void theMakerIsKnownHoweverHisAccountIsWritten(String user) {
    assertRefused(
        () -> TheCheckerIsNotTheMaker.check(MAKER, caller(user, Channel.REST, Role.values())),
        ApprovalError.OWN_REQUEST);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void noChannelMakesHimAnother(Channel channel) {
    assertRefused(
        () -> TheCheckerIsNotTheMaker.check(MAKER, caller(MAKER, channel, Role.HEAD_OFFICE_ADMIN)),
        ApprovalError.OWN_REQUEST);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void noRankLetsHimDecide(Role rank) {
    assertRefused(
        () -> TheCheckerIsNotTheMaker.check(MAKER, caller(MAKER, Channel.PAGE, rank)),
        ApprovalError.OWN_REQUEST);
  }

  @Test
  void whoDecidesLeavesNoIdentifierInHisReason() {
    String said = "call 13900001234 or a.b@c.cn";
    assertThat(new RejectRequest(UUID.randomUUID(), 0, said).reason())
        .isEqualTo(WithoutIdentifiers.of(said))
        .doesNotContain("13900001234")
        .doesNotContain("a.b@c.cn");
    assertThat(new WithdrawRequest(UUID.randomUUID(), 0, said).reason())
        .isEqualTo(WithoutIdentifiers.of(said));
  }

  @Test
  void somebodyElseMayDecide() {
    assertThatCode(
            () ->
                TheCheckerIsNotTheMaker.check(
                    MAKER, caller("admin.wu", Channel.PAGE, Role.HEAD_OFFICE_ADMIN)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyARoleOfTheRuleDecides(Role role) {
    List<Role> checkers = List.of(Role.HEAD_OFFICE_ADMIN, Role.OPERATOR);
    ThrowingCallable decide =
        () -> TheCheckerHoldsARoleOfTheRule.check(checkers, caller("x", Channel.REST, role));
    if (checkers.contains(role)) {
      assertThatCode(decide).doesNotThrowAnyException();
    } else {
      assertRefused(decide, ApprovalError.NOT_A_CHECKER);
    }
  }

  @Test
  void anAuditorDecidesNothingEvenIfHeIsAnAdministratorToo() {
    assertRefused(
        () ->
            AnAuditorDecidesNothing.check(
                caller("x", Channel.REST, Role.AUDITOR, Role.HEAD_OFFICE_ADMIN)),
        ApprovalError.AUDITOR);
  }

  @Test
  void onlyTheMakerTakesARequestBack() {
    assertRefused(
        () ->
            OnlyTheMakerWithdraws.check(
                MAKER, caller("admin.wu", Channel.REST, Role.HEAD_OFFICE_ADMIN)),
        ApprovalError.NOT_THE_MAKER);
    assertThatCode(
            () -> OnlyTheMakerWithdraws.check(MAKER, caller("Admin.Li", Channel.SOAP, Role.BRANCH)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(ApprovalStatus.class)
  void whatHasEndedIsNotDecidedAgain(ApprovalStatus status) {
    if (status == ApprovalStatus.PENDING) {
      OnlyWhatWaitsIsDecided.check(status);
    } else {
      assertRefused(() -> OnlyWhatWaitsIsDecided.check(status), ApprovalError.DECIDED);
    }
  }

  private static void assertRefused(ThrowingCallable call, ApprovalError error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.error()).isEqualTo(error));
  }

  static Caller caller(String user, Channel channel, Role... roles) {
    return new Caller(
        user, null, Set.of(roles), null, "10.0.0.1", "r-" + user, channel, null, Locale.ENGLISH);
  }
}
