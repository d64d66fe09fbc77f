package com.heyi.web.accounts;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsFacade;
import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.IdentityView;
import com.heyi.accounts.LinkIdentity;
import com.heyi.accounts.OpenAccount;
import com.heyi.accounts.RegisterCustomer;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.ReadsByPost;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Customers with their identities and accounts. The entity tag is the customer's version, which
 * moves on with each identity linked and account opened.
 */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class CustomersResource {
  private static final Set<String> PERSONAL = Set.of("name", "phone", "residentId");

  @Inject private CustomersFacade customers;
  @Inject private AccountsFacade accounts;

  /**
   * An identity to be linked.
   *
   * @param app code of the app
   * @param externalId the customer's id there
   */
  public record NewIdentity(String app, String externalId) {}

  /**
   * An account to be opened.
   *
   * @param type type I, II or III
   * @param branch code of the branch that will keep it; left out for the customer's home branch
   */
  public record NewAccount(AccountType type, String branch) {}

  /**
   * What to search the register for; what is left out or null does not matter.
   *
   * @param name a part of it
   * @param from first day of registration
   * @param to last day of registration
   */
  public record Search(
      String number,
      String name,
      String phone,
      String residentId,
      String branch,
      String identityStatus,
      String app,
      String from,
      String to,
      Integer limit,
      String cursor,
      String sort) {

    PageRequest request() {
      Map<String, String> filters = new LinkedHashMap<>();
      filters.put("number", number);
      filters.put("name", name);
      filters.put("phone", phone);
      filters.put("residentId", residentId);
      filters.put("branch", branch);
      filters.put("identityStatus", identityStatus);
      filters.put("app", app);
      filters.put("from", from);
      filters.put("to", to);
      return Lists.request(limit, cursor, sort, filters);
    }
  }

  @GET
  @Operation(
      summary = "The register, latest first",
      description =
          "Filters: number, branch, identityStatus, app, alsoApp, from, to. Sorts: registeredAt,"
              + " number, name. Resident ID and phone come masked. For name, phone and resident ID,"
              + " which may stand in no address, see POST /customers/search.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(
        uri, customers.list(Lists.request(uri, PERSONAL, "POST /api/v1/customers/search")));
  }

  @POST
  @Path("/search")
  @ReadsByPost
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Search the register by anything, personal values too",
      description =
          "The body holds what a list otherwise has in its query: number, name (a part), phone, "
              + "residentId, branch, identityStatus, app, from, to, limit, cursor, sort. Changes "
              + "nothing and needs no Idempotency-Key.")
  public Response search(Search search) {
    return Lists.answer(customers.list(search.request()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Register a customer who showed his resident ID",
      description =
          "409 customer.duplicate names the customer who has this resident ID already. A branch "
              + "leaves homeBranch out.")
  public Response register(RegisterCustomer command, @Context UriInfo uri) {
    CustomerView customer = customers.register(command);
    return Response.created(uri.getAbsolutePathBuilder().path(customer.id().toString()).build())
        .entity(customer)
        .tag(Versions.tag(customer.version()))
        .build();
  }

  /** Never 304: age and shared phone change without the customer's version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "All that the register knows of a customer")
  public Response view(@PathParam("id") String id) {
    CustomerView customer = customers.view(Ids.parse(id));
    return Versions.changed(customer, customer.version());
  }

  @GET
  @Path("/{id}/identities")
  @Operation(summary = "The apps that know a customer")
  public Response identities(@PathParam("id") String id) {
    CustomerView customer = customers.view(Ids.parse(id));
    return Versions.changed(
        new Lists.Part<IdentityView>(customer.identities(), null), customer.version());
  }

  @POST
  @Path("/{id}/identities")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Link the id by which an app knows a customer",
      description =
          "If-Match names the customer's version. Answers the customer as he is then; the same "
              + "link again changes nothing.")
  public Response link(
      @PathParam("id") String id, NewIdentity identity, @Context HttpHeaders headers) {
    CustomerView customer =
        customers.linkIdentity(
            new LinkIdentity(
                Ids.parse(id), Versions.required(headers), identity.app(), identity.externalId()));
    return Versions.changed(customer, customer.version());
  }

  @GET
  @Path("/{id}/accounts")
  @Operation(summary = "A customer's accounts, oldest first")
  public Response accounts(@PathParam("id") String id) {
    CustomerView customer = customers.view(Ids.parse(id));
    return Versions.changed(
        new Lists.Part<AccountView>(customer.accounts(), null), customer.version());
  }

  @POST
  @Path("/{id}/accounts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Open an account",
      description = "If-Match names the customer's version; the answer's tag is the account's.")
  public Response open(
      @PathParam("id") String id,
      NewAccount account,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    AccountView opened =
        accounts.open(
            new OpenAccount(
                Ids.parse(id), Versions.required(headers), account.type(), account.branch()));
    return Response.created(
            uri.getBaseUriBuilder()
                .path(AccountsResource.class)
                .path(opened.id().toString())
                .build())
        .entity(opened)
        .tag(Versions.tag(opened.version()))
        .build();
  }
}
