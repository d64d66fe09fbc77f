package com.heyi.architecture.planted.loans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class PublicLoan {
  @Id private long id;

  long id() {
    return id;
  }
}
