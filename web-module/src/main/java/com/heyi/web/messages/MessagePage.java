package com.heyi.web.messages;

import com.heyi.messages.MessageStatus;
import com.heyi.messages.MessageView;
import com.heyi.messages.MessagesFacade;
import com.heyi.messages.ResendMessage;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One message with its words; one that was given up can be sent again. */
@PageAt(value = "/messages/message.xhtml", facade = MessagesFacade.class, needs = "view")
@Named
@ViewScoped
public class MessagePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MessagesFacade messages;

  private final FormKey key = new FormKey();
  private String id;
  private transient MessageView message;

  /** Reads the message that the address names. */
  public void load() {
    message = messages.view(Param.id(id));
  }

  /** Sends it again. */
  public String resend() {
    ResendMessage command =
        new ResendMessage(getMessage().row().id(), getMessage().row().version());
    return Commands.run(key, () -> messages.resend(command))
        .map(done -> Go.saying("page.messages.resent").again("id", done.id()))
        .orElse(Go.STAY);
  }

  /** Whether it was given up, its words are still there, and the caller may send it again. */
  public boolean isResendable() {
    return getMessage().row().status() == MessageStatus.DEAD
        && getMessage().text() != null
        && !CallContext.current().has(Role.AUDITOR);
  }

  /** What went wrong, in words, or nothing. */
  public String trouble(String code) {
    return code == null ? "" : Texts.get(CallContext.current().locale(), code);
  }

  public MessageView getMessage() {
    if (message == null) {
      load();
    }
    return message;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public FormKey getKey() {
    return key;
  }
}
