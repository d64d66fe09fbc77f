package com.heyi.web.messages;

import com.heyi.messages.ChannelView;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.MessagesFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Messages to customers as a list, and which channels can send. */
@PageAt(value = "/messages/list.xhtml", facade = MessagesFacade.class, needs = "list")
@Named
@ViewScoped
public class MessageListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MessagesFacade messages;
  private LazyList<MessageRow> list;
  private transient List<ChannelView> channels;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
                messages::list,
                "status",
                "channel",
                "template",
                "customer",
                "subject",
                "from",
                "to")
            .countedUpTo(MessagesFacade.MOST_COUNTED);
  }

  public LazyList<MessageRow> getList() {
    return list;
  }

  /** Each channel with whether it is set up. */
  public List<ChannelView> getChannels() {
    if (channels == null) {
      channels = messages.channels();
    }
    return channels;
  }

  /** Whether messages wait that nothing here can send. */
  public boolean isStuck() {
    return getChannels().stream()
        .anyMatch(
            channel ->
                !channel.ready()
                    && channel.waiting() > 0
                    && channel.channel() != MessageChannel.APP);
  }

  public MessageStatus[] getStatuses() {
    return MessageStatus.values();
  }

  public MessageChannel[] getAllChannels() {
    return MessageChannel.values();
  }

  /** What went wrong, in words, or nothing. */
  public String trouble(String code) {
    return code == null ? "" : Texts.get(CallContext.current().locale(), code);
  }
}
