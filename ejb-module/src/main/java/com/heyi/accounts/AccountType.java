package com.heyi.accounts;

/** Types of settlement account, as the People's Bank of China tells them apart. */
public enum AccountType {
  /** Full use. */
  I,
  /** Limited inflow and outflow; unlimited with the type I account bound to it. */
  II,
  /** A purse for small sums. */
  III
}
