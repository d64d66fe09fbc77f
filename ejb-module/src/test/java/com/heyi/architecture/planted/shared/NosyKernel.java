package com.heyi.architecture.planted.shared;

import com.heyi.architecture.planted.cards.BorrowingCard;

public class NosyKernel {
  BorrowingCard knows;
}
