package com.heyi.web.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.OffsetDateTime;
import java.util.List;

/** Lets a system find out whether it gets through, and as whom. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface CallerOperations {

  /** Who the token says the caller is. */
  @WebMethod
  @WebResult(name = "caller")
  WhoAmI whoAmI();

  /** The caller as the token describes him. */
  @XmlType(
      name = "Caller",
      namespace = SoapFaults.NAMESPACE,
      propOrder = {"client", "branch", "roles", "serverTime"})
  @XmlAccessorType(XmlAccessType.FIELD)
  class WhoAmI {
    /** Client id or account name. */
    @XmlElement(required = true)
    private String client;

    /** Code of the branch; absent for a caller who belongs to none. */
    private String branch;

    /** Keys of the Heyi roles held. */
    @XmlElement(name = "role")
    private List<String> roles;

    /** Time of the server, ISO 8601 with offset. */
    @XmlElement(required = true)
    private String serverTime;

    WhoAmI() {}

    WhoAmI(String client, String branch, List<String> roles, OffsetDateTime serverTime) {
      this.client = client;
      this.branch = branch;
      this.roles = roles;
      this.serverTime = serverTime.toString();
    }

    public String getClient() {
      return client;
    }

    public String getBranch() {
      return branch;
    }

    public List<String> getRoles() {
      return roles;
    }

    public String getServerTime() {
      return serverTime;
    }
  }
}
