package com.heyi.web.mall;

import com.heyi.imports.UploadStore;
import com.heyi.mall.AddPicture;
import com.heyi.mall.ItemPictures;
import com.heyi.mall.PicturesFacade;
import com.heyi.mall.RemovePicture;
import com.heyi.mall.SetPicture;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures of an item. Their content is at the addresses that the answers name. */
@Path("/mall/items/{id}/pictures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class PicturesResource {
  @Inject private PicturesFacade pictures;
  @Inject private UploadStore uploads;

  /**
   * What may change of a picture.
   *
   * @param position its place, smallest first
   * @param altEn what is to be seen, in English
   * @param altZhCn in simplified Chinese
   * @param altZhTw in traditional Chinese
   */
  public record Caption(int position, String altEn, String altZhCn, String altZhTw) {}

  @GET
  @Operation(summary = "The pictures of an item, in their order")
  public ItemPictures list(@PathParam("id") String id) {
    return pictures.pictures(Ids.parse(id));
  }

  /** The body is the file itself: JPEG or PNG, 8 MB at most. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Add a picture; what it is follows from its content")
  public ItemPictures add(
      @PathParam("id") String id,
      @QueryParam("altEn") String altEn,
      @QueryParam("altZhCn") String altZhCn,
      @QueryParam("altZhTw") String altZhTw,
      InputStream file)
      throws IOException {
    UUID item = pictures.mayAdd(Ids.parse(id));
    return pictures.add(new AddPicture(item, altEn, altZhCn, altZhTw, uploads.store(file)));
  }

  @POST
  @Path("/{picture}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say in which order a picture comes, and what is to be seen on it")
  public ItemPictures set(
      @PathParam("id") String id, @PathParam("picture") String picture, Caption to) {
    return pictures.set(
        new SetPicture(
            Ids.parse(id),
            Ids.parse(picture),
            to.position(),
            to.altEn(),
            to.altZhCn(),
            to.altZhTw()));
  }

  @POST
  @Path("/{picture}/removal")
  @Operation(summary = "Take a picture off the item")
  public ItemPictures remove(@PathParam("id") String id, @PathParam("picture") String picture) {
    return pictures.remove(new RemovePicture(Ids.parse(id), Ids.parse(picture)));
  }
}
