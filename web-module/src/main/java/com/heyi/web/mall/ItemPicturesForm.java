package com.heyi.web.mall;

import com.heyi.imports.UploadStore;
import com.heyi.mall.AddPicture;
import com.heyi.mall.ItemPictures;
import com.heyi.mall.PictureView;
import com.heyi.mall.PicturesFacade;
import com.heyi.mall.RemovePicture;
import com.heyi.mall.SetPicture;
import com.heyi.shared.value.Ids;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.Say;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.primefaces.model.file.UploadedFile;

/** On an item's page: its pictures. */
@Named
@ViewScoped
public class ItemPicturesForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PicturesFacade facade;
  @Inject private UploadStore uploads;

  private final FormKey addKey = new FormKey();
  private final FormKey changeKey = new FormKey();
  private String id;
  private transient List<PictureView> pictures;
  private transient UploadedFile file;
  private String altEn;
  private String altZhCn;
  private String altZhTw;

  /** Remembers of which item. */
  public void load(String itemId) {
    id = itemId;
  }

  /** Adds the chosen file. */
  public String add() {
    if (file == null || file.getSize() == 0) {
      Say.warn("page.mall.pictures.missing");
      return Go.STAY;
    }
    return Commands.run(addKey, this::store)
        .map(done -> Go.saying("page.mall.pictures.added").again("id", id))
        .orElse(Go.STAY);
  }

  private ItemPictures store() throws IOException {
    UUID item = facade.mayAdd(Param.id(id));
    try (InputStream content = file.getInputStream()) {
      return facade.add(new AddPicture(item, altEn, altZhCn, altZhTw, uploads.store(content)));
    }
  }

  /** Makes a picture the first one. */
  public String first(String picture) {
    PictureView chosen =
        getPictures().stream()
            .filter(each -> each.id().equals(Ids.parse(picture)))
            .findFirst()
            .orElseThrow();
    int before = Math.max(0, getPictures().get(0).position() - 1);
    SetPicture command =
        new SetPicture(
            Param.id(id), chosen.id(), before, chosen.altEn(), chosen.altZhCn(), chosen.altZhTw());
    return Commands.run(changeKey, () -> facade.set(command))
        .map(done -> Go.saying("page.mall.pictures.changed").again("id", id))
        .orElse(Go.STAY);
  }

  /** Takes a picture off the item. */
  public String remove(String picture) {
    RemovePicture command = new RemovePicture(Param.id(id), Ids.parse(picture));
    return Commands.run(changeKey, () -> facade.remove(command))
        .map(done -> Go.saying("page.mall.pictures.changed").again("id", id))
        .orElse(Go.STAY);
  }

  /** What is to be seen, as the person reads it. */
  public String alt(PictureView picture) {
    return picture.alt(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  public List<PictureView> getPictures() {
    if (pictures == null) {
      pictures = facade.pictures(Param.id(id)).pictures();
    }
    return pictures;
  }

  public FormKey getAddKey() {
    return addKey;
  }

  public FormKey getChangeKey() {
    return changeKey;
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }

  public String getAltEn() {
    return altEn;
  }

  public void setAltEn(String altEn) {
    this.altEn = altEn;
  }

  public String getAltZhCn() {
    return altZhCn;
  }

  public void setAltZhCn(String altZhCn) {
    this.altZhCn = altZhCn;
  }

  public String getAltZhTw() {
    return altZhTw;
  }

  public void setAltZhTw(String altZhTw) {
    this.altZhTw = altZhTw;
  }
}
