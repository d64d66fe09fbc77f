package com.heyi.architecture.planted.loans;

import jakarta.ejb.Stateless;

@Stateless
public class UnguardedBean {}
