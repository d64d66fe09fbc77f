package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.relationship.AlertStatus;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsMapTest {
  private static final AlertStatus[] STATUSES = AlertStatus.values();
  private final TextsMap texts = new TextsMap();

  @Test
  void aFilterSetToSeveralOptionsReadsAsAllOfThem() throws Exception {
    assertThat(inChinese("OPEN,SEEN", STATUSES, "")).isEqualTo("待查看、已查看");
    assertThat(inChinese("OPEN, CLAIMED", List.of("OPEN", "CLAIMED"), "enum.FollowUpStatus."))
        .isEqualTo("待认领、跟进中");
  }

  @Test
  void oneThatIsSetToNothingOrToAnOptionIsToldByTheOptionsThemselves() throws Exception {
    assertThat(inChinese(null, STATUSES, "")).isEmpty();
    assertThat(inChinese("SEEN", STATUSES, "")).isEmpty();
    assertThat(inChinese("OPEN,CLAIMED", List.of("OPEN,CLAIMED", "OPEN"), "x.")).isEmpty();
  }

  @Test
  void whatIsNoOptionAtAllIsShownAsItStandsInTheAddress() throws Exception {
    assertThat(inChinese("OPEN,GONE", STATUSES, "")).isEqualTo("待查看、GONE");
    assertThat(inChinese(",", STATUSES, "")).isEmpty();
    assertThat(inChinese("GONE", List.of(), "")).isEqualTo("GONE");
  }

  private String inChinese(String set, Object options, String prefix) throws Exception {
    Caller caller =
        new Caller("chen", null, Set.of(), null, null, "r-1", Channel.PAGE, null, Locale.CHINA);
    return CallContext.callAs(caller, () -> texts.noOption(set, options, prefix));
  }
}
